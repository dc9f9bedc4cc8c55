/** What the drawer beside an answer tells of: a row, or a node or an edge of the picture. */
import type { Cell } from '../types.ts'

export interface Subject {
  /** Two of one key are the same; the drawer keeps what is open in it. */
  readonly key: string
  readonly title: string
  /** A row's columns; of a node of the picture only itself. */
  readonly values: readonly (readonly [name: string, cell: Cell | undefined])[]
  /** The id of what was asked for in particular, whose lines are open. */
  readonly first: string | null
}
