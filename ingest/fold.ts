/**
 * Spellings → one folded form.
 *
 * Case, width, hyphen, space and underscore do not tell names apart: GPT-4, gpt4, ＧＰＴ－４ and "GPT 4" fold alike, and
 * so do 線性 and 线性.
 * Folding works on one code unit at a time, so that a place in folded text is a place in the text.
 */
import { SIMPLIFIED } from './han.ts'

/** What a code unit folds to; 0 for a separator, which folding drops. */
export const FOLDED = buildTable()

/** `線性 Attention-2` → `线性attention2`. */
export function fold(text: string): string {
  let same = 0
  while (same < text.length && FOLDED[text.charCodeAt(same)] === text.charCodeAt(same)) same++
  if (same === text.length) return text
  let folded = ''
  for (let at = 0; at < text.length; at++) {
    const unit = FOLDED[text.charCodeAt(at)] as number
    if (unit) folded += String.fromCharCode(unit)
  }
  return folded
}

/** A name as part of an id: lower case, words joined by `-`, every script kept. `LLaMA 2` → `llama-2`. */
export function slug(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+#]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80)
}

export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)
}

/** ASCII letters and digits, and the letters of European names; what must not touch the end of a Latin name. */
export function isLatin(unit: number): boolean {
  return LATIN[unit] === 1
}

/** What `String.prototype.trim` takes away. */
export function isSpace(unit: number): boolean {
  return unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : unit >= 0xa0 && !String.fromCharCode(unit).trim()
}

const LATIN = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number(
    unit < 0x250 && unit !== 0xd7 && unit !== 0xf7 && (unit >= 0xc0 || /[0-9a-z]/i.test(String.fromCharCode(unit))),
  ),
)

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit++) {
    const character = String.fromCharCode(unit)
    if (/[\s\p{Pd}_\u00ad\u200b]/u.test(character)) continue
    const plain = unit >= 0xd800 && unit <= 0xdfff ? character : character.normalize('NFKC').toLowerCase()
    table[unit] = plain.length === 1 ? plain.charCodeAt(0) : unit
  }
  for (const [traditional, simplified] of SIMPLIFIED) table[traditional] = simplified
  // A line end separates passages' lines, not the parts of a name.
  table[0x0a] = 0x0a
  table[0x0d] = 0x0a
  return table
}
