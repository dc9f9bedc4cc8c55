/** The legend of a picture: the kinds and scopes that occur in it, with counts, and the date of the newest note. */
import { widthOf } from '../graph/boxes.ts'
import { KINDS, pathOf, SCOPES } from '../kinds.ts'
import type { Edge, Entity } from '../types.ts'
import type { Colors } from './colors.ts'
import { DASHES } from './lines.ts'
import type { LegendWords } from './svg.ts'
import { escapeXml, tag } from './xml.ts'

const ROW = 22
const GAP = 20

interface Item {
  mark: string
  /** Of the mark with the gap behind it. */
  indent: number
  text: string
}

/** In rows of at most `room` px, from (0, 0) down. */
export function toLegend(
  entities: readonly Entity[],
  edges: readonly Edge[],
  words: LegendWords,
  { ink, muted, kinds: colors }: Colors,
  room: number,
): { svg: string; height: number } {
  const kinds = KINDS.flatMap((kind): Item[] => {
    const count = entities.filter((entity) => entity.kind === kind).length
    const look = { d: pathOf(kind), fill: colors[kind], transform: 'translate(0 -10) scale(0.75)' }
    return count ? [{ mark: tag('path', look), indent: 17, text: `${words.kinds[kind]} ${count}` }] : []
  })
  const scopes = SCOPES.flatMap((scope): Item[] => {
    const count = edges.filter((edge) => edge.scope === scope).length
    const look = { d: 'M0 -4h26', stroke: ink, 'stroke-width': 2, 'stroke-dasharray': DASHES[scope] }
    return count ? [{ mark: tag('path', look), indent: 32, text: `${words.scopes[scope]} ${count}` }] : []
  })
  const newest = entities.reduce((latest, { lastSeen }) => (lastSeen && lastSeen > latest ? lastSeen : latest), '')
  const rows = [...toRows(kinds, room), ...toRows(scopes, room)]
  const lines = rows.map((row, index) => tag('g', { transform: `translate(0 ${(index + 1) * ROW})` }, row))
  const y = (rows.length + 1) * ROW
  const date = newest ? tag('text', { x: 0, y, fill: muted }, escapeXml(words.newest(newest))) : ''
  return { svg: lines.join('') + date, height: y + 12 }
}

function toRows(items: readonly Item[], room: number): string[] {
  const rows: string[] = []
  let [row, x] = ['', 0]
  for (const { mark, indent, text } of items) {
    const width = indent + widthOf(text)
    if (x > 0 && x + width > room) {
      rows.push(row)
      ;[row, x] = ['', 0]
    }
    row += tag('g', { transform: `translate(${Math.round(x)} 0)` }, mark + tag('text', { x: indent }, escapeXml(text)))
    x += width + GAP
  }
  return row ? [...rows, row] : rows
}
