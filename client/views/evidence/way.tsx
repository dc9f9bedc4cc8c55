/** A way through the graph: its names in a row, and below them what joins each to the next. */
import { useState } from 'preact/hooks'
import { getEdges } from '../../api.ts'
import { words } from '../../state/language.ts'
import { selectEdge } from '../../state/select.ts'
import { trail } from '../../state/trail.ts'
import type { Receipt } from '../../types.ts'
import { useLoad } from '../load.ts'
import { nameOf } from '../name.tsx'
import { Empty, Failed, Loading } from '../states.tsx'
import { ReceiptCard } from './receipt.tsx'

export interface Named {
  readonly id: string
  readonly name: string
}

export function WayNames({ nodes }: { nodes: readonly Named[] }) {
  return (
    <span class="way-names">
      {nodes.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ' – '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </span>
  )
}

/** From one to the next: opens all that joins them, and shows the best lines. */
export function Hop({ from, to, receipts }: { from: Named; to: Named; receipts: readonly Receipt[] }) {
  const { reading: w } = words.value
  return (
    <section class="hop">
      <h3>
        <button
          type="button"
          class="link"
          title={w.readHop(from.name, to.name)}
          onClick={() => selectEdge(from.id, to.id)}
        >
          <bdi>{from.name}</bdi> – <bdi>{to.name}</bdi>
        </button>
      </h3>
      {receipts.map((receipt) => (
        <ReceiptCard key={`${receipt.passage} ${receipt.start}`} receipt={receipt} about={[from.id, to.id]} />
      ))}
    </section>
  )
}

/** The way that is highlighted in the picture, when there is one. */
export function WayHere() {
  const { reading: w } = words.value
  const ids = trail.value
  if (ids.length < 2) return null
  const nodes = ids.map((id) => ({ id, name: nameOf(id) }))
  return (
    <section class="way-here">
      <h3>{w.wayHere}</h3>
      <p>
        <WayNames nodes={nodes} />
      </p>
      {nodes.slice(1).map((to, at) => (
        <LateHop key={`${ids[at]} ${to.id}`} from={nodes[at] ?? to} to={to} />
      ))}
    </section>
  )
}

/** Its lines are asked for when it is opened. */
function LateHop({ from, to }: { from: Named; to: Named }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="by-document" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="row-name">
          <bdi>{from.name}</bdi> – <bdi>{to.name}</bdi>
        </span>
      </summary>
      {open && <HopLines from={from} to={to} />}
    </details>
  )
}

/** Lines of a hop that are shown; the edge has them all. */
const MOST_LINES = 3

function HopLines({ from, to }: { from: Named; to: Named }) {
  const load = useLoad(`${from.id} ${to.id}`, (signal) => getEdges(from.id, to.id, signal))
  if (load.status === 'loading') return <Loading lines={3} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const receipts = load.value.items.flatMap((edge) => edge.meetings.flatMap((meeting) => meeting.receipts))
  const { evidence, reading: w } = words.value
  if (!receipts.length) return <Empty>{evidence.noCompany}</Empty>
  return (
    <>
      {receipts.slice(0, MOST_LINES).map((receipt) => (
        <ReceiptCard key={`${receipt.passage} ${receipt.start}`} receipt={receipt} about={[from.id, to.id]} />
      ))}
      <button type="button" class="link more" onClick={() => selectEdge(from.id, to.id)}>
        {w.readHop(from.name, to.name)}
      </button>
    </>
  )
}
