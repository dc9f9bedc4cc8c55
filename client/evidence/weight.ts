/** Why an edge weighs what it weighs, ready for words: its parts with what they come from, and how telling it is. */
import { SCOPES } from '../kinds.ts'
import type { EdgeDetail, Scope } from '../types.ts'

export interface Part {
  readonly scope: Scope
  readonly weight: number
  /** Meetings it comes from; null where the edge does not keep all of its meetings. */
  readonly meetings: number | null
}

/** Parts of nothing are left out; the rest add up to the weight. */
export function toParts({ parts, meetings, support }: Pick<EdgeDetail, 'parts' | 'meetings' | 'support'>): Part[] {
  const isWhole = meetings.length >= support
  return SCOPES.filter((scope) => parts[scope] > 0).map((scope) => ({
    scope,
    weight: parts[scope],
    meetings: isWhole ? meetings.filter((meeting) => meeting.scope === scope).length : null,
  }))
}

/** From this normalised pointwise mutual information on; it is 1 where neither is without the other, 0 at chance. */
const BANDS = [
  ['always', 0.9],
  ['often', 0.4],
  ['more', 0.1],
  ['chance', -0.1],
] as const

export type Surprise = (typeof BANDS)[number][0] | 'seldom'

export const toSurprise = (npmi: number): Surprise => BANDS.find(([, least]) => npmi >= least)?.[0] ?? 'seldom'
