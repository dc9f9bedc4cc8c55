/** What stands in the pane instead of a picture, or tells beside it what goes on. */
import { boot } from '../../state/boot.ts'
import { arranging, stopArranging } from '../../state/explore.ts'
import { filters, showAll } from '../../state/filters.ts'
import { graph, MOST_DRAWN } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { forget, notice } from '../../state/notice.ts'
import { whole } from '../../state/whole.ts'
import { Icon } from '../icon.tsx'
import { Empty, Failed } from '../states.tsx'

/** @param shown entities that pass the filters */
export function GraphStates({ shown }: { shown: number }) {
  const { graph: w, pane } = words.value
  const { busy, failed } = notice.value
  const { total } = whole.value
  if (failed) {
    return (
      <div class="graph-notice">
        <Failed error={failed.error} again={total === null ? () => void boot() : failed.again} />
        <button type="button" class="quiet" aria-label={pane.close} onClick={() => notice.set(forget())}>
          <Icon name="close" />
        </button>
      </div>
    )
  }
  if (total === null) return busy ? <Waiting label={w.loading} /> : null
  if (total === 0) {
    return (
      <div class="graph-empty">
        <Empty>{w.empty}</Empty>
      </div>
    )
  }
  if (shown === 0 && graph.value.present.entities.size > 0) return <Filtered />
  return <Going busy={busy > 0} />
}

function Filtered() {
  const { graph: w, commands } = words.value
  return (
    <div class="graph-empty">
      <Empty>{w.filtered}</Empty>
      <button type="button" class="button" onClick={() => filters.set(showAll())}>
        {commands.resetFilters}
      </button>
    </div>
  )
}

/** A quiet line over the picture: work under way, or that no more will fit. */
function Going({ busy }: { busy: boolean }) {
  const { graph: w, picture } = words.value
  const full = graph.value.present.entities.size >= MOST_DRAWN
  if (arranging.value) {
    return (
      <p class="graph-busy">
        {picture.arranging}{' '}
        <button type="button" class="link" onClick={stopArranging}>
          {picture.stop}
        </button>
      </p>
    )
  }
  return busy || full ? <p class="graph-busy">{busy ? w.working : w.full(MOST_DRAWN)}</p> : null
}

/** The shape of what comes: a picture without names. */
function Waiting({ label }: { label: string }) {
  return (
    <div class="graph-empty" role="status">
      <svg class="waiting" viewBox="0 0 200 120" aria-hidden="true">
        <path d="M40 60 90 30l60 25-35 45zM90 30l25 70M40 60l75 40" />
        <circle cx="40" cy="60" r="9" />
        <circle cx="90" cy="30" r="14" />
        <circle cx="150" cy="55" r="10" />
        <circle cx="115" cy="100" r="12" />
      </svg>
      <p class="muted">{label}</p>
    </div>
  )
}
