/** What a layout is asked and what it answers: plain data, so that it can travel to the worker and back. */
import type { Box } from '../boxes.ts'
import type { LayoutName } from './names.ts'

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface Link {
  readonly source: string
  readonly target: string
  readonly weight: number
  /** The words say which way it goes: a typed relation. */
  readonly directed: boolean
}

export interface Problem {
  readonly layout: LayoutName
  /** In order of their ids, as are the links: what comes out does not depend on who came first. */
  readonly boxes: readonly Box[]
  readonly links: readonly Link[]
  /** The pane's width to its height. */
  readonly ratio: number
  readonly focus: string | null
  readonly fixed: readonly Position[]
  /** When each was first seen, as YYYY, YYYY-MM or YYYY-MM-DD; null where nobody knows. */
  readonly times: readonly (string | null)[]
}

/** px, in the picture's own space. */
export type Position = readonly [id: string, spot: Spot]

/**
 * A layout stops now and then, to be asked for a sketch (null: there is none yet) or to be dropped. Asked or not, it
 * ends the same.
 */
export type Steps = Generator<(() => readonly Position[]) | null, readonly Position[]>
