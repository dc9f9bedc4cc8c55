/** The picture as two tables, entities and edges, in the pane or over the whole page. */
import { computed } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { filters } from '../../state/filters.ts'
import { focus, focusGroup, idsOf } from '../../state/focus.ts'
import { number, words } from '../../state/language.ts'
import { panes } from '../../state/panes.ts'
import { page } from '../../state/route.ts'
import { alsoSelect, selectEdge, selectEntity } from '../../state/select.ts'
import { sources } from '../../state/sources.ts'
import { type EdgeRow, showTab, type Tab, table, toEdgeRows, toEntityRows, widen } from '../../state/table.ts'
import { visible } from '../../state/visible.ts'
import { Icon } from '../icon.tsx'
import { Empty } from '../states.tsx'
import { Table } from './table.tsx'
import { EDGE_COLUMNS, ENTITY_COLUMNS } from './table-columns.tsx'

const TABS: readonly Tab[] = ['entities', 'edges']

const entityRows = computed(() => toEntityRows(visible.value, sources.value, filters.value))
const edgeRows = computed(() => toEdgeRows(visible.value))
/** A document is read beside the pane, so the table does not cover it. */
const isWide = computed(() => table.value.wide && page.value.view === 'look')

export function TableTabs() {
  const { table: w } = words.value
  const { tab } = table.value
  const wide = isWide.value
  const counts = { entities: visible.value.entities.length, edges: visible.value.edges.length }
  const { width, folded } = panes.value
  // What the table covers is out of reach of Tab.
  useEffect(() => {
    document.querySelector('.center')?.toggleAttribute('inert', wide)
  }, [wide])
  return (
    <div
      class="tables"
      data-wide={wide}
      style={{ '--evidence': `${folded.evidence ? 0 : width.evidence}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !wide) return
        event.preventDefault()
        table.set(widen(false))
      }}
    >
      <div class="tabs-line">
        <div class="tabs" role="tablist" aria-label={w.tabs} onKeyDown={onTabKey}>
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              id={`tab-${name}`}
              role="tab"
              aria-selected={name === tab}
              aria-controls="tab-panel"
              tabIndex={name === tab ? 0 : -1}
              onClick={() => table.set(showTab(name))}
            >
              {w[name]} <span class="muted">{number(counts[name])}</span>
            </button>
          ))}
        </div>
        <button
          type="button"
          class="quiet"
          title={wide ? w.narrow : w.wide}
          aria-label={wide ? w.narrow : w.wide}
          aria-expanded={wide}
          onClick={() => table.set(widen(!wide))}
        >
          <Icon name={wide ? 'close' : 'wide'} />
        </button>
      </div>
      <div id="tab-panel" class="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'entities' ? <EntityTable wide={wide} /> : <EdgeTable wide={wide} />}
      </div>
    </div>
  )
}

/** Two tabs: either arrow leads to the other. */
function onTabKey(event: KeyboardEvent): void {
  const { tab } = table.peek()
  const next = {
    ArrowLeft: TABS.find((name) => name !== tab),
    ArrowRight: TABS.find((name) => name !== tab),
    Home: TABS[0],
    End: TABS.at(-1),
  }[event.key]
  if (!next) return
  event.preventDefault()
  table.set(showTab(next))
  document.getElementById(`tab-${next}`)?.focus()
}

function EntityTable({ wide }: { wide: boolean }) {
  const { list } = words.value
  const rows = entityRows.value
  const chosen = new Set(idsOf(focus.value))
  if (!rows.length) return <Empty>{list.nothing}</Empty>
  return (
    <Table
      tab="entities"
      label={list.entities}
      rows={rows}
      columns={ENTITY_COLUMNS}
      wide={wide}
      isChosen={({ id }) => chosen.has(id)}
      onOpen={({ id }) => selectEntity(id)}
      onAdd={({ id }) => alsoSelect(id)}
      onStretch={(some) => focus.set(focusGroup(some.map(({ id }) => id)))}
      subjectOf={({ id }) => ({ type: 'entity', id })}
    />
  )
}

function EdgeTable({ wide }: { wide: boolean }) {
  const { table: w } = words.value
  const rows = edgeRows.value
  const now = focus.value
  const chosen = new Set(now.type === 'edge' || now.type === 'group' ? idsOf(now) : [])
  if (!rows.length) return <Empty>{w.noEdges}</Empty>
  return (
    <Table
      tab="edges"
      label={w.edgesList}
      rows={rows}
      columns={EDGE_COLUMNS}
      wide={wide}
      isChosen={({ edge }) => chosen.has(edge.source) && chosen.has(edge.target)}
      onOpen={({ edge }) => selectEdge(edge.source, edge.target)}
      onAdd={(row) => focus.set((before) => focusGroup(added(idsOf(before), row))())}
      onStretch={(some) => focus.set(focusGroup(some.flatMap(endsOf)))}
      subjectOf={({ edge }) => ({ type: 'edge', a: edge.source, b: edge.target })}
    />
  )
}

const endsOf = ({ edge }: EdgeRow) => [edge.source, edge.target]

/** Both ends; or neither, if both were in. */
function added(ids: readonly string[], row: EdgeRow): string[] {
  const ends = endsOf(row)
  return ends.every((id) => ids.includes(id)) ? ids.filter((id) => !ends.includes(id)) : [...ids, ...ends]
}
