/** What is taken away: a picture that any program can open, whatever the notes said, in the colours of the page. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Point } from '../../client/state/graph.ts'
import { LIGHT } from '../../client/take/colors.ts'
import { fileName } from '../../client/take/download.ts'
import { type Taken, toSvg } from '../../client/take/svg.ts'
import { edge, entity } from './fixtures.ts'

const KINDS = Object.fromEntries(
  Object.keys(LIGHT.kinds).map((kind) => [kind, `a ${kind}`]),
) as Taken['legend']['kinds']
const WORDS: Taken['legend'] = {
  kinds: KINDS,
  scopes: { sentence: 'same sentence', turn: 'same turn', thread: 'same thread' },
  newest: (date) => `Newest note: ${date}`,
}

const rwkv = entity('model/rwkv', { name: 'RWKV', mentions: 31, lastSeen: '2023-12-10' })
const mamba = entity('model/mamba', { name: 'Mamba', mentions: 20, lastSeen: '2024-03-06' })
const linear = entity('method/linear-attention', { name: 'linear attention', kind: 'Method', mentions: 12 })

const places = (...ids: string[]) => new Map(ids.map((id, index): [string, Point] => [id, { x: index * 200, y: 0 }]))

function draw(more: Partial<Taken> = {}): string {
  const entities = more.entities ?? [rwkv, mamba, linear]
  const positions = places(...entities.map(({ id }) => id))
  return toSvg({ entities, edges: [], positions, title: 'Notes', legend: WORDS, ...more })
}

/** The text of every text element; labels stand twice, once as halo. */
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

/** Every tag is closed, and every attribute is quoted: all that XML asks of what is written here. */
function faultOf(svg: string): string | null {
  const open: string[] = []
  const rest = svg
    .replace(/^<\?xml[^>]*\?>\n/, '')
    .replace(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g, (...found) => {
      const [, end, name, , empty] = found as [string, string, string, string, string]
      if (end) return open.pop() === name ? '' : `</${name}>`
      if (!empty) open.push(name)
      return ''
    })
  if (open.length || /[<>]/.test(rest)) return `${open.join()} ${rest}`
  const reference = /&(?!(?:lt|gt|amp|quot|#39);)/.exec(svg)
  return reference ? svg.slice(reference.index, reference.index + 20) : null
}

describe('a picture as SVG', () => {
  it('has the title, each name, the kinds that occur with their counts, and the newest note', () => {
    const svg = draw()
    for (const text of [
      'Notes',
      'RWKV',
      'Mamba',
      'linear attention',
      'a Model 2',
      'a Method 1',
      'Newest note: 2024-03-06',
    ])
      expect(textsOf(svg)).toContain(text)
    expect(textsOf(svg)).not.toContain('a Paper 0')
    expect(faultOf(svg)).toBeNull()
  })

  it('draws edges as the canvas does: wider by weight, dashed by scope, an arrow where there is a direction', () => {
    const edges = [
      edge('model/mamba', 'model/rwkv', { weight: 4 }),
      edge('method/linear-attention', 'model/rwkv', { weight: 1, scope: 'thread' }),
      edge('model/rwkv', 'method/linear-attention', { type: 'USES', weight: 1, scope: 'turn' }),
    ]
    const svg = draw({ edges })
    const lines = [...svg.matchAll(/<path d="M[^"]*" stroke-width="([\d.]+)"[^>]*?(?:stroke-dasharray="([^"]*)")?\/>/g)]
    expect(lines.map(([, width, dash]) => [Number(width) === 5, dash])).toEqual([
      [true, undefined],
      [false, '1.5 4.5'],
      [false, '7 5'],
    ])
    expect(svg.match(/<path [^>]*fill-opacity/g)).toHaveLength(1)
    // Two edges of one pair bend away from each other.
    expect(svg.match(/d="M[^"]*Q/g)).toHaveLength(2)
  })

  it('leaves out an edge whose end is not in the picture', () => {
    expect(draw({ edges: [edge('model/rwkv', 'model/gone')] })).not.toContain('stroke-opacity')
  })

  it.each([
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"\'&amp;\u0000\u0008\ufffe',
    '\ud800 half an emoji',
    '\u202eكيث 👩‍🔬',
    'x'.repeat(300),
  ])('keeps %j as text', (name) => {
    const svg = draw({ entities: [entity('model/x', { name }), rwkv], title: name })
    expect(faultOf(svg)).toBeNull()
    expect(svg).not.toMatch(/<(?:script|img)/)
    expect(svg).not.toMatch(/[\u0000-\u0008\ufffe]/)
  })

  it('is well-formed, finite and the same each time, for any names and places', () => {
    const one = fc.tuple(fc.string({ unit: 'binary', maxLength: 30 }), fc.double({ min: -1e4, max: 1e4, noNaN: true }))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (given) => {
        const entities = given.map(([name], index) => entity(`model/${index}`, { name }))
        const positions = new Map(given.map(([, x], index): [string, Point] => [`model/${index}`, { x, y: -x }]))
        const svg = draw({ entities, positions })
        expect(faultOf(svg)).toBeNull()
        expect(svg).not.toMatch(/NaN|Infinity/)
        expect(draw({ entities, positions })).toBe(svg)
      }),
      { numRuns: 50 },
    )
  })

  it('can be given a width', () => {
    expect(draw({ width: 1200 })).toMatch(/ width="1200" height="\d+"/)
  })

  it('has the colours of the light page', () => {
    const tokens = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8')
    const light = (token: string) => new RegExp(`${token}: light-dark\\((#\\w+),`).exec(tokens)?.[1]
    expect([LIGHT.ground, LIGHT.ink, LIGHT.muted]).toEqual(['--ground', '--ink', '--muted'].map(light))
    for (const [kind, color] of Object.entries(LIGHT.kinds)) {
      const own = new RegExp(`\\.kind-${kind.toLowerCase()} \\{\\s*--kind: light-dark\\((#\\w+),`).exec(tokens)?.[1]
      expect([kind, color]).toEqual([kind, own])
    }
  })
})

it.each([
  ['RWKV – Mamba: a view', 'RWKV-Mamba-a-view.svg'],
  ['线性注意力 的邻居', '线性注意力-的邻居.svg'],
  ['../../etc/passwd', 'etc-passwd.svg'],
  ['???', 'kith.svg'],
  ['x'.repeat(300), `${'x'.repeat(80)}.svg`],
])('a file of %j is called %s', (title, name) => {
  expect(fileName(title, 'svg')).toBe(name)
})
