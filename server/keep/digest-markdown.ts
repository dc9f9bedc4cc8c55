/** A digest as Markdown: what one reads in the morning, every line with its source. */
import type { ConceptNews, Digest, FirstMeeting, NewEntity } from '../api/keep.ts'
import { PARTS, type RelatedPaper } from '../api/related.ts'
import type { Receipt } from '../api.ts'
import { between, escapeLine, escapeMarkdown, joinBlocks, toTarget } from './markdown.ts'
import { toQuote } from './quotes.ts'

export function digestMarkdown(digest: Digest): string {
  const { concepts, meetings, entities } = digest
  if (digest.since === null) return joinBlocks(['# What is new', describeTime(digest)])
  return joinBlocks([
    `# What is new${digest.since === digest.until ? ` on ${digest.since}` : `, ${digest.since} to ${digest.until}`}`,
    describeTime(digest),
    concepts.length === 0 && 'You follow nothing yet: "kith follow NAME" brings its papers here.',
    ...concepts.map(describeConcept),
    '## First meetings',
    meetings.total === 0 ? 'None: what was known before met nothing new.' : 'Known before, and never named together.',
    meetings.items.map(describeMeeting).join('\n'),
    describeRest(meetings.total - meetings.items.length, 'first meeting'),
    '## New names',
    entities.total === 0 && 'None.',
    entities.items.map(describeEntity).join('\n'),
    describeOthers(digest),
  ])
}

/** Which days, why these, and what cannot be counted. */
function describeTime({ since, newest, chosen, documents, outOf, undated }: Digest): string {
  const unseen = undated > 0 && `${count(undated, 'document')} without a date can never be counted as new.`
  if (since === null)
    return 'No document tells of a day, so none is newer than another. "kith diff OLD NEW" compares two graphs.'
  const from = chosen ? '' : ` ${since} is the last dated day before the newest, ${newest}; --since says another.`
  const told = `${documents} of ${count(outOf, 'document')} ${documents === 1 ? 'tells' : 'tell'} of this time.`
  return [`${told}${since === newest && !chosen ? '' : from}`, unseen].filter(Boolean).join(' ')
}

function describeConcept({ concept, asked, items, total, before, read }: ConceptNews): string {
  const name = escapeMarkdown(concept?.name ?? asked)
  const left = read > 0 && `${count(read, 'paper')} that you have read left out.`
  return joinBlocks([
    `## Papers for ${name}`,
    total === 0 && `No ${read > 0 ? 'other ' : ''}paper of this time is near ${name}.`,
    before && `The newest before:\n\n${describePaper(before, 1)}`,
    items.map((paper, at) => describePaper(paper, at + 1)).join('\n'),
    describeRest(total - items.length, 'paper'),
    left,
  ]).trimEnd()
}

function describePaper(paper: RelatedPaper, rank: number): string {
  const { title, url, date, arxiv, score, parts, receipts } = paper
  const label = `**${escapeMarkdown(title)}**`
  const reasons = PARTS.filter((part) => (parts[part] ?? 0) > 0)
    .sort((a, b) => (parts[b] ?? 0) - (parts[a] ?? 0))
    .map((part) => `${part} ${(parts[part] ?? 0).toFixed(2)}`)
  const facts = [date, arxiv && `arXiv:${arxiv}`, `${score.toFixed(2)} = ${reasons.join(' + ')}`].filter(Boolean)
  return [
    `${rank}. ${url ? `[${label}](${toTarget(url)})` : label}  `,
    `   ${facts.join(' · ')}`,
    ...receipts.slice(0, 1).map((receipt) => describeLine(receipt, '   ')),
  ].join('\n')
}

function describeMeeting({ type, source, target, date, receipts }: FirstMeeting): string {
  return [
    `- **${escapeMarkdown(source.name)}${between(type)}${escapeMarkdown(target.name)}**${date ? ` (${date})` : ''}`,
    ...receipts.map((receipt) => describeLine(receipt, '  ')),
  ].join('\n')
}

function describeEntity({ entity: { name, kind, mentions, firstSeen }, receipts }: NewEntity): string {
  return [
    `- **${escapeMarkdown(name)}** · ${kind} · ${count(mentions, 'mention')}${firstSeen ? ` · ${firstSeen}` : ''}`,
    ...receipts.map((receipt) => describeLine(receipt, '  ')),
  ].join('\n')
}

function describeLine(receipt: Receipt, indent: string): string {
  return `${indent}> ${escapeLine(toQuote(receipt))} (${escapeMarkdown(receipt.path)}:${receipt.line})`
}

function describeOthers({ entities: { items, total, papers, people } }: Digest): string | null {
  const others = [papers > 0 && count(papers, 'paper'), people > 0 && (people === 1 ? '1 person' : `${people} people`)]
  const beside = others.filter(Boolean).join(' and ')
  const rest = describeRest(total - items.length, 'new name')
  return [rest, beside && `${beside} named for the first time.`].filter(Boolean).join(' ') || null
}

function describeRest(more: number, what: string): string | null {
  return more > 0 ? `And ${more === 1 ? `1 more ${what}` : `${more} more ${what}s`}.` : null
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
