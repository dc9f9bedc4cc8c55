/** `kith search`, `show`, `related`, `cypher`, `export`, `doctor` and `eval`: the explorer's answers on the terminal. */

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { cypherAnswer } from '../../../server/api/console.ts'
import { related } from '../../../server/api/related.ts'
import { found } from '../../../server/api/search.ts'
import { bridge, entityDetail } from '../../../server/api.ts'
import { testFolder } from '../../folder.ts'
import { ended, kith, startKith } from '../../kith.ts'

const folder = testFolder()
const PAPER = 'paper/arxiv-2312.00752'

const LOG = `D： [Mamba: Linear-Time Sequence Modeling](https://arxiv.org/abs/2312.00752)

F1：Mamba 和 RWKV 都是 linear attention 的亲戚

F2：DPO 的损失像对比学习
`

let sha256: string
beforeAll(async () => {
  mkdirSync(folder('notes'))
  writeFileSync(folder('notes', '2023-12-10.md'), LOG)
  const { code, stdout, stderr } = await kith(['build', 'notes', '--json'], { cwd: folder() })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  sha256 = (JSON.parse(stdout) as { sha256: string }).sha256
})

/** Runs a command on that graph; it must go well and say nothing on stderr. */
async function ask(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await kith(args, { cwd: folder() })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await kith(args, { cwd: folder() })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^kith: [^\n]+\n$/)
  return stderr
}

describe('kith search', () => {
  it('answers as the API does with --json, and as a table without', async () => {
    const answer: unknown = JSON.parse(await ask('search', 'rwkv', '--json'))
    expect(answer).toEqual(found.parse(answer))
    expect(answer).toMatchObject({ items: [{ id: 'model/rwkv', name: 'RWKV', kind: 'Model' }], total: 1 })
    expect(await ask('search', 'linear', 'attention', '--limit', '1')).toMatch(
      /method\/linear-attention +linear attention/,
    )
  })

  it('tells the lines that hold the words, with where they stand', async () => {
    expect(await ask('search', '损失像对比', '--in', 'passages')).toBe(
      'Passages\n  2023-12-10.md:5\n    F2：DPO 的损失像对比学习\n',
    )
  })

  it('says where nothing is called so', async () => {
    expect(await ask('search', 'zzzzzz')).toBe('Nothing is called or holds "zzzzzz".\n')
    expect(JSON.parse(await ask('search', 'zzzzzz', '--json'))).toMatchObject({ items: [], total: 0 })
  })
})

describe('kith show', () => {
  it('tells of an entity by its id, its name, or an alias', async () => {
    const answer: unknown = JSON.parse(await ask('show', '线性注意力', '--json'))
    expect(answer).toEqual(entityDetail.parse(answer))
    expect(answer).toMatchObject({ id: 'method/linear-attention' })
    const text = await ask('show', 'model/rwkv')
    expect(text).toContain('RWKV · Model · model/rwkv')
    expect(text).toContain('2023-12-10.md:3')
  })

  it('names what comes near where there is no such entity', async () => {
    expect(await refused('show', 'model/rwvk')).toMatch(/"model\/rwvk".*Near it: model\/rwkv\b/)
  })
})

describe('kith bridge', () => {
  it('tells the ways with a line for each hop, and as the API does with --json', async () => {
    expect(await ask('bridge', 'rwkv', 'mamba', '--k', '1')).toBe(
      'RWKV – Mamba\n  2023-12-10.md:3 · F1\n    F1：Mamba 和 RWKV 都是 linear attention 的亲戚\n',
    )
    const answer: unknown = JSON.parse(await ask('bridge', 'rwkv', 'mamba', '--json'))
    expect(answer).toEqual(bridge.parse(answer))
    expect(answer).toMatchObject({ from: { id: 'model/rwkv' }, to: { id: 'model/mamba' } })
  })

  it('says what is wrong in one line', async () => {
    expect(await refused('bridge', 'rwkv', 'RWKV')).toMatch(/a bridge needs two different names/)
    expect(await refused('bridge', 'rwkv', 'model/mmaba')).toMatch(/Near it: model\/mamba/)
  })
})

it('kith related ranks papers with reasons, and says where there are none', async () => {
  const answer = related.parse(JSON.parse(await ask('related', 'RWKV', '--json')))
  expect(answer.items[0]).toMatchObject({ id: PAPER, arxiv: '2312.00752' })
  const text = await ask('related', 'RWKV', '--limit', '1')
  expect(text).toMatch(/^1\. Mamba: Linear-Time.*\n( {3}.*\n)? {3}[\d.]+ = /)
  expect(await ask('related', 'zzzzzz')).toBe('No paper speaks of "zzzzzz".\n')
})

describe('kith cypher', () => {
  const QUERY = 'MATCH (n:Model) RETURN n.name AS name, n.aliases AS aliases ORDER BY name'

  it('prints a table', async () => {
    expect((await ask('cypher', QUERY)).split('\n')[0]).toMatch(/^name +aliases$/)
  })

  it('prints JSON as the API answers', async () => {
    const answer: unknown = JSON.parse(await ask('cypher', QUERY, '--format', 'json'))
    expect(answer).toEqual(cypherAnswer.parse(answer))
    expect(answer).toMatchObject({ columns: ['name', 'aliases'] })
  })

  it('prints CSV that quotes what must be quoted', async () => {
    const query = 'RETURN $text AS text, 1 AS one, null AS nothing'
    const text = 'a "quoted", word\nand a line'
    expect(await ask('cypher', query, '--format', 'csv', '--params', JSON.stringify({ text }))).toBe(
      'text,one,nothing\n"a ""quoted"", word\nand a line",1,\n',
    )
  })

  it.each([
    [['CREATE (n)'], /CREATE is refused/],
    [['MATCH (n RETURN n'], /Line 1, column 10: /],
    [['MATCH (n:Model) RETRUN n'], /Line 1, column 17: .* Did you mean RETURN\?/],
    [['RETURN apoc.util.sleep(1)'], /apoc\.util\.sleep is refused/],
    [['RETURN $x AS x'], /Missing parameter: \$x/],
  ])('says in one line what is wrong with %j', async (args, says) => {
    expect(await refused('cypher', ...args)).toMatch(says)
  })

  it('reads the question from its input, and prints JSON where that is asked for', async () => {
    const child = startKith(['cypher', '-', '--json'], { cwd: folder() })
    child.stdin.end('RETURN 1 AS n\n')
    const { code, stdout } = await ended(child)
    expect({ code, rows: (JSON.parse(stdout) as { rows: unknown }).rows }).toEqual({ code: 0, rows: [[1]] })
  })

  it('says on stderr what the graph has not', async () => {
    const { code, stderr } = await kith(['cypher', 'MATCH (n:Modle) RETURN n'], { cwd: folder() })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'kith: The graph has no label Modle. Did you mean Model?\n' })
  })

  it('prints nodes, edges and paths for people, and a formula as the text it is', async () => {
    const query =
      "MATCH p = (a:Entity)-[e:CO_MENTION]->(b:Entity) RETURN a, e, p, '=1+1' AS f ORDER BY a.id, b.id LIMIT 1"
    const text = await ask('cypher', query)
    expect(text).toMatch(/\(.+\) .*\(\S+\)-\[CO_MENTION\]->\(\S+\) .*\(.+\)-\[CO_MENTION\]->\(.+\) +=1\+1/)
    expect((await ask('cypher', "RETURN '=1+1' AS f", '--format', 'csv')).trim()).toBe('f\n=1+1')
  })

  it('says on stderr that an answer was cut', async () => {
    const { code, stdout, stderr } = await kith(['cypher', 'UNWIND range(1, 1500) AS x RETURN x', '--format', 'csv'], {
      cwd: folder(),
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'kith: The answer was stopped at 1000 rows.\n' })
    expect(stdout.trimEnd().split('\n')).toHaveLength(1_001)
  })
})

describe('kith export', () => {
  it('gives the bytes that the build named, on the terminal and in a file', async () => {
    const said = await ask('export')
    expect(createHash('sha256').update(said).digest('hex')).toBe(sha256)
    expect(await ask('export', '--format', 'jsonl', '--out', 'out.jsonl')).toBe('')
    expect(readFileSync(folder('out.jsonl'), 'utf8')).toBe(said)
  })

  it('says where it cannot write', async () => {
    expect(await refused('export', '--out', 'no/such/folder/out.jsonl')).toMatch(
      /no\/such\/folder\/out\.jsonl cannot be written \(it does not exist\)/,
    )
  })
})

describe('kith doctor --console', () => {
  it('shows that what must be refused is refused, and that what runs wild is stopped', async () => {
    const { code, stdout } = await kith(['doctor', '--console', '--json'], { cwd: folder() })
    const findings = JSON.parse(stdout) as { what: string; ok: boolean }[]
    expect({ code, failed: findings.filter(({ ok }) => !ok) }).toEqual({ code: 0, failed: [] })
    for (const what of ['CREATE', 'LOAD CSV', 'APOC', 'runs wild'])
      expect(findings.some((finding) => finding.what.includes(what))).toBe(true)
  })

  it('says in one line where there is no graph', async () => {
    const { code, stderr } = await kith(['doctor', '--console', '--graph', 'file:nowhere'], { cwd: folder() })
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^kith: There is no graph [^\n]*\n$/) })
  })
})

describe('kith doctor', () => {
  it('finds each thing ok or says what to do', async () => {
    const { code, stdout, stderr } = await kith(['doctor', '--json'], { cwd: folder() })
    const findings = JSON.parse(stdout) as { what: string; ok: boolean; found: string }[]
    expect(stderr).toBe('')
    expect(findings.map(({ what }) => what)).toEqual(['Node', 'explorer', 'store', 'lock', 'disk', 'documents'])
    expect(findings.filter(({ what }) => what !== 'explorer' && what !== 'disk').every(({ ok }) => ok)).toBe(true)
    expect(code).toBe(findings.every(({ ok }) => ok) ? 0 : 1)
  })

  it('fails where there is no graph, and says what to do', async () => {
    const { code, stdout, stderr } = await kith(['doctor', '--graph', 'file:nowhere'], { cwd: folder() })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/^no {3}store: There is no graph at nowhere yet.*kith build/m)
    expect(stdout).toMatch(/^ok {3}Node: v\d+/m)
  })
})

describe('kith eval', () => {
  it('scores names against annotations', async () => {
    const gold = {
      doc: '2023-12-10.md',
      entities: [
        { surface: 'RWKV', type: 'Model', canonical: 'RWKV' },
        { surface: 'Nothing Of The Kind', type: 'Model', canonical: 'Nothing' },
      ],
    }
    writeFileSync(folder('gold.json'), JSON.stringify(gold))
    const scores = JSON.parse(await ask('eval', 'gold.json', '--text', 'notes', '--json')) as Record<string, object>
    expect(scores.strict).toMatchObject({ recall: 1, gold: 1 })
    expect(await ask('eval', 'gold.json', '--text', 'notes')).toMatch(/^ +P +R +F1 +gold +found\n/)
  })

  it.each([
    ['none.json', null],
    ['broken.json', '{"doc": '],
    ['other.json', '[]'],
    ['kind.json', '{"doc": "2023-12-10.md", "entities": [{"surface": "a", "type": "Modell", "canonical": "a"}]}'],
  ])('says what is wrong with %s', async (name, text) => {
    if (text !== null) writeFileSync(folder(name), text)
    expect(await refused('eval', name, '--text', 'notes')).toContain(name)
  })

  it('says where the annotated document is not there', async () => {
    writeFileSync(folder('elsewhere.json'), '{"doc": "elsewhere.md", "entities": []}')
    expect(await refused('eval', 'elsewhere.json', '--text', 'notes')).toMatch(
      /No document in notes is called elsewhere\.md/,
    )
  })
})
