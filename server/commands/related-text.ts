/** The papers for a concept as one reads them on a terminal. */
import { PARTS, type Part, type Related, type RelatedPaper, type WhyNot } from '../api/related.ts'
import { KithError } from '../errors.ts'
import { table } from '../terminal.ts'
import { describeReceipt } from './show.ts'

/** Authors told by name. */
const FEW = 3
const BEST = 10
/** What would be written as 0.00 is left out. */
const LEAST = 0.005

export function describeRelated(related: Related, asked: string, isFiltered: boolean): string {
  const { items, total } = related
  const left = total > items.length ? [`${items.length} of ${total}`] : []
  return [...describeConcept(related, asked, isFiltered), ...items.map(describePaper), ...left].join('\n')
}

/** What must be known before the papers: that there are none, or that they were found by words alone. */
function describeConcept({ concept, nearest, total }: Related, asked: string, isFiltered: boolean): string[] {
  const near = nearest.length ? ` Names near it: ${nearest.map(({ name }) => name).join(', ')}.` : ''
  if (total === 0)
    return [isFiltered ? 'No paper passes the filters.' : `No paper speaks of "${shorten(asked)}".${near}`]
  return concept ? [] : [`No name in the graph is "${shorten(asked)}"; the papers are ranked by its words.${near}`]
}

function describePaper(paper: RelatedPaper, at: number): string {
  const [receipt] = paper.receipts
  const lines = [...describeAuthors(paper.authors), sum(paper)].map((line) => `   ${line}`)
  const evidence = receipt ? describeReceipt(receipt).replace(/^/gm, ' ') : []
  return [`${at + 1}. ${describeTitle(paper)}`, ...lines].concat(evidence).join('\n')
}

/** `Mamba: Linear-Time Sequence Modeling (2023) arXiv:2312.00752 · read` */
function describeTitle({ title, year, arxiv, url, read }: RelatedPaper): string {
  const where = arxiv ? ` arXiv:${arxiv}` : url ? ` ${url}` : ''
  return `${title}${year ? ` (${year})` : ''}${where}${read ? ' · read' : ''}`
}

function describeAuthors(authors: readonly string[]): string[] {
  if (!authors.length) return []
  return [authors.slice(0, FEW).join(', ') + (authors.length > FEW ? ' et al.' : '')]
}

/** `7.42 = words 3.10 + phrase 2.20 + company 2.12` */
function sum({ score, parts }: Pick<RelatedPaper, 'score' | 'parts'>): string {
  const reasons = PARTS.filter((part) => Math.abs(parts[part]) >= LEAST)
  return `${score.toFixed(2)} = ${reasons.map((part) => `${part} ${parts[part].toFixed(2)}`).join(' + ') || '0'}`
}

/** @throws KithError `not_found` where the answer tells nothing of the paper */
export function describeWhy({ asked, items, total }: Related): string {
  if (!asked) throw new KithError('not_found', 'The graph tells nothing of this paper. Try kith search.')
  const { paper } = asked
  const average = (part: Part) =>
    items.slice(0, BEST).reduce((all, { parts }) => all + parts[part], 0) / Math.max(1, Math.min(BEST, items.length))
  const rows = PARTS.map((part) => [part, paper.parts[part].toFixed(2), average(part).toFixed(2)])
  const [receipt] = paper.receipts
  return [
    describeTitle(paper),
    reasonOf(asked, total),
    '',
    table(['part', 'this paper', 'best ten'], rows),
    ...(receipt ? ['', describeReceipt(receipt)] : []),
  ].join('\n')
}

function reasonOf({ rank, weakest, missing, filtered }: WhyNot, total: number): string {
  if (filtered) return 'A filter leaves it out.'
  if (rank === null) return 'Nothing in it speaks of the concept.'
  if (rank === 1) return 'It is the first.'
  const place = `It is number ${rank} of ${total}`
  if (weakest === null || missing < LEAST) return `${place}, with as much as the best ten have on average.`
  return `${place}: ${weakest} gives it ${missing.toFixed(2)} less than the best ten have on average.`
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 80 ? `${characters.slice(0, 80).join('')} …` : text
}
