/** The sign of a kind: its shape in its colour. */
import { classOf, pathOf } from '../kinds.ts'
import type { Kind } from '../types.ts'

export function KindMark({ kind }: { kind: Kind }) {
  return (
    <svg class={`kind-mark ${classOf(kind)}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={pathOf(kind)} />
    </svg>
  )
}
