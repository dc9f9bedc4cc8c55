/**
 * What is kept and what the graph calls it now.
 *
 * An id may be merged into another or renamed by a later build: then the name that was written beside it leads to the
 * entity, which carries it as a name or an alias.
 */
import { KINDS, type Kind } from '../../ingest/types.ts'
import type { KeptMarks, Named } from '../api/keep.ts'
import type { NamedEntity, Names } from '../ask/names.ts'
import { KithError } from '../errors.ts'
import type { Wanted } from './digest.ts'
import { NOTHING_KEPT, readKept } from './kept.ts'
import type { Change, Kept, ListChange, Mark } from './kept-text.ts'

/** Each entity once, though two that were followed may be one by now. */
export function toMarks({ follows, read }: Kept, names: Names): KeptMarks {
  const followed = new Map(follows.map((mark) => presentOf(mark, names)).map((one) => [one.id, one]))
  return { follows: [...followed.values()], read: [...new Set(read.map((mark) => presentOf(mark, names).id))] }
}

/**
 * @param day when it was asked for, written beside each new mark
 * @throws KithError `not_found` for a name of nothing, `invalid` for a paper that is none
 */
export function toChange(
  { follow = [], unfollow = [], read = [], unread = [] }: Asked,
  names: Names,
  day: string,
): Change {
  const listChange = (add: readonly NamedEntity[], drop: readonly string[]): ListChange => {
    // What is to go may be gone from the graph already; its id or its name is then all there is.
    const going = new Set(drop.flatMap((text) => [text, names.find(text)?.id ?? text]))
    return {
      add: add.map(({ id, name }) => ({ id, name, day })),
      drop: (mark) => [presentOf(mark, names).id, mark.id, mark.name ?? ''].some((text) => going.has(text)),
    }
  }
  return {
    follows: listChange(
      follow.map((text) => names.require(text)),
      unfollow,
    ),
    read: listChange(
      read.map((text) => requirePaper(text, names)),
      unread,
    ),
  }
}

/** Ids, names or aliases. */
export type Asked = { readonly [list in 'follow' | 'unfollow' | 'read' | 'unread']?: readonly string[] | undefined }

/** What a digest is asked about: what was asked for, else what is followed. */
export function toWanted(asked: readonly string[] | undefined, { follows }: KeptMarks, names: Names): Wanted[] {
  if (asked) return asked.map((text) => ({ text, id: names.find(text)?.id ?? null }))
  // What the graph no longer holds is looked for by its name, as free text.
  return follows.map(({ id, name }) => (names.find(id) ? { text: id, id } : { text: name, id: null }))
}

/** Ids of the papers that were read. A file that cannot be read is told where it is asked for, not by every ranking. */
export async function readPaperIds(file: string | null, names: Names): Promise<Set<string>> {
  const kept = await readKept(file).catch(() => NOTHING_KEPT)
  return new Set(toMarks(kept, names).read)
}

/** Today, where the reader is: `2024-05-06`. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function requirePaper(text: string, names: Names): NamedEntity {
  const found = names.require(text)
  if (found.kind === 'Paper') return found
  throw new KithError('invalid', `${found.name} (${found.id}) is no paper. Only papers are marked as read.`)
}

function presentOf({ id, name }: Mark, names: Names): Named {
  const found = names.find(id) ?? (name === null ? undefined : names.find(name))
  return found ? { id: found.id, name: found.name, kind: found.kind } : { id, name: name ?? id, kind: kindOf(id) }
}

/** Of an id that is not in the graph. */
function kindOf(id: string): Kind {
  const [prefix] = id.split('/')
  return KINDS.find((kind) => kind.toLowerCase() === prefix) ?? 'Concept'
}
