/** The room entities take: how large a node is, how wide its label, and both together as a box. Used by page and worker. */
import { isPlain } from '../kinds.ts'
import type { Drawable } from './drawable.ts'

/** The smallest and largest node, in px. */
const LEAST = 12
const MOST = 44
/** Height of a label with the gap above it. */
export const LABEL_HEIGHT = 18
const LONGEST = 24

export interface Box {
  id: string
  width: number
  height: number
}

/** Node area grows with the square root of the mentions, so the diameter with the fourth root. */
export const sizeOf = (mentions: number, most: number): number =>
  Math.max(LEAST, MOST * (Math.max(1, mentions) / Math.max(1, most)) ** 0.25)

/** What is no entity is small beside any. */
const PLAIN = 16

export const diameterOf = ({ kind, mentions }: Pick<Drawable, 'kind' | 'mentions'>, most: number): number =>
  isPlain(kind) ? PLAIN : sizeOf(mentions, most)

export const mostMentions = (entities: Iterable<Pick<Drawable, 'mentions'>>): number =>
  Math.max(1, ...[...entities].map((entity) => entity.mentions))

/** A paper goes by its title; what is too long to stand under a node is cut. */
export function toLabel(entity: Pick<Drawable, 'name' | 'title'>): string {
  const full = entity.title ?? entity.name
  let width = 0
  let end = 0
  for (const letter of full) {
    width += isWide(letter) ? 2 : 1
    if (width > LONGEST) return `${full.slice(0, end).trimEnd()}…`
    end += letter.length
  }
  return full
}

/** Estimated rather than measured, so that a picture is the same on every machine. */
export const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (isWide(letter) ? 12 : 6.8), 0)

/** Labels keep their size on the screen when the picture is a little smaller than it was laid out. */
const SPARE = 1.24

/** The room an entity takes together with its label. */
export function toBox(entity: Drawable, most: number): Box {
  const size = diameterOf(entity, most)
  return {
    id: entity.id,
    width: Math.max(size, widthOf(toLabel(entity)) * SPARE) + 8,
    height: size + LABEL_HEIGHT * SPARE + 6,
  }
}

const isWide = (letter: string): boolean => (letter.codePointAt(0) ?? 0) >= 0x2e80
