/** What kind of sign a code unit is, and what a token is hashed from. */
import { FOLDED, isHan, isLatin } from '../fold.ts'

export const PUNCTUATION = 0
export const WORD = 1
export const NUMBER = 2
export const HAN = 3
/** What the tagger may not touch: a find that is certain, a link, an HTML tag. */
export const FROZEN = 4

/** FNV-1a (Fowler, Noll & Vo) over folded code units. */
export function hash(text: string, start = 0, end = text.length): number {
  let value = 0x811c9dc5
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    value = Math.imul(value ^ (FOLDED[unit] || unit), 0x01000193)
  }
  return value ^ (value >>> 15)
}

/** Where the token that begins at `start` ends; a minus before it says that it is a link or an HTML tag. */
export function tokenEnd(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start)
  if (isLatin(unit)) {
    let at = start + 1
    while (at < end && isLatin(text.charCodeAt(at))) at++
    return text.charCodeAt(at) === COLON && text.startsWith('://', at) ? -linkEnd(text, at, end) : at
  }
  if (unit === LESS) {
    const next = text.charCodeAt(start + 1)
    const close = next === SLASH || isLatin(next) ? text.indexOf('>', start) : -1
    if (close > 0 && close < end) return -(close + 1)
  }
  if (isLetter(unit)) {
    let at = start + 1
    while (at < end && isLetter(text.charCodeAt(at))) at++
    return at
  }
  const isPair = unit >= 0xd800 && unit < 0xdc00 && start + 1 < end
  return start + (isPair ? 2 : 1)
}

const COLON = 0x3a
const LESS = 0x3c
const SLASH = 0x2f

function linkEnd(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isInLink(text.charCodeAt(at))) at++
  return at
}

function isInLink(unit: number): boolean {
  return unit > 32 && unit < 127 && !(unit === 0x29 || unit === 0x3e || unit === 0x5d || unit === 0x22)
}

/** Greek, Cyrillic and other alphabets, kana, Hangul. */
function isLetter(unit: number): boolean {
  return (unit >= 0x370 && unit < 0x2000) || (unit >= 0x3040 && unit < 0x3200) || (unit >= 0xac00 && unit < 0xd7b0)
}

export function typeOf(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start)
  if (isHan(unit)) return HAN
  if (!isLatin(unit)) return isLetter(unit) ? WORD : PUNCTUATION
  for (let at = start; at < end; at++) if (!isDigit(text.charCodeAt(at))) return WORD
  return NUMBER
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a
}

/** Words by letter case, digits and length (up to seven), numbers by length; 0 for a sign, 10 for a Han character. */
export function shapeOf(text: string, start: number, end: number, type: number): number {
  const length = Math.min(end - start, 7)
  if (type !== WORD) return type === NUMBER ? 1 + length : type === HAN ? 10 : 0
  let capitals = 0
  let digits = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isDigit(unit)) digits++
    else if (isCapital(unit)) capitals++
  }
  const first = isCapital(text.charCodeAt(start))
  const isUpper = capitals + digits === end - start
  // lower, UPPER, Capital, MixedCase, mixedCase
  const form = capitals === 0 ? 0 : isUpper ? 1 : first ? (capitals === 1 ? 2 : 3) : 4
  return CASED + (form * 2 + (digits > 0 ? 1 : 0)) * 8 + length - (form === 0 ? 16 : 0)
}

/** Shapes from here on have a capital. */
export const CASED = 32
