/** Tables and bibliographies: what goes into a spreadsheet or LaTeX comes out as the same words, and never as orders. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Edge, Entity } from '../../../server/api.ts'
import { toBibtex } from '../../../server/export/bibtex.ts'
import { edgesCsv, entitiesCsv } from '../../../server/export/csv.ts'

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  name: id.slice(id.indexOf('/') + 1),
  kind: 'Model',
  aliases: [],
  mentions: 1,
  documents: 1,
  firstSeen: null,
  lastSeen: null,
  ...more,
})
const paper = (id: string, more: Partial<Entity>): Entity => entity(`paper/${id}`, { kind: 'Paper', ...more })

const EDGE: Edge = {
  type: 'CO_MENTION',
  source: 'model/mamba',
  target: 'model/rwkv',
  weight: 1.5,
  support: 2,
  scope: 'thread',
  parts: { sentence: 0, turn: 1, thread: 0.5 },
  npmi: -0.25,
  firstSeen: '2023-12-10',
  lastSeen: null,
}

/** RFC 4180, read the plain way. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('a table of entities', () => {
  it('begins with a byte-order mark, for Excel, and has a row for each', () => {
    const csv = entitiesCsv([
      entity('model/rwkv', { name: '线性 RWKV', aliases: ['rwkv', 'R, W'], firstSeen: '2023-12-10' }),
    ])
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(csv.slice(1).split('\r\n')).toEqual([
      'id,name,kind,aliases,mentions,documents,firstSeen,lastSeen,title,authors,year,arxiv,doi,url',
      'model/rwkv,线性 RWKV,Model,"rwkv | R, W",1,1,2023-12-10,,,,,,,',
      '',
    ])
  })

  it.each([['=HYPERLINK("http://evil.example")'], ['+1+1'], ['-2'], ['@SUM(A1)'], [' \t=1'], ['＝1'], ['\r=1']])(
    'makes %j harmless',
    (name) => {
      expect(parse(entitiesCsv([entity('model/x', { name })]))[1]?.[1]).toBe(`'${name}`)
    },
  )

  it('gives any other text back as it is', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((one) => !/^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(one))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (names) => {
        const rows = parse(entitiesCsv(names.map((name, index) => entity(`model/${index}`, { name }))))
        expect(rows.slice(1).map((row) => row[1])).toEqual(names)
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([14]))
      }),
    )
  })
})

it('a table of edges has the names of both ends, and leaves numbers as numbers', () => {
  const [head = [], row = []] = parse(edgesCsv([EDGE], [entity('model/rwkv', { name: 'RWKV' })]))
  const cells = Object.fromEntries(head.map((name, at) => [name, row[at]]))
  expect(cells).toMatchObject({
    sourceName: 'model/mamba',
    targetName: 'RWKV',
    weight: '1.5',
    npmi: '-0.25',
    turn: '1',
  })
})

describe('BibTeX', () => {
  it('has an entry for each paper with what the notes tell, and nothing that they do not', () => {
    const known = paper('arxiv-2312.00752', {
      title: 'Mamba: Linear-Time Sequence Modeling',
      authors: ['Albert Gu', 'Dao, Tri'],
      year: 2023,
      arxiv: '2312.00752',
    })
    const bare = paper('x', { name: 'The Bitter Lesson' })
    expect(toBibtex([entity('model/rwkv'), known, bare])).toBe(`@misc{gu2023mamba,
  title = {{Mamba: Linear-Time Sequence Modeling}},
  author = {Albert Gu and Dao, Tri},
  year = {2023},
  eprint = {2312.00752},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2312.00752}
}

@misc{bitterlesson,
  title = {{The Bitter Lesson}}
}
`)
  })

  it('is an article where a publisher names it, which arXiv is not', () => {
    expect(toBibtex([paper('a', { doi: '10.1000/182' })])).toContain('@article{')
    expect(toBibtex([paper('b', { doi: '10.48550/arXiv.2312.00752' })])).toContain('@misc{')
  })

  it('escapes what LaTeX takes for orders, and keeps Chinese', () => {
    const text = toBibtex([
      paper('a', { title: '50% of {A_B} & C#: \\input{x} $x^2$ ~ 线性注意力', authors: ['Ben and Jerry'] }),
    ])
    expect(text).toContain(
      '{{50\\% of \\{A\\_B\\} \\& C\\#: \\textbackslash{}input\\{x\\} \\$x\\textasciicircum{}2\\$ \\textasciitilde{} 线性注意力}}',
    )
    expect(text).toContain('author = {{Ben and Jerry}}')
  })

  it('gives each paper a key of its own, the same in every selection', () => {
    const one = paper('arxiv-2301.00001', { title: 'On Scaling', authors: ['Ann Gödel'], year: 2023 })
    const two = paper('arxiv-2301.00002', { title: 'Scaling Again', authors: ['Bo Godel'], year: 2023 })
    const han = paper('arxiv-2301.00003', { title: '线性注意力', authors: ['张三'] })
    const all = [one, two, han]
    const keys = (text: string) => [...text.matchAll(/^@\w+\{(.*),$/gm)].map(([, key]) => key)
    expect(keys(toBibtex(all))).toEqual(['godel2023scaling', 'godel2023scaling-2', 'paperarxiv230100003'])
    expect(keys(toBibtex([two], all))).toEqual(['godel2023scaling-2'])
  })

  it('is well-formed, whatever a title says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 30 }), (title, url) => {
        const text = toBibtex([paper('a', { title, url, authors: [title] })])
        const plain = text.replace(/\\[\\{}$&#%_]/g, '')
        let depth = 0
        for (const sign of plain) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
      }),
    )
  })
})
