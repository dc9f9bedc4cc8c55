/** What shapes and lines mean, how many of each there are, and the switches that leave them out. */
import type { ComponentChildren } from 'preact'
import { KINDS, SCOPES } from '../kinds.ts'
import { filters, showAll, soloKind, toggleKind, toggleScope } from '../state/filters.ts'
import { graph } from '../state/graph.ts'
import { number, words } from '../state/language.ts'
import { ScopeLine } from './edge.tsx'
import { KindMark } from './mark.tsx'

export function Legend() {
  const { legend, kinds, scopes } = words.value
  const { hide, without } = filters.value
  const { entities, edges } = graph.value.present
  const filtered = hide.length + without.length > 0
  return (
    <section class="legend" aria-label={legend.label}>
      <h2 class="small-head">
        {legend.kinds}
        {filtered && (
          <button type="button" class="link" onClick={() => filters.set(showAll())}>
            {legend.all}
          </button>
        )}
      </h2>
      <ul class="legend-kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Switch
              on={!hide.includes(kind)}
              count={countOf(entities.values(), (entity) => entity.kind === kind)}
              onToggle={(alone) => filters.set(alone ? soloKind(kind) : toggleKind(kind))}
            >
              <KindMark kind={kind} /> {kinds[kind]}
            </Switch>
            <button
              type="button"
              class="only"
              aria-label={legend.soloKind(kinds[kind])}
              onClick={() => filters.set(soloKind(kind))}
            >
              {legend.only}
            </button>
          </li>
        ))}
      </ul>
      <h2 class="small-head">{legend.scopes}</h2>
      <ul class="legend-scopes">
        {SCOPES.map((scope) => (
          <li key={scope}>
            <Switch
              on={!without.includes(scope)}
              count={countOf(edges.values(), (edge) => edge.scope === scope)}
              onToggle={() => filters.set(toggleScope(scope))}
            >
              <ScopeLine scope={scope} /> {scopes[scope]}
            </Switch>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SwitchProps {
  on: boolean
  count: number
  /** `alone` when Alt was held: only this one, please. */
  onToggle: (alone: boolean) => void
  children: ComponentChildren
}

function Switch({ on, count, onToggle, children }: SwitchProps) {
  return (
    <button type="button" class="switch" aria-pressed={on} onClick={(event) => onToggle(event.altKey)}>
      {children} <span class="count">{number(count)}</span>
    </button>
  )
}

function countOf<T>(items: Iterable<T>, is: (item: T) => boolean): number {
  let count = 0
  for (const item of items) if (is(item)) count++
  return count
}
