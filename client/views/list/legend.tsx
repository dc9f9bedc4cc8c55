/** What shapes and lines mean, and everything that leaves some of them out: kind, time, what edges are, place. */
import { useEffect, useRef } from 'preact/hooks'
import { countFilters, filters, showAll } from '../../state/filters.ts'
import { number, words } from '../../state/language.ts'
import { notice, say } from '../../state/notice.ts'
import { visible } from '../../state/visible.ts'
import { EdgeFilters, KindFilters } from './filters.tsx'
import { SourceFilter } from './sources.tsx'
import { Timeline } from './timeline.tsx'

/** Milliseconds without a change before it is said how much passes. */
const QUIET = 500

export function Legend() {
  const { legend, filters: w } = words.value
  const set = countFilters(filters.value)
  useSaid()
  return (
    <section class="legend" aria-label={legend.label}>
      <h2 class="small-head">
        {legend.kinds}
        {set > 0 && (
          <button type="button" class="link" onClick={() => filters.set(showAll())}>
            {w.reset(set)}
          </button>
        )}
      </h2>
      <KindFilters />
      <Timeline />
      <EdgeFilters />
      <SourceFilter />
    </section>
  )
}

/** Says how much passes after the filters have changed, and not before. */
function useSaid(): void {
  const now = filters.value
  const before = useRef(now)
  useEffect(() => {
    if (before.current === now) return
    before.current = now
    const timer = setTimeout(() => {
      const { entities, edges } = visible.peek()
      notice.set(say(words.peek().filters.pass(number(entities.length), number(edges.length))))
    }, QUIET)
    return () => clearTimeout(timer)
  }, [now])
}
