/** The evidence for an edge: why it weighs what it weighs, and the very lines in which its ends meet. */
import { getEdges } from '../api.ts'
import { SCOPES } from '../kinds.ts'
import { selectEntity } from '../state/actions.ts'
import { graph } from '../state/graph.ts'
import { number, words } from '../state/language.ts'
import type { EdgeDetail, Meeting } from '../types.ts'
import { useLoad } from './load.ts'
import { KindMark } from './mark.tsx'
import { ReceiptCard } from './receipt.tsx'
import { Empty, Failed, Loading } from './states.tsx'

export function EdgeEvidence({ a, b }: { a: string; b: string }) {
  const load = useLoad(`${a} ${b}`, (signal) => getEdges(a, b, signal))
  return (
    <div class="evidence">
      <header>
        <h2 class="ends">
          <End id={a} />
          <span aria-hidden="true"> – </span>
          <End id={b} />
        </h2>
      </header>
      {load.status === 'loading' && <Loading lines={8} />}
      {load.status === 'failed' && <Failed error={load.error} again={load.again} />}
      {load.status === 'ready' && load.value.items.length === 0 && <Empty>{words.value.evidence.noCompany}</Empty>}
      {load.status === 'ready' &&
        load.value.items.map((edge) => <EdgeSection key={`${edge.type} ${edge.source}`} edge={edge} />)}
    </div>
  )
}

function End({ id }: { id: string }) {
  const entity = graph.value.present.entities.get(id)
  return (
    <button type="button" class="link" onClick={() => selectEntity(id)}>
      {entity && <KindMark kind={entity.kind} />}
      {entity?.name ?? id}
    </button>
  )
}

function EdgeSection({ edge }: { edge: EdgeDetail }) {
  const { evidence, relations, scopes } = words.value
  const about = [edge.source, edge.target]
  return (
    <section>
      <h3>
        {relations[edge.type]}
        <small> {scopes[edge.scope]}</small>
      </h3>
      {edge.type !== 'CO_MENTION' && <Direction edge={edge} />}
      <p class="weight">
        {toSum(edge)}
        <span class="muted"> {evidence.support(number(edge.support))}</span>
        {edge.firstSeen && edge.lastSeen && (
          <span class="muted dates">{evidence.seen(edge.firstSeen, edge.lastSeen)}</span>
        )}
      </p>
      <ol class="meetings">
        {edge.meetings.map((meeting) => (
          <MeetingItem key={keyOf(meeting)} meeting={meeting} about={about} />
        ))}
      </ol>
    </section>
  )
}

/** A relation has a direction, and the words that say it. */
function Direction({ edge }: { edge: EdgeDetail }) {
  const { relations, evidence } = words.value
  const nameOf = (id: string) => graph.value.present.entities.get(id)?.name ?? id
  return (
    <p>
      {nameOf(edge.source)} {relations[edge.type]} {nameOf(edge.target)}
      {edge.cue && (
        <span class="muted">
          {' '}
          · {evidence.cue}: <q>{edge.cue}</q>
        </span>
      )}
    </p>
  )
}

function MeetingItem({ meeting, about }: { meeting: Meeting; about: readonly string[] }) {
  const { evidence, scopes } = words.value
  return (
    <li>
      <p class="scope-line">
        <ScopeLine scope={meeting.scope} /> {scopes[meeting.scope]}
      </p>
      {meeting.receipts.map((receipt, index) => (
        <div key={`${receipt.passage} ${receipt.start}`}>
          {index > 0 && <p class="muted between">{evidence.threadGap}</p>}
          <ReceiptCard receipt={receipt} about={about} />
        </div>
      ))}
    </li>
  )
}

/** The line style of a scope, as in the picture. */
export function ScopeLine({ scope }: { scope: Meeting['scope'] }) {
  return (
    <svg class={`scope-mark scope-${scope}`} viewBox="0 0 28 8" aria-hidden="true">
      <path d="M0 4h28" />
    </svg>
  )
}

const keyOf = (meeting: Meeting) => meeting.receipts.map((receipt) => `${receipt.document} ${receipt.start}`).join(' ')

/** `weight 2.1 = sentence 1.2 + thread 0.9`; parts of nothing are left out. */
function toSum({ weight, parts }: EdgeDetail): string {
  const { evidence, scope } = words.value
  const given = SCOPES.filter((name) => parts[name] > 0).map((name) => `${scope[name]} ${parts[name].toFixed(2)}`)
  const sum = given.join(' + ')
  return `${evidence.weight} ${weight.toFixed(2)}${sum && ` = ${sum}`}`
}
