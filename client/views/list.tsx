/** The left pane: how much of the graph is in view, the stories to begin with, and the entities as a list. */

import { useEffect } from 'preact/hooks'
import { bringBack, selectEdge, selectEntity, whole } from '../state/actions.ts'
import { filters, toVisible } from '../state/filters.ts'
import { focus, idsOf } from '../state/focus.ts'
import { graph } from '../state/graph.ts'
import { number, words } from '../state/language.ts'
import type { Entity } from '../types.ts'
import { KindMark } from './mark.tsx'
import { Empty, Loading } from './states.tsx'

export function EntityList() {
  const { list } = words.value
  const { entities } = toVisible(graph.value.present, filters.value, idsOf(focus.value))
  const { total } = whole.value
  const hidden = graph.value.present.hidden.size
  return (
    <section class="list">
      <Stories />
      <h2 class="small-head">{list.inView(number(entities.length), total === null ? '…' : number(total))}</h2>
      {hidden > 0 && (
        <p class="muted hidden-line">
          {list.hidden(hidden)}{' '}
          <button type="button" class="link" onClick={() => void bringBack()}>
            {list.bringBack}
          </button>
        </p>
      )}
      {total === null && <Loading lines={10} />}
      {total !== null && total > 0 && entities.length === 0 && <Empty>{list.nothing}</Empty>}
      {entities.length > 0 && <Entities entities={entities} />}
    </section>
  )
}

/** A listbox: one stop for Tab, arrows inside, the selection follows. */
function Entities({ entities }: { entities: readonly Entity[] }) {
  const { list, kinds } = words.value
  const chosen = idsOf(focus.value)
  const active = entities.findIndex((entity) => entity.id === chosen[0])
  useEffect(() => {
    document.getElementById(`entity-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const onKey = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(active, entities.length)
    const entity = next === undefined ? undefined : entities[Math.min(entities.length - 1, Math.max(0, next))]
    if (!entity) return
    event.preventDefault()
    selectEntity(entity.id)
  }
  return (
    <ul
      class="rows entities"
      role="listbox"
      tabIndex={0}
      aria-label={list.entities}
      aria-activedescendant={active >= 0 ? `entity-${active}` : undefined}
      onKeyDown={onKey}
    >
      {entities.map((entity, index) => (
        <li
          key={entity.id}
          id={`entity-${index}`}
          role="option"
          aria-selected={chosen.includes(entity.id)}
          class="row"
          title={entity.title ?? entity.name}
          onClick={() => selectEntity(entity.id)}
        >
          <KindMark kind={entity.kind} />
          <span class="row-name">
            {entity.title ?? entity.name}
            <span class="visually-hidden">, {kinds[entity.kind]},</span>
          </span>
          <span class="count">
            {number(entity.mentions)}
            <span class="visually-hidden"> {list.mentions}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

const STEPS: Partial<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Worked examples: two names open the lines that join them, one or three open the first. */
function Stories() {
  const { stories } = whole.value
  if (!stories.length) return null
  return (
    <section class="stories" aria-labelledby="stories">
      <h2 id="stories" class="small-head">
        {words.value.list.stories}
      </h2>
      <ul>
        {stories.map(({ ids, names }) => (
          <li key={ids.join(' ')}>
            <button type="button" class="link" onClick={() => openStory(ids)}>
              {names.join(' – ')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function openStory(ids: readonly string[]): void {
  const [a, b] = ids
  if (a && b) selectEdge(a, b)
  else if (a) selectEntity(a)
}
