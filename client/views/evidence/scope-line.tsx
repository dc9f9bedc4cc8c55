/** The line style of a scope, as in the picture. */
import type { Scope } from '../../types.ts'

export function ScopeLine({ scope }: { scope: Scope }) {
  return (
    <svg class={`scope-mark scope-${scope}`} viewBox="0 0 28 8" aria-hidden="true">
      <path d="M0 4h28" />
    </svg>
  )
}
