/** Who keeps an entity's company, closest first; each row opens the lines that prove it, its plus puts it in the picture. */
import { useRef, useState } from 'preact/hooks'
import { getNeighbors } from '../../api.ts'
import { expand, STEP } from '../../state/explore.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { notice } from '../../state/notice.ts'
import { selectEdge } from '../../state/select.ts'
import type { EdgeType, Kind, Neighbors } from '../../types.ts'
import { Bar } from '../bar.tsx'
import { useLoad } from '../load.ts'
import { MarkedName } from '../name.tsx'
import { Empty, Failed, Loading } from '../states.tsx'
import { BringButton } from './bring-button.tsx'
import { CompanyFilter, type Sort } from './company-filter.tsx'

/** As many as the server gives. */
const MOST = 200

export function Company({ id }: { id: string }) {
  const [sort, setSort] = useState<Sort>({ kinds: [], relations: [] })
  const [limit, setLimit] = useState(STEP)
  const key = [id, limit, sort.kinds.join(), sort.relations.join()].join(' ')
  const load = useLoad(key, (signal) => getNeighbors(id, { limit, ...toAsked(sort) }, signal))
  // While more are on their way, those that are there stay.
  const last = useRef<Neighbors | null>(null)
  if (load.status === 'ready') last.current = load.value
  const { evidence, reading: w } = words.value
  const known = last.current
  return (
    <section aria-busy={load.status === 'loading'}>
      <h3>
        {evidence.company}
        {known && known.items.length < known.total && (
          <small> {evidence.firstOf(number(known.items.length), number(known.total))}</small>
        )}
      </h3>
      <CompanyFilter
        id={id}
        sort={sort}
        onSort={(next) => {
          setLimit(STEP)
          setSort(next)
        }}
      />
      {!known && load.status === 'loading' && <Loading lines={5} />}
      {load.status === 'failed' && <Failed error={load.error} again={load.again} />}
      {known?.items.length === 0 && <Empty>{isAny(sort) ? evidence.noCompany : w.noneLike}</Empty>}
      {known && known.items.length > 0 && <Rows id={id} items={known.items} />}
      {known && (
        <p class="row-tools">
          {known.items.length < Math.min(MOST, known.total) && (
            <button type="button" class="link more" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
              {w.more(number(Math.min(STEP, known.total - known.items.length)))}
            </button>
          )}
          {!isAny(sort) && known.total > 0 && <AddNext id={id} sort={sort} total={known.total} />}
        </p>
      )}
    </section>
  )
}

function Rows({ id, items }: { id: string; items: Neighbors['items'] }) {
  const { scope, relations } = words.value
  const most = Math.max(...items.map(({ edge }) => edge.weight))
  return (
    <ul class="rows">
      {items.map(({ entity, edge }) => (
        <li key={entity.id} class="row-pair">
          <button
            type="button"
            class="row"
            title={entity.title ?? entity.name}
            onClick={() => selectEdge(id, entity.id)}
          >
            <MarkedName of={entity} />
            <span class="muted">{edge.type === 'CO_MENTION' ? scope[edge.scope] : relations[edge.type]}</span>
            <span class="count">{edge.weight.toFixed(1)}</span>
            <Bar value={edge.weight} most={most} />
          </button>
          <BringButton entity={entity} parent={id} />
        </li>
      ))}
    </ul>
  )
}

/** Expanding by kind and relation: the next dozen of what the rows show. */
function AddNext({ id, sort, total }: { id: string; sort: Sort; total: number }) {
  const { present } = graph.value
  const room = Math.min(STEP, total)
  return (
    <button
      type="button"
      class="button"
      disabled={notice.value.busy > 0 || !present.entities.has(id)}
      onClick={() => void expand(id, toAsked(sort))}
    >
      {words.value.reading.addNext(number(room))}
    </button>
  )
}

const isAny = ({ kinds, relations }: Sort) => !kinds.length && !relations.length

const toAsked = ({ kinds, relations }: Sort): { kinds?: readonly Kind[]; relations?: readonly EdgeType[] } => ({
  ...(kinds.length && { kinds }),
  ...(relations.length && { relations }),
})
