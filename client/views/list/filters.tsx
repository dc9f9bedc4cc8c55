/** Filters by what entities and edges are, each with how many there would be. */
import { computed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { KINDS, SCOPES, TYPES } from '../../kinds.ts'
import { toFacets, toLevels } from '../../state/facets.ts'
import { filters, held, setLeast, soloKind, toggleKind, toggleScope, toggleType } from '../../state/filters.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { sources } from '../../state/sources.ts'
import { visible } from '../../state/visible.ts'
import { ScopeLine } from '../evidence/scope-line.tsx'
import { Fold } from '../fold.tsx'
import { KindMark } from '../mark.tsx'

// Moving a node makes a new picture of the same entities: nothing to count anew.
const entities = computed(() => graph.value.present.entities)
const edges = computed(() => graph.value.present.edges)
const facets = computed(() => toFacets({ entities: entities.value, edges: edges.value }, filters.value, sources.value))

export function KindFilters() {
  const { legend, kinds } = words.value
  const { hide } = filters.value
  return (
    <ul class="legend-kinds">
      {KINDS.map((kind) => (
        <li key={kind}>
          <Switch
            on={!hide.includes(kind)}
            count={facets.value.kinds.get(kind) ?? 0}
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
  )
}

export function EdgeFilters() {
  const { filters: w, legend, scopes, relations } = words.value
  const { without, omit, minWeight, minSupport } = filters.value
  const { heaviest, mostSupport, ...counts } = facets.value
  const set = without.length + omit.length + Number(minWeight > 0) + Number(minSupport > 0)
  return (
    <Fold name="edges" title={w.edges} note={set > 0 && number(set)}>
      <h3 class="small-head">{legend.scopes}</h3>
      <ul class="legend-edges">
        {SCOPES.map((scope) => (
          <li key={scope}>
            <Switch
              on={!without.includes(scope)}
              count={counts.scopes.get(scope) ?? 0}
              onToggle={() => filters.set(toggleScope(scope))}
            >
              <ScopeLine scope={scope} /> {scopes[scope]}
            </Switch>
          </li>
        ))}
      </ul>
      <h3 class="small-head">{w.relations}</h3>
      <ul class="legend-edges">
        {TYPES.filter((type) => counts.relations.has(type) || omit.includes(type)).map((type) => (
          <li key={type}>
            <Switch
              on={!omit.includes(type)}
              count={counts.relations.get(type) ?? 0}
              onToggle={() => filters.set(toggleType(type))}
            >
              {relations[type]}
            </Switch>
          </li>
        ))}
      </ul>
      <Least
        label={w.weight}
        levels={toLevels(0.1, heaviest, minWeight)}
        now={minWeight}
        toText={(level) => level.toFixed(2)}
        onChoose={(level) => filters.set(setLeast({ minWeight: level }))}
      />
      <Least
        label={w.support}
        levels={toLevels(2, mostSupport, minSupport)}
        now={minSupport}
        toText={(level) => w.times(number(level))}
        onChoose={(level) => filters.set(setLeast({ minSupport: level }))}
      />
    </Fold>
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
    <button
      type="button"
      class="switch"
      aria-pressed={on}
      data-none={count === 0}
      onClick={(event) => onToggle(event.altKey)}
    >
      {children} <span class="count">{number(count)}</span>
    </button>
  )
}

interface LeastProps {
  label: string
  levels: readonly number[]
  now: number
  toText: (level: number) => string
  onChoose: (level: number) => void
}

/** A minimum, on a slider whose steps grow. */
function Least({ label, levels, now, toText, onChoose }: LeastProps) {
  const { filters: w } = words.value
  const text = now > 0 ? toText(now) : w.any
  const passing = number(visible.value.edges.length)
  return (
    <label class="least">
      <span>
        {label} <b>{text}</b>
      </span>
      <input
        type="range"
        min={0}
        max={Math.max(1, levels.length - 1)}
        value={levels.indexOf(now)}
        disabled={levels.length < 2}
        aria-valuetext={w.least(text, passing)}
        onPointerDown={() => {
          held.value = true
        }}
        onInput={(event) => onChoose(levels[Number(event.currentTarget.value)] ?? 0)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onBlur={letGo}
      />
    </label>
  )
}

function letGo(): void {
  held.value = false
}
