/**
 * A document → the names it gives itself: its keywords, what it proposes, what it spells out in brackets.
 *
 * Such a name counts in all of the document, before its definition too. A short form and its long form are one name.
 */
import type { Find, Named } from '../finds.ts'
import { fold, isHan, isLatin } from '../fold.ts'
import type { Hits } from '../matcher.ts'
import type { Kind } from '../types.ts'
import { hanNameStart, isShortForm, longFormStart } from './acronyms.ts'
import { isGeneric } from './generic.ts'
import { kindOfOwn, kindOfTerm } from './heads.ts'
import { fromEntry } from './links.ts'
import type { Page } from './page.ts'

/** What one document calls things: a spelling, and what it names there. */
export interface OwnName {
  spelling: string
  /** Two units or more. */
  folded: string
  named: Named
  rule: string
}

/**
 * @param found what the layout has found already
 * @param hits what the scan has, cues among them
 */
export function ownNames(page: Page, found: readonly Find[], hits: Hits): OwnName[] {
  const names = createNames(page)
  const title = page.paper?.facts.title
  if (title) readTitle(page.text, title, names)
  for (const { start, end, rule, named } of found) {
    if (rule !== 'layout:keywords' || names.isFull()) continue
    const name = page.text.slice(start, end)
    // A keyword that is also an ordinary word (推理) counts where it is a keyword, and elsewhere by its cues.
    const isDoubtful = page.lexicon.knows(name) && !page.lexicon.find(name)
    if (!isDoubtful) names.add([name], 'own:keyword', () => named.kind)
  }
  const { cues } = page.lexicon
  for (let at = 0; at < hits.length && !names.isFull(); at++) {
    const rules = cues.get(hits.patterns[at] as number)
    if (!rules) continue
    const end = hits.ends[at] as number
    for (const { name, pattern } of rules) {
      pattern.lastIndex = end
      const found = pattern.exec(page.text)?.[1]
      if (found && (isHan(found.charCodeAt(0)) || isCoined(found)))
        names.add([found], `own:${name}`, () => kindOfOwn(page.text, found, ''))
    }
    if (page.text.charCodeAt(end - 1) === 0x28 || page.text.charCodeAt(end - 1) === 0xff08)
      readBracket(page, end, names)
  }
  return names.list()
}

interface Names {
  /** Spellings of one thing, the one it is called by first. */
  add(spellings: readonly string[], rule: string, kind: () => Kind): void
  isFull(): boolean
  list(): OwnName[]
}

/** A document with more names of its own is a list of something. */
const MOST = 1_000

function createNames({ lexicon }: Page): Names {
  const names = new Map<string, OwnName>()
  return {
    add(spellings, rule, kind) {
      const wanted = spellings.filter((spelling) => !isGeneric(spelling))
      const [first] = wanted
      if (!first) return
      const known = wanted.map((spelling) => names.get(fold(spelling))?.named).find(Boolean)
      const entry = wanted.map((spelling) => lexicon.find(spelling)).find(Boolean)
      const named = known ?? (entry ? fromEntry(entry) : { kind: kind(), name: first })
      for (const spelling of wanted) {
        const folded = fold(spelling)
        if (folded.length > 1 && !names.has(folded)) names.set(folded, { spelling, folded, named, rule })
      }
    },
    isFull: () => names.size >= MOST,
    list: () => [...names.values()],
  }
}

// ATGen: A Framework for Active Text Generation
const TITLED = /^([^\s:：]+(?: [^\s:：]+){0,2})[:：] /

function readTitle(text: string, title: string, names: Names): void {
  const [whole = '', name] = TITLED.exec(title) ?? []
  if (!name || PLAIN_TITLE.test(name) || !(isCoined(name) || !name.includes(' '))) return
  names.add([name], 'own:title', () => kindOfOwn(text, name, title.slice(whole.length)))
}

const PLAIN_TITLE =
  /^(?:Towards?|Beyond|Position|Survey|Review|Benchmarking|Rethinking|Evaluating|Understanding|Investigating)\b/i

/** Not a word of the language: a capital or a digit inside. */
function isCoined(name: string): boolean {
  return /[A-Z].*[A-Z]|[A-Za-z].*\d|[a-z][A-Z]/.test(name) && !/^[A-Z][a-z]+(?: [A-Z][a-z]+)*$/.test(name)
}

const BRACKET = /([^()（）\n]{2,60})[)）]/y

function readBracket({ text, lexicon }: Page, start: number, names: Names): void {
  if (!isLatin(text.charCodeAt(start))) return
  BRACKET.lastIndex = start
  const inside = BRACKET.exec(text)?.[1]?.trim()
  if (!inside) return
  let end = start - 1
  while (end > 0 && /[\s*_"”’`]/.test(text[end - 1] as string)) end--
  const [first = '', ...rest] = inside.split(/\s*[,，;；]\s*/)
  const short = [first, ...rest].find(isShortForm)
  if (isHan(text.charCodeAt(end - 1))) {
    const from = hanNameStart(text, end)
    const long = rest.length && !isShortForm(first) ? first : null
    if (from < 0 || (!short && !TERM.test(first))) return
    const han = text.slice(from, end)
    const wanted = [
      long ?? (short ? null : first),
      han.length >= SHORTEST_HAN && (lexicon.find(han) || isUsedAgain(text, from, end)) ? han : null,
      short ?? null,
    ]
    names.add(
      wanted.flatMap((spelling) => spelling ?? []),
      'own:bracket-zh',
      () => kindOfTerm(han, lexicon),
    )
    return
  }
  if (short) {
    const from = longFormStart(text, end, short)
    if (from >= 0 && end - from > short.length) {
      const long = text.slice(from, end)
      names.add([long, short], 'own:bracket', () => kindOfTerm(long, lexicon))
    }
  }
}

/** Two to five English words. */
const TERM = /^[A-Za-z][A-Za-z-]+(?: [A-Za-z-]+){1,4}$/

/** Shorter ones are words of the language: 存储（Storage Node）. */
const SHORTEST_HAN = 3

/** How far from its bracket a name is looked for, in code units. */
const AROUND = 20_000

function isUsedAgain(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  return text.slice(end, end + AROUND).includes(name) || text.slice(Math.max(0, start - AROUND), start).includes(name)
}
