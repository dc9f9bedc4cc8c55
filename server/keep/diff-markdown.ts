/** A diff as Markdown: what the new graph added, what became what, what grew, and at the end what is gone. */
import type { Diff, Joined, Listed, NamedThing, Only } from '../api/diff.ts'
import type { Receipt } from '../canonical.ts'
import { between, escapeLine, escapeMarkdown, joinBlocks, toTarget } from './markdown.ts'
import { toQuote } from './quotes.ts'

export function diffMarkdown(diff: Diff): string {
  const { added, removed, changed, renamed, grew, shrank } = diff
  const sections = [
    ...onlySections(added, 'New'),
    section('Changed documents', changed, ({ path }) => `- ${escapeMarkdown(path)}`),
    section('Called otherwise, merged or split', renamed, describeRenamed),
    section('Joined much more strongly', grew, describeGrown),
    section('Joined much less strongly', shrank, describeGrown),
    ...onlySections(removed, 'Gone'),
  ].filter((text) => text !== null)
  if (sections.length === 0) return joinBlocks(['# What was added', 'Nothing: the two graphs are the same.'])
  return joinBlocks(['# What was added', describeSum(diff), ...sections])
}

/** In one sentence, with nothing of what is none. */
function describeSum({ added, removed }: Diff): string {
  const said = [count(added, ''), count(removed, 'gone')].flat()
  return said.length ? `${said.join(', ')}.` : 'No document, name or meeting is new or gone.'
}

function count({ documents, papers, entities, meetings }: Only, gone: string): string[] {
  const counts = [
    [documents.total, 'document', 'documents'],
    [papers.total, 'paper', 'papers'],
    [entities.total, 'name', 'names'],
    [meetings.total, 'first meeting', 'first meetings'],
  ] as const
  return counts
    .filter(([total]) => total > 0)
    .map(([total, one, many]) => `${total} ${total === 1 ? one : many}${gone && ` ${gone}`}`)
}

function onlySections(
  { documents, papers, entities, meetings, relations }: Only,
  how: 'New' | 'Gone',
): (string | null)[] {
  const first = how === 'New' ? 'First meetings' : 'Meetings that are gone'
  return [
    section(`${how} documents`, documents, ({ path, title, date }) =>
      line(`- ${escapeMarkdown(path)}`, title !== path && escapeMarkdown(title), date),
    ),
    section(`${how} papers`, papers, ({ title, url, arxiv, year }) =>
      line(`- ${toLink(title, url)}`, year && String(year), arxiv && `arXiv:${arxiv}`),
    ),
    section(first, meetings, (joined) => describeJoined(joined)),
    section(`${how} relations`, relations, (joined) => describeJoined(joined, between(joined.type))),
    section(`${how} names`, entities, ({ name, kind, mentions, documents: places }) =>
      line(
        `- **${escapeMarkdown(name)}**`,
        kind,
        `${mentions} ${mentions === 1 ? 'mention' : 'mentions'} in ${places} ${places === 1 ? 'document' : 'documents'}`,
      ),
    ),
  ]
}

function section<T>(title: string, { items, total }: Listed<T>, describe: (item: T) => string): string | null {
  if (total === 0) return null
  const rest = total - items.length
  return joinBlocks([
    `## ${title}`,
    items.map((item) => describe(item)).join('\n'),
    rest > 0 && `And ${rest} more.`,
  ]).trimEnd()
}

function describeJoined({ source, target, receipts }: Joined, how = between('CO_MENTION')): string {
  const name = ({ name: text }: NamedThing) => escapeMarkdown(text)
  return [`- **${name(source)}${how}${name(target)}**`, ...receipts.map(describeLine)].join('\n')
}

function describeLine(receipt: Receipt): string {
  const { path, line: at } = receipt
  return `  > ${escapeLine(toQuote(receipt))} (${escapeMarkdown(path)}:${at})`
}

function describeRenamed({ from, to }: { from: NamedThing[]; to: NamedThing[] }): string {
  const all = (things: NamedThing[]) =>
    things.map(({ name, id }) => `**${escapeMarkdown(name)}** (${escapeMarkdown(id)})`).join(' and ')
  return `- ${all(from)} → ${all(to)}`
}

function describeGrown({ source, target, before, after }: Diff['grew']['items'][number]): string {
  const names = `${escapeMarkdown(source.name)} — ${escapeMarkdown(target.name)}`
  return `- **${names}** ${before.toFixed(1)} → ${after.toFixed(1)}`
}

function toLink(title: string, url: string | null): string {
  const text = `**${escapeMarkdown(title)}**`
  return url ? `[${text}](${toTarget(url)})` : text
}

const line = (...parts: readonly (string | number | false | null)[]): string => parts.filter(Boolean).join(' · ')
