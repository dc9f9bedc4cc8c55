/** The lines of one entity, of one edge, of two names together, of one passage; as the evidence pane shows them. */
import { useState } from 'preact/hooks'
import { getEdges, getEntity, getPassage } from '../../../../api.ts'
import { focusEntity } from '../../../../state/focus.ts'
import { number, words } from '../../../../state/language.ts'
import { hashOf } from '../../../../state/location.ts'
import type { EdgeDetail, EdgeList, Receipt } from '../../../../types.ts'
import { BringButton } from '../../../evidence/bring-button.tsx'
import { Meetings } from '../../../evidence/meetings.tsx'
import { ReceiptCard } from '../../../evidence/receipt.tsx'
import { Weight } from '../../../evidence/weight.tsx'
import { useLoad } from '../../../load.ts'
import { Empty, Failed, Loading } from '../../../states.tsx'
import { said } from './said.ts'

/** Lines shown at first, and added at a time. */
const FEW = 3
const STEP = 12

export function EntityLines({ id, name }: { id: string; name: string }) {
  const w = said.value.receipts
  const load = useLoad(id, (signal) => getEntity(id, signal))
  if (load.status === 'loading') return <Loading lines={4} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const { receipts, mentions, documents } = load.value
  return (
    <>
      <p class="line-tools">
        <span class="muted">{words.value.evidence.mentions(number(mentions), number(documents))}</span>
        <a href={hashOf({ view: 'look' }, focusEntity(load.value.id)())}>{w.explore}</a>
        <BringButton entity={{ id: load.value.id, name }} />
      </p>
      <Receipts receipts={receipts} about={[load.value.id]} />
    </>
  )
}

export function EdgeLines({ type, source, target }: { type: string; source: string; target: string }) {
  const load = useLoad(`${source} ${target}`, (signal) => getEdges(source, target, signal))
  if (load.status === 'loading') return <Loading lines={4} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const isSame = (edge: EdgeDetail) => edge.type === type && (type === 'CO_MENTION' || edge.source === source)
  return <EdgesFound edges={load.value.items.filter(isSame)} none={said.value.receipts.noType} />
}

export function TogetherLines({ a, b }: { a: string; b: string }) {
  const load = useLoad(`${a} ${b}`, (signal) => getEdges(a, b, signal))
  if (load.status === 'loading') return <Loading lines={4} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  return <EdgesFound edges={load.value.items} none={said.value.receipts.apart} />
}

function EdgesFound({ edges, none }: { edges: EdgeList['items']; none: string }) {
  const { relations } = words.value
  if (!edges.length) return <Empty>{none}</Empty>
  return (
    <>
      {edges.map((edge) => (
        <section key={`${edge.type} ${edge.source}`} class="edge-lines">
          <p>
            <b>{relations[edge.type]}</b>{' '}
            <a href={hashOf({ view: 'look' }, { type: 'edge', ...endsOf(edge) })}>{said.value.receipts.explore}</a>
          </p>
          <Weight edge={edge} />
          <FewMeetings edge={edge} />
        </section>
      ))}
    </>
  )
}

const endsOf = ({ source: a, target: b }: EdgeDetail) => (a < b ? { a, b } : { a: b, b: a })

function FewMeetings({ edge }: { edge: EdgeDetail }) {
  const [most, setMost] = useState(FEW)
  const left = edge.meetings.length - most
  return (
    <>
      <Meetings edge={{ ...edge, meetings: edge.meetings.slice(0, most) }} />
      {left > 0 && <MoreLines left={left} onMore={() => setMost(most + STEP)} />}
    </>
  )
}

export function PassageLines({ id, about }: { id: string; about: readonly string[] }) {
  const w = said.value.receipts
  const load = useLoad(id, (signal) => getPassage(id, signal))
  if (load.status === 'loading') return <Loading lines={3} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const { items, total } = load.value
  return (
    <>
      {total > 1 && <p class="muted">{w.places(number(total))}</p>}
      <Receipts receipts={items} about={about} />
    </>
  )
}

function Receipts({ receipts, about }: { receipts: readonly Receipt[]; about: readonly string[] }) {
  const [most, setMost] = useState(FEW)
  const left = receipts.length - most
  return (
    <>
      {receipts.slice(0, most).map((receipt) => (
        <ReceiptCard key={`${receipt.document} ${receipt.start}`} receipt={receipt} about={about} />
      ))}
      {left > 0 && <MoreLines left={left} onMore={() => setMost(most + STEP)} />}
    </>
  )
}

function MoreLines({ left, onMore }: { left: number; onMore: () => void }) {
  return (
    <button type="button" class="link more" onClick={onMore}>
      {said.value.receipts.more(number(Math.min(left, STEP)))}
    </button>
  )
}
