/** What joins two: the ways from one to the other, best first; the chosen one comes into the picture and is lit there. */
import { useEffect, useState } from 'preact/hooks'
import { getBridge } from '../../api.ts'
import { bring } from '../../state/explore.ts'
import { addEntities, edgeId, graph } from '../../state/graph.ts'
import { commit } from '../../state/history.ts'
import { number, words } from '../../state/language.ts'
import { attempt, notice, say } from '../../state/notice.ts'
import { selectEntity } from '../../state/select.ts'
import { trail } from '../../state/trail.ts'
import { whole } from '../../state/whole.ts'
import type { Bridge } from '../../types.ts'
import { useLoad } from '../load.ts'
import { MarkedName, nameOf } from '../name.tsx'
import { Empty, Loading } from '../states.tsx'
import { BringButton } from './bring-button.tsx'
import { FailedOrGone } from './gone.tsx'
import { Hop, WayNames } from './way.tsx'

/** Ways asked for. */
const WAYS = 5

export function BridgeEvidence({ from, to }: { from: string; to: string }) {
  const load = useLoad(`${from} ${to}`, (signal) => getBridge(from, to, WAYS, signal))
  const { reading: w } = words.value
  const ends = load.status === 'ready' ? load.value : undefined
  return (
    <div class="evidence">
      <header>
        <h2>{w.joins(ends?.from.name ?? nameOf(from), ends?.to.name ?? nameOf(to))}</h2>
      </header>
      {load.status === 'loading' && <Loading lines={8} />}
      {load.status === 'failed' && <FailedOrGone error={load.error} again={load.again} ids={[from, to]} />}
      {load.status === 'ready' &&
        (load.value.items.length ? <Ways bridge={load.value} /> : <NoWay bridge={load.value} />)}
    </div>
  )
}

/** Radio buttons: the arrow keys go from way to way. */
function Ways({ bridge: { items } }: { bridge: Bridge }) {
  const { reading: w } = words.value
  const [at, setAt] = useState(0)
  const way = items[at] ?? items[0]
  const isReady = whole.value.total !== null
  useEffect(() => notice.set(say(words.peek().reading.waysSaid(number(items.length)))), [items])
  useEffect(() => {
    if (!way || !isReady) return
    const ids = way.nodes.map(({ id }) => id)
    let isLeft = false
    void attempt(async () => {
      await bring(ids)
      if (isLeft) return
      join(way.edges)
      trail.set(() => ids)
    })
    return () => {
      isLeft = true
    }
  }, [way, isReady])
  if (!way) return null
  return (
    <>
      <fieldset class="ways">
        <legend class="visually-hidden">{w.ways}</legend>
        {items.map(({ nodes }, index) => (
          <label key={nodes.map(({ id }) => id).join(' ')} class="way">
            <input type="radio" name="way" checked={index === at} onChange={() => setAt(index)} />
            <WayNames nodes={nodes} />
            <small>{w.hops(number(nodes.length - 1))}</small>
          </label>
        ))}
      </fieldset>
      {way.nodes.slice(1).map((node, hop) => (
        <Hop key={`${at} ${node.id}`} from={way.nodes[hop] ?? node} to={node} receipts={way.receipts[hop] ?? []} />
      ))}
    </>
  )
}

/** A first picture leaves weak edges out; those of a way that is shown must be there. */
function join(edges: Bridge['items'][number]['edges']): void {
  const { present } = graph.peek()
  const missing = edges.filter((edge) => !present.edges.has(edgeId(edge)))
  if (missing.length) graph.set(commit(addEntities({ entities: [], edges: missing, positions: new Map() })))
}

function NoWay({ bridge: { nearest } }: { bridge: Bridge }) {
  const { reading: w } = words.value
  return (
    <>
      <Empty>{w.noWay}</Empty>
      {nearest.length > 0 && (
        <section>
          <h3>{w.nearest}</h3>
          <ul class="rows">
            {nearest.map((entity) => (
              <li key={entity.id} class="row-pair">
                <button type="button" class="row" title={entity.title} onClick={() => selectEntity(entity.id)}>
                  <MarkedName of={entity} />
                </button>
                <BringButton entity={entity} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
