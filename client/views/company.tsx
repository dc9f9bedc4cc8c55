/** Who keeps an entity's company, closest first; each row opens the lines that prove it. */
import { getNeighbors } from '../api.ts'
import { STEP, selectEdge } from '../state/actions.ts'
import { number, words } from '../state/language.ts'
import { useLoad } from './load.ts'
import { KindMark } from './mark.tsx'
import { Empty, Failed, Loading } from './states.tsx'

export function Company({ id }: { id: string }) {
  const load = useLoad(id, (signal) => getNeighbors(id, { limit: STEP }, signal))
  const { evidence, scope, relations } = words.value
  return (
    <section>
      <h3>
        {evidence.company}
        {load.status === 'ready' && load.value.items.length < load.value.total && (
          <small> {evidence.firstOf(number(load.value.items.length), number(load.value.total))}</small>
        )}
      </h3>
      {load.status === 'loading' && <Loading lines={5} />}
      {load.status === 'failed' && <Failed error={load.error} again={load.again} />}
      {load.status === 'ready' && load.value.items.length === 0 && <Empty>{evidence.noCompany}</Empty>}
      {load.status === 'ready' && (
        <ul class="rows">
          {load.value.items.map(({ entity, edge }) => (
            <li key={`${edge.type} ${entity.id}`}>
              <button type="button" class="row" onClick={() => selectEdge(id, entity.id)}>
                <KindMark kind={entity.kind} />
                <span class="row-name">{entity.title ?? entity.name}</span>
                <span class="muted">{edge.type === 'CO_MENTION' ? scope[edge.scope] : relations[edge.type]}</span>
                <span class="count">{edge.weight.toFixed(1)}</span>
                <Bar value={edge.weight} most={load.value.items[0]?.edge.weight ?? 1} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A number as a length beside it; says nothing the number does not. */
export function Bar({ value, most }: { value: number; most: number }) {
  const share = Math.max(0, Math.min(1, value / Math.max(most, Number.MIN_VALUE)))
  return (
    <span class="bar" aria-hidden="true">
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  )
}
