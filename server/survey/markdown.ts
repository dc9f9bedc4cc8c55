/** A survey → Markdown: headings and labels are the frame's, everything in quotation blocks is the notes' own. */
import { KINDS } from '../../ingest/types.ts'
import type { Survey, SurveyPaper, SurveySection } from '../api/survey.ts'
import type { Receipt } from '../api.ts'
import { escapeBlock, escapeMarkdown, toLink } from './escape.ts'
import { SURVEY_WORDS, type SurveyLanguage, type SurveyWords } from './words.ts'

/** @param bibtex of its papers; left out where it is empty */
export function toMarkdown(
  survey: Survey,
  { language = 'en', bibtex = '' }: { language?: SurveyLanguage; bibtex?: string } = {},
): string {
  const w = SURVEY_WORDS[language]
  const { lines, sections, others, timeline, comparisons, questions, method } = survey
  const number = sections.length + (others.papers.length + others.names.length > 0 ? 1 : 0)
  const blocks = [
    `# ${w.title(escapeMarkdown(survey.title))}`,
    w.intro,
    ...(lines.length ? [`## ${w.said}`, ...lines.map(toQuote)] : []),
    ...sections.flatMap((section, at) => toSection(section, at + 1, w)),
    ...(number > sections.length ? toOthers(others, w) : []),
    ...(timeline.items.length ? [`## ${w.timeline}`, toTimeline(survey, w)] : []),
    ...(comparisons.length ? [`## ${w.comparisons}`, toComparisons(survey, w)] : []),
    ...(questions.length ? [`## ${w.questions}`, ...questions.map(toQuote)] : []),
    `## ${w.method}`,
    w.account(method, sections.length),
    ...(bibtex ? ['## BibTeX', `${fenceOf(bibtex)}bibtex\n${bibtex.trimEnd()}\n${fenceOf(bibtex)}`] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function toSection({ names, title, lines, papers }: SurveySection, number: number, w: SurveyWords): string[] {
  return [
    `## ${number}. ${title.map(escapeMarkdown).join(' · ')}`,
    ...lines.map(toQuote),
    toNames(names, w),
    ...(papers.length ? [`### ${w.papers}`, ...papers.map(toPaper)] : []),
  ]
}

function toOthers({ names, papers }: Survey['others'], w: SurveyWords): string[] {
  return [`## ${w.others}`, ...(names.length ? [toNames(names, w)] : []), ...papers.map(toPaper)]
}

/** By kind, in the order of the kinds. */
function toNames(names: SurveySection['names'], { kinds }: SurveyWords): string {
  const rows = KINDS.flatMap((kind) => {
    const own = names.filter((name) => name.kind === kind)
    return own.length ? [`- **${kinds[kind] ?? kind}**: ${own.map(({ name }) => escapeMarkdown(name)).join(', ')}`] : []
  })
  return rows.join('\n')
}

/** The quote, and below it where it stands. */
function toQuote(receipt: Receipt): string {
  return `> ${escapeBlock(receipt.quote)}\n>\n> — ${placeOf(receipt)}`
}

function placeOf({ path, line, date, speaker }: Receipt): string {
  return [`${escapeMarkdown(path)}:${line}`, date, speaker && escapeMarkdown(speaker)].filter(Boolean).join(', ')
}

function toPaper({ title, authors, year, arxiv, url, quote }: SurveyPaper): string {
  const address = url ?? (arxiv ? `https://arxiv.org/abs/${arxiv}` : null)
  const facts = [authorsOf(authors), year, arxiv && `arXiv:${escapeMarkdown(arxiv)}`].filter(Boolean).join(', ')
  const head = `- **${toLink(title, address)}**${facts ? `. ${facts}.` : ''}`
  return quote ? `${head}\n\n${indent(toQuote(quote))}` : head
}

const indent = (text: string): string => text.replace(/^/gm, '  ')

const MOST_AUTHORS = 4

function authorsOf(authors: readonly string[]): string {
  const named = authors.slice(0, MOST_AUTHORS).map(escapeMarkdown).join(', ')
  return authors.length > MOST_AUTHORS ? `${named} et al.` : named
}

function toTimeline({ timeline }: Survey, w: SurveyWords): string {
  const rows = timeline.items.map(({ period, papers, meetings }) => [
    period,
    papers.map(({ title }) => escapeMarkdown(title)).join('<br>'),
    meetings
      .map(({ names, receipt }) => `${names.map(({ name }) => escapeMarkdown(name)).join(', ')} (${placeOf(receipt)})`)
      .join('<br>'),
  ])
  return toTable([w.period, w.published, w.met], rows)
}

function toComparisons({ comparisons }: Survey, w: SurveyWords): string {
  const rows = comparisons.map(({ type, source, target, receipt }) => [
    `${escapeMarkdown(source.name)} **${w.relation(type)}** ${escapeMarkdown(target.name)}`,
    `“${escapeMarkdown(receipt.quote)}” (${placeOf(receipt)})`,
  ])
  return toTable([w.names, w.words], rows)
}

/** Columns that are empty throughout are left out. */
function toTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = heads.flatMap((_, at) => (rows.some((row) => row[at]) ? [at] : []))
  const line = (row: readonly string[]) => `| ${kept.map((at) => row[at] ?? '').join(' | ')} |`
  return [line(heads), `| ${kept.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** Longer than any run of backticks inside. */
function fenceOf(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  return '`'.repeat(longest + 1)
}
