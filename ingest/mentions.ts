/**
 * A passage's text → the names in it, with the rule that found each.
 *
 * Links come first, then the titles beside them, then the lexicon from left to right, longest name first; no name
 * stands inside another, except that a title's own names are kept apart as `inTitle`: they join entities, but the
 * title is what a reader sees there.
 */
import { fold, isLatin } from './fold.ts'
import { accepts, type Entry, type Lexicon, type Spelling } from './lexicon.ts'
import { type Link, toLink, trimUrl, URL as URL_PATTERN } from './links.ts'
import { isWordStart, type Match } from './matcher.ts'
import { findPeople } from './people.ts'
import { CUE_REACH, CUES } from './rules/cues.ts'
import { GENERIC, LAYOUT_RULES } from './rules/layout.ts'
import { VERSION_RULES } from './rules/versions.ts'
import { labelOf } from './template.ts'
import type { Kind, PaperFacts } from './types.ts'

/** What a find names: an entity the lexicon or a link knows by id, or a name to be gathered by its spelling. */
export interface Named {
  kind: Kind
  name: string
  id?: string
  facts?: PaperFacts
}

/** One name in one place; offsets into the passage's text. */
export interface Find {
  start: number
  end: number
  rule: string
  named: Named
  /** Inside a title that is itself a find. */
  inTitle: boolean
}

export interface MentionOptions {
  lexicon: Lexicon
  /** Where the words begin, after a turn's marker. Default 0. */
  from?: number
  /** Lines that carry no mentions. Default none. */
  isTemplate?: ((line: string) => boolean) | null
  /** What a page of one paper says of itself. */
  page?: { id: string; facts: PaperFacts } | null
}

/** Finds by start; `text.slice(start, end)` is the surface. */
export function toMentions(
  text: string,
  { lexicon, from = 0, isTemplate = null, page = null }: MentionOptions,
): Find[] {
  const taken = new Taken(text.length)
  const finds: Find[] = []
  if (isTemplate) for (const line of templateSpans(text, isTemplate)) taken.add(line.start, line.end)
  finds.push(...titleFinds(text, taken, page), ...linkFinds(text, taken, lexicon))
  for (const { start, end } of markup(text)) taken.add(start, end)
  finds.push(...layoutFinds(text, taken, lexicon), ...lexiconFinds(text, lexicon, from, text.length, taken))
  finds.push(...peopleFinds(text, taken, lexicon))
  for (const title of finds.filter(isTitle)) finds.push(...namesInTitle(text, title, lexicon))
  return finds.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A paper's find that is words, not a link. */
function isTitle({ named, rule }: Find): boolean {
  return named.kind === 'Paper' && !rule.startsWith('link:')
}

function namesInTitle(text: string, { start, end }: Find, lexicon: Lexicon): Find[] {
  return lexiconFinds(text, lexicon, start, end, new Taken(text.length), isNoPaper).map((find) => ({
    ...find,
    inTitle: true,
  }))
}

function isNoPaper({ entry }: Spelling): boolean {
  return entry.kind !== 'Paper'
}

/** The code units of a text where no further name may stand. */
class Taken {
  private readonly units: Uint8Array

  constructor(length: number) {
    this.units = new Uint8Array(length)
  }

  add(start: number, end: number): void {
    this.units.fill(1, start, end)
  }

  has(at: number): boolean {
    return this.units[at] === 1
  }

  touches(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.units[at]) return true
    return false
  }
}

function templateSpans(text: string, isTemplate: (line: string) => boolean): { start: number; end: number }[] {
  const spans = []
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, end)
    const label = labelOf(line)
    if (isTemplate(line)) spans.push({ start, end })
    else if (label && isTemplate(label)) spans.push({ start, end: start + line.indexOf(label) + label.length })
    start = end + 1
  }
  return spans
}

// [Mamba: Linear-Time Sequence Modeling …](https://arxiv.org/abs/2312.00752)
const MARKDOWN_LINK = /(?<!!)\[([^\]\n]{8,300})\]\((https?:[^\s)]+)\)/g
// 《Training language models to follow instructions》
const BOOK_TITLE = /《([^》\n]{12,300})》/g
const WORDS = /[A-Za-z][\w'-]*/g

/** Three English words or more and little Chinese: [InfoNCE] and [最早的 linear attention] are what a note calls a paper. */
function readsAsTitle(text: string): boolean {
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  return (text.match(WORDS) ?? []).length >= 3 && han < text.length * 0.2 && !/^https?:/.test(text)
}

function titleFinds(text: string, taken: Taken, page: MentionOptions['page']): Find[] {
  const finds: Find[] = []
  const add = (start: number, end: number, rule: string, named: Named) => {
    if (taken.touches(start, end)) return
    taken.add(start, end)
    finds.push({ start, end, rule, named, inTitle: false })
  }
  if (page?.facts.title && text.includes(page.facts.title) && !/^\s*</.test(text)) {
    const start = text.indexOf(page.facts.title)
    const named: Named = { kind: 'Paper', id: page.id, name: page.facts.title, facts: page.facts }
    add(start, start + page.facts.title.length, 'title:page', named)
  }
  if (text.includes('](')) {
    for (const { 0: whole, 1: title = '', 2: url = '', index } of text.matchAll(MARKDOWN_LINK)) {
      const link = toLink(url)?.link
      if (link?.kind !== 'Paper' || !readsAsTitle(title)) continue
      const start = index + whole.indexOf(title)
      add(start, start + title.length, 'title:link', { ...link, name: title, facts: { ...link.facts, title } })
    }
  }
  if (text.includes('《')) {
    for (const { 1: title = '', index } of text.matchAll(BOOK_TITLE)) {
      if (!readsAsTitle(title)) continue
      add(index + 1, index + 1 + title.length, 'title:quoted', { kind: 'Paper', name: title, facts: { title } })
    }
  }
  return finds
}

function linkFinds(text: string, taken: Taken, lexicon: Lexicon): Find[] {
  if (!/\/\/|arxiv|\.(?:org|com|co|net)\//i.test(text)) return []
  const finds: Find[] = []
  for (const { 0: raw, index } of text.matchAll(URL_PATTERN)) {
    const url = trimUrl(raw)
    const end = index + url.length
    if (taken.has(index)) continue
    const known = toLink(url)
    // A bare "arXiv: 2312.00752v2" is marked from its number on.
    const start =
      known?.rule === 'link:arxiv-id' ? end - (/[\d.]+(?:v\d+)?$/.exec(url)?.[0].length ?? url.length) : index
    if (known) finds.push({ start, end, rule: known.rule, named: toNamed(known.link, lexicon), inTitle: false })
    taken.add(index, end)
  }
  return finds
}

/** A repository is the entity of its name where the lexicon has one. */
function toNamed({ id, kind, name, facts }: Link, lexicon: Lexicon): Named {
  const entry = id ? lexicon.byId.get(id) : lexicon.find(name)
  if (entry) return fromEntry(entry, facts)
  return id ? { kind, name, id, facts } : { kind, name }
}

function fromEntry({ id, kind, name, facts }: Entry, more?: PaperFacts): Named {
  return kind === 'Paper' ? { id, kind, name, facts: { ...more, ...facts } } : { id, kind, name }
}

/** HTML tags and inline code of one word: nothing in them is prose. */
function markup(text: string): { start: number; end: number }[] {
  if (!text.includes('<')) return []
  return [...text.matchAll(/<\/?[a-zA-Z][^<>]*>/g)].map(({ 0: tag, index }) => ({
    start: index,
    end: index + tag.length,
  }))
}

function layoutFinds(text: string, taken: Taken, lexicon: Lexicon): Find[] {
  const finds: Find[] = []
  for (const { name: rule, label, kind, item } of LAYOUT_RULES) {
    const from = label.exec(text)?.[0].length
    if (!from) continue
    const line = text.slice(from, text.includes('\n', from) ? text.indexOf('\n', from) : text.length)
    for (const found of line.matchAll(item)) {
      const name = found[1] ?? found[2] ?? ''
      const start = from + found.index + found[0].indexOf(name)
      const end = start + name.length
      if (GENERIC.test(name) || taken.touches(start, end)) continue
      const entry = lexicon.find(name)
      taken.add(start, end)
      finds.push({
        start,
        end,
        rule: `layout:${rule}`,
        named: entry ? fromEntry(entry) : { kind, name },
        inTitle: false,
      })
    }
  }
  return finds
}

function peopleFinds(text: string, taken: Taken, lexicon: Lexicon): Find[] {
  return findPeople(text).flatMap(({ start, end, rule }) => {
    const name = text.slice(start, end)
    if (taken.touches(start, end) || lexicon.find(name)) return []
    return [{ start, end, rule, named: { kind: 'Person' as const, name }, inTitle: false }]
  })
}

function lexiconFinds(
  text: string,
  lexicon: Lexicon,
  from: number,
  to: number,
  taken: Taken,
  isWanted: (spelling: Spelling) => boolean = () => true,
): Find[] {
  const finds: Find[] = []
  for (let at = from; at < to; at++) {
    if (!isWordStart(text, at) || !lexicon.matcher.begins(text, at) || taken.has(at)) continue
    const matches = lexicon.matcher.at(text, at)
    for (const match of matches) {
      const find = toFind(text, match, lexicon, isWanted)
      if (!find || find.end > to || taken.touches(find.start, find.end)) continue
      finds.push(find)
      taken.add(find.start, find.end)
      at = find.end - 1
      break
    }
  }
  return finds
}

function toFind(
  text: string,
  { start, end, pattern }: Match,
  lexicon: Lexicon,
  isWanted: (spelling: Spelling) => boolean,
): Find | null {
  const surface = text.slice(start, end)
  const spellings = lexicon.spellingsOf(pattern).filter(isWanted)
  const plain = spellings.find((spelling) => accepts(spelling, surface))
  const chosen = plain ?? spellings.find((spelling) => hasCue(text, start, end, spelling))
  if (!chosen) return null
  const rule = plain ? 'lexicon' : 'lexicon:cue'
  const version = versionAfter(text, end, chosen.entry.kind, lexicon)
  if (!version) return { start, end, rule, named: fromEntry(chosen.entry), inTitle: false }
  const whole = text.slice(start, end + version.length)
  const entry = lexicon.find(whole)
  const named = entry
    ? fromEntry(entry)
    : { kind: chosen.entry.kind, name: chosen.entry.name + version.replace(/^[_ ]/, '-') }
  return { start, end: end + version.length, rule: `${rule}:version`, named, inTitle: false }
}

/** Doubtful names, and those that are words in another case (yi, phi), count beside a word that shows their kind. */
function hasCue(text: string, start: number, end: number, { entry }: Spelling): boolean {
  const near = `${text.slice(Math.max(0, start - CUE_REACH), start)} ${text.slice(end, end + CUE_REACH)}`
  return CUES[entry.kind].test(near)
}

/** The version guard: what makes of a known name another one, or ''. Two names may be joined by a hyphen: RWKV-Mamba. */
function versionAfter(text: string, end: number, kind: Kind, lexicon: Lexicon): string {
  const rest = text.slice(end, end + 40)
  if (!/^[-_. \d]/.test(rest) || !isLatin(text.charCodeAt(end - 1))) return ''
  for (const { kinds, pattern } of VERSION_RULES) {
    const version = kinds.includes(kind) ? (pattern.exec(rest)?.[0] ?? '') : ''
    if (!fold(version) || /^[.\s]*$/.test(version)) continue
    const joined =
      version[0] === '-' && lexicon.matcher.at(text, end + 1).some((match) => match.end >= end + version.length)
    if (!joined) return version
  }
  return ''
}
