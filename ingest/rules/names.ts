/**
 * Names that a list knows, from left to right, the longest first.
 *
 * A doubtful name (Yi, star) counts beside a word that shows its kind, or where the document names the same thing
 * plainly elsewhere.
 */

import { scanForFew } from '../few.ts'
import type { Claims, Named } from '../finds.ts'
import { isHan } from '../fold.ts'
import { areVersions } from '../identity/keys.ts'
import type { Lexicon, Spelling } from '../lexicon.ts'
import { isPlain } from '../lexicon.ts'
import { createHits, type Hits, type Matcher } from '../matcher.ts'
import { CUE_REACH, CUES, TOUCH_REACH, TOUCHING } from './cues.ts'
import { fromEntry } from './links.ts'
import { type OwnName, ownNames } from './own-names.ts'
import type { Page } from './page.ts'
import { versionAt } from './versions.ts'

/** Kept from text to text, so that a scan allocates nothing. */
const listed = createHits()
const own = createHits()

/** Names that the lexicon knows or the document gives itself, from left to right, the longest first. */
export function readNames(page: Page, claims: Claims): void {
  const { text, lexicon } = page
  scan(page, lexicon.matcher, listed)
  const names = ownNames(page, claims.finds, listed)
  own.length = 0
  if (names.length > 0)
    scanForFew(
      names.map(({ folded }) => folded),
      text,
      page.stretches,
      own,
    )
  let at = 0
  for (let next = 0; next < own.length; next++) {
    const start = own.starts[next] as number
    const end = own.ends[next] as number
    at = claimListed(text, lexicon, at, start, end, claims)
    const { named, rule, spelling } = names[own.patterns[next] as number] as OwnName
    if (claims.isFree(start, end) && keepsCase(spelling, text.slice(start, end))) claims.claim(start, end, rule, named)
  }
  claimListed(text, lexicon, at, Number.POSITIVE_INFINITY, 0, claims)
  claimKnown(text, lexicon, claims)
}

/** Doubtful spellings of what the document names plainly elsewhere: TP, where it speaks of tensor parallelism. */
function claimKnown(text: string, lexicon: Lexicon, claims: Claims): void {
  const plain = claims.finds.filter(({ rule }) => !rule.startsWith('lexicon:cue'))
  const known = new Set(plain.map(({ named }) => named.id))
  for (let at = 0; at < listed.length; at++) {
    const start = listed.starts[at] as number
    const end = listed.ends[at] as number
    if (!claims.isFree(start, end)) continue
    const surface = text.slice(start, end)
    const spelling = lexicon
      .spellingsOf(listed.patterns[at] as number)
      .find(({ entry, text }) => known.has(entry.id) && text === surface)
    if (spelling) claims.claim(start, end, 'lexicon:document', fromEntry(spelling.entry))
  }
}

function scan({ text, stretches }: Page, matcher: Matcher, hits: Hits): void {
  hits.length = 0
  for (const { start, end } of stretches) matcher.scan(text, start, end, hits)
}

/** A coined name is not the plain word it is made of: DREAM is no dream, but GuideX may be written GUIDEX. */
function keepsCase(spelling: string, surface: string): boolean {
  return surface.startsWith(spelling) || !/[A-Z]/.test(spelling.slice(1)) || /[A-Z]/.test(surface.slice(1))
}

/** Listed names alone, and no paper among them: what stands in a title or in a list of subjects. */
export function readListedNames(page: Page, claims: Claims): void {
  scan(page, page.lexicon.matcher, listed)
  claimListed(page.text, page.lexicon, 0, Number.POSITIVE_INFINITY, 0, claims, isNoPaper)
}

function isNoPaper({ entry }: Spelling): boolean {
  return entry.kind !== 'Paper'
}

/** Claims the listed hits from the one at `at` on that begin before `start`, or there and reach beyond `end`; the next one is told. */
function claimListed(
  text: string,
  lexicon: Lexicon,
  at: number,
  start: number,
  end: number,
  claims: Claims,
  isWanted: (spelling: Spelling) => boolean = isAny,
): number {
  for (; at < listed.length; at++) {
    const from = listed.starts[at] as number
    if (from > start || (from === start && (listed.ends[at] as number) <= end)) break
    if (claims.isFree(from, from + 1)) claimHit(text, lexicon, listed, at, claims, isWanted)
  }
  return at
}

function isAny(): boolean {
  return true
}

function claimHit(
  text: string,
  lexicon: Lexicon,
  hits: Hits,
  at: number,
  claims: Claims,
  isWanted: (spelling: Spelling) => boolean,
): boolean {
  const start = hits.starts[at] as number
  const end = hits.ends[at] as number
  if (!claims.isFree(start, end)) return false
  const spellings = lexicon.spellingsOf(hits.patterns[at] as number)
  let rule = 'lexicon'
  let chosen = spellings.find((spelling) => isPlainAt(spelling, text, start, end) && isWanted(spelling))
  if (!chosen) {
    rule = 'lexicon:cue'
    chosen = spellings.find((spelling) => isWanted(spelling) && hasCue(text, start, end, spelling))
  }
  if (!chosen) return false
  const version = versionAt(text, end, chosen.entry.kind)
  const isVersion = version !== '' && claims.isFree(end, end + version.length) && !isJoined(hits, at, version)
  if (!isVersion) return claims.claim(start, end, rule, fromEntry(chosen.entry))
  const whole = end + version.length
  return claims.claim(start, whole, `${rule}:version`, versionOf(chosen, version, text.slice(start, whole), lexicon))
}

function isPlainAt(spelling: Spelling, text: string, start: number, end: number): boolean {
  if (spelling.doubtful) return false
  if (!spelling.exact && spelling.entry.kind !== 'Model') return true
  const surface = text.slice(start, end)
  // Folding drops the hyphen of Llama-2-7B, and Llama-27B is another model.
  return isPlain(spelling, surface) && !areVersions(surface, spelling.text)
}

/** Doubtful names, and those that are words in another case (yi, phi), count beside a word that shows their kind. */
function hasCue(text: string, start: number, end: number, { entry }: Spelling): boolean {
  if (isHan(text.charCodeAt(start))) return TOUCHING.test(text.slice(end, end + TOUCH_REACH))
  const before = text.slice(Math.max(0, start - CUE_REACH), start)
  const [follows = ''] = text.slice(end, end + CUE_REACH).split('\n', 1)
  return CUES[entry.kind].test(`${before.slice(before.lastIndexOf('\n') + 1)} ${follows}`)
}

function versionOf({ entry }: Spelling, version: string, surface: string, lexicon: Lexicon): Named {
  const known = lexicon.find(surface)
  return known ? fromEntry(known) : { kind: entry.kind, name: entry.name + version.replace(/^[_ ]/, '-') }
}

/** Two names may be joined by a hyphen: RWKV-Mamba. */
function isJoined({ starts, ends, length }: Hits, at: number, version: string): boolean {
  if (version[0] !== '-') return false
  const start = (ends[at] as number) + 1
  const end = start + version.length - 1
  for (let next = at + 1; next < length && (starts[next] as number) <= start; next++) {
    if (starts[next] === start && (ends[next] as number) >= end) return true
  }
  return false
}
