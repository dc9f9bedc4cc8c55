/**
 * Names that a list knows, from left to right, the longest first.
 *
 * A doubtful name (Yi, star) counts beside a word that shows its kind, or where the document names the same thing
 * plainly elsewhere.
 */
import type { Claims, Named } from '../finds.ts'
import type { Lexicon, Spelling } from '../lexicon.ts'
import { isPlain } from '../lexicon.ts'
import { createHits, type Hits } from '../matcher.ts'
import { CUE_REACH, CUES } from './cues.ts'
import { fromEntry } from './links.ts'
import type { Page } from './page.ts'
import { versionAt } from './versions.ts'

/** Kept from text to text, so that a scan allocates nothing. */
const hits = createHits()

/** @param isWanted which names count; default all */
export function readNames(
  { text, stretches, lexicon }: Page,
  claims: Claims,
  isWanted: (spelling: Spelling) => boolean = isAny,
): void {
  hits.length = 0
  for (const { start, end } of stretches) lexicon.matcher.scan(text, start, end, hits)
  for (let at = 0; at < hits.length; ) {
    const start = hits.starts[at] as number
    let claimed = !claims.isFree(start, start + 1)
    for (; at < hits.length && hits.starts[at] === start; at++) {
      if (!claimed) claimed = claimHit(text, lexicon, hits, at, claims, isWanted)
    }
  }
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
  return !spelling.exact || isPlain(spelling, text.slice(start, end))
}

/** Doubtful names, and those that are words in another case (yi, phi), count beside a word that shows their kind. */
function hasCue(text: string, start: number, end: number, { entry }: Spelling): boolean {
  const before = text.slice(Math.max(0, start - CUE_REACH), start)
  const after = text.slice(end, end + CUE_REACH)
  const [follows = ''] = after.split('\n', 1)
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
