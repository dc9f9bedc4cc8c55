/**
 * What was typed or pasted → what can be asked. A question travels in an address, and servers read no more than some
 * sixteen thousand bytes of one: a Chinese character takes nine of them, and the rest is for other headers.
 */

/** Bytes of an address. */
const ROOM = 12_000
/** Characters that an address of the page keeps. */
const MOST = 20_000

export interface Askable {
  readonly text: string
  /** There was more than was taken. */
  readonly isCut: boolean
}

/** One line, and nothing that an address cannot hold: half of an emoji becomes the sign for what cannot be read. */
export const toLine = (typed: string): string =>
  typed
    .slice(0, MOST)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()

/** The beginning of it that fits, in whole characters. */
export function toAskable(typed: string): Askable {
  const line = toLine(typed)
  let room = ROOM
  let end = 0
  for (const character of line) {
    room -= encodeURIComponent(character).length
    if (room < 0) return { text: line.slice(0, end).trim(), isCut: true }
    end += character.length
  }
  return { text: line, isCut: typed.length > MOST }
}
