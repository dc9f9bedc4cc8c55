/**
 * An entity → the one sentence in which the notes say what it is, or null where none does.
 *
 * Every sentence that names it is held against a table of patterns (definition-patterns.ts); a short whole sentence, with
 * the name as its subject, from the document that names it most, is preferred. For a paper with a page of its own it is
 * the first sentence of that page's summary.
 */
import { fold } from '../../ingest/fold.ts'
import { sentences } from '../../ingest/sentences.ts'
import type { Receipt } from '../api.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { DEFINITION_PATTERNS, type DefinitionPattern, NO_DEFINITION } from './definition-patterns.ts'
import { toReceipts } from './receipts.ts'

/** A passage's text with one name in it; offsets into the text. */
export interface NamedLine {
  passage: string
  text: string
  start: number
  end: number
}

/** A stretch of a passage that says what something is. */
export interface Definition {
  passage: string
  start: number
  end: number
  /** How good it is, up to 100. */
  score: number
}

/** Lines a hub is looked for in, those that begin with its name first; it has more than enough of them. */
const MOST_LINES = 1_500
/** The best ones, among which the document that names it most decides. */
const MOST_CANDIDATES = 8

/** @param byDocument how often each document names it */
export async function askDefinition(
  database: Database,
  id: string,
  byDocument: ReadonlyMap<string, number>,
): Promise<Receipt | null> {
  const summary = id.startsWith('paper/') ? await firstOfSummary(database, id) : null
  if (summary) return (await toReceipts(database, [summary]))[0] ?? null
  const lines = await load<{ id: string; limit: number }, NamedLine>('definition-lines')(database, {
    id,
    limit: MOST_LINES,
  })
  const candidates = toDefinitions(lines).slice(0, MOST_CANDIDATES)
  const most = Math.max(1, ...byDocument.values())
  let best: { receipt: Receipt; score: number } | null = null
  for (const candidate of candidates) {
    const [receipt] = await toReceipts(database, [candidate])
    if (!receipt) continue
    const score = candidate.score + (WORTH_OF_HOME * (byDocument.get(receipt.document) ?? 0)) / most
    if (!best || score > best.score) best = { receipt, score }
  }
  return best?.receipt ?? null
}

/** What it is worth to stand in the document that names the entity most. */
const WORTH_OF_HOME = 6

/** The best first; between equals by their place. */
export function toDefinitions(lines: readonly NamedLine[]): Definition[] {
  const found = new Map<string, Definition>()
  for (const line of withoutStrays(lines)) {
    const definition = toDefinition(line)
    if (!definition) continue
    const key = `${definition.passage}:${definition.start}`
    const present = found.get(key)
    if (!present || definition.score > present.score) found.set(key, definition)
  }
  return [...found.values()].sort((a, b) => b.score - a.score || order(a, b))
}

/** A spelling that a much-named entity hardly ever has is often a namesake: a paper's own ICL is not in-context learning. */
function withoutStrays(lines: readonly NamedLine[]): readonly NamedLine[] {
  if (lines.length < MANY) return lines
  const spellingOf = ({ text, start, end }: NamedLine) => fold(text.slice(start, end))
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(spellingOf(line), (counts.get(spellingOf(line)) ?? 0) + 1)
  return lines.filter((line) => (counts.get(spellingOf(line)) ?? 0) >= lines.length * STRAY)
}

const MANY = 50
const STRAY = 0.02

function order(a: Definition, b: Definition): number {
  return a.passage < b.passage ? -1 : a.passage > b.passage ? 1 : a.start - b.start
}

const SHORTEST = 10
const LONGEST = 360
/** Longer sentences take more reading than one gives a definition. */
const EASY = 140

function toDefinition({ passage, text, start, end }: NamedLine): Definition | null {
  const sentence = sentences(text).find((span) => span.start <= start && span.end >= end)
  if (!sentence) return null
  const span = trim(text, sentence)
  const length = span.end - span.start
  const words = text.slice(span.start, span.end)
  if (length < SHORTEST || length > LONGEST || isNoProse(words) || NO_DEFINITION.test(words)) return null
  const before = text.slice(span.start, start)
  const after = withoutBracket(text.slice(end, span.end))
  const pattern = DEFINITION_PATTERNS.find((pattern) => fits(pattern, before, after))
  if (!pattern) return null
  const spelledOut = after.length < span.end - end ? 1 : 0
  return {
    passage,
    start: span.start,
    end: span.end,
    score: pattern.worth + spelledOut - Math.max(0, length - EASY) / 10,
  }
}

function fits({ stand, before: wanted, after: follows }: DefinitionPattern, before: string, after: string): boolean {
  if (stand === 'subject' && !OPENING.test(before)) return false
  return (!wanted || wanted.test(before)) && follows.test(after)
}

/** What may stand before a subject: bullets, a speaker, emphasis, an article, a short adverb with its comma. */
const OPENING =
  /^\s*(?:(?:[-*+>•]|\d{1,2}[.)、，,]|[(（]\d{1,2}[)）]|[①-⑳])\s*)*(?:[A-Z]\d{0,2}|(?:研究员|同学|嘉宾)\s?\S{0,3})?(?:[：:]\s*)?[*_"“‘「《`[【]*(?:(?:The|A|An|所谓|其中|具体来说|简单来说|此外|例如|In short|In summary|Specifically|Recently|However|Notably|First|Second|Third)[，,]?\s*)?(?:the |a |an )?[*_"“‘「《`[【]*$/i

/** The name's own closing marks, and a bracket right after it that spells it out or translates it. */
function withoutBracket(after: string): string {
  return after
    .replace(/^(?:\]\([^)\s]*\)|[\]】」》”"’*_`)）])+/, '')
    .replace(/^\s*(?:（[^（）]{1,80}）|\([^()]{1,80}\))[*_`]*/, '')
    .replace(/^[*_`”"]+/, '')
}

/** Headings, table rows, code, and lines that are mostly links. */
function isNoProse(words: string): boolean {
  if (/^\s*(?:#|\||```|<)/.test(words)) return true
  const links = [...words.matchAll(/https?:\/\/\S+/g)].reduce((sum, [link]) => sum + link.length, 0)
  return links * 2 > words.length
}

/** Without bullets, quote marks and space at its ends; emphasis stays where it is not around the whole. */
function trim(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const words = text.slice(start, end)
  const left = /^(?:\s|[-+>•]\s|\*\s)*/.exec(words)?.[0].length ?? 0
  const right = words.length - words.trimEnd().length
  const whole = /^\*\*([^*]+)\*\*$/.exec(words.slice(left, words.length - right)) ? 2 : 0
  return { start: start + left + whole, end: end - right - whole }
}

/** Headings of a page under which its paper is summed up, the best first. */
const SUMMARIES = [/一句话|TL;?DR/i, /summary|总结/i, /摘要|abstract/i]

/** The first sentence of the summary on the paper's own page. */
async function firstOfSummary(database: Database, id: string): Promise<Definition | null> {
  type Line = { passage: string; text: string; heading: string | null; order: number; document: string }
  const lines = await load<{ id: string }, Line>('summary-lines')(database, { id })
  for (const heading of SUMMARIES) {
    const line = lines.find(
      (line) => line.heading && heading.test(line.heading) && !isNoProse(line.text) && !heading.test(line.text),
    )
    const [first] = line ? sentences(line.text) : []
    if (!line || !first) continue
    const span = trim(line.text, first)
    if (span.end - span.start >= SHORTEST) return { passage: line.passage, ...span, score: 100 }
  }
  return null
}
