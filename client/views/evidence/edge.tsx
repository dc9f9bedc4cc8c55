/** The evidence between two: every relation and the co-mention, why each weighs what it weighs, and the very lines. */
import { useEffect } from 'preact/hooks'
import { getEdges } from '../../api.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { notice, say } from '../../state/notice.ts'
import { selectBridge, selectEntity } from '../../state/select.ts'
import type { EdgeDetail } from '../../types.ts'
import { useLoad } from '../load.ts'
import { KindMark } from '../mark.tsx'
import { nameOf } from '../name.tsx'
import { Empty, Loading } from '../states.tsx'
import { FailedOrGone } from './gone.tsx'
import { Meetings } from './meetings.tsx'
import { HowWeight, Weight } from './weight.tsx'

export function EdgeEvidence({ a, b }: { a: string; b: string }) {
  const load = useLoad(`${a} ${b}`, (signal) => getEdges(a, b, signal))
  const { evidence, reading: w } = words.value
  const edges = load.status === 'ready' ? load.value.items : undefined
  useEffect(() => {
    if (edges) notice.set(say(`${nameOf(a)}, ${nameOf(b)}: ${words.peek().reading.edgeSaid(number(edges.length))}`))
  }, [edges])
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
      {load.status === 'failed' && <FailedOrGone error={load.error} again={load.again} ids={[a, b]} />}
      {edges && (
        <p class="tools">
          <button type="button" class="button" onClick={() => selectBridge(a, b)}>
            {edges.length ? w.whatElse : w.whatJoins}
          </button>
        </p>
      )}
      {edges?.length === 0 && <Empty>{evidence.noCompany}</Empty>}
      {edges?.map((edge) => (
        <EdgeSection key={`${edge.type} ${edge.source}`} edge={edge} />
      ))}
      {edges && edges.length > 0 && <HowWeight />}
    </div>
  )
}

function End({ id }: { id: string }) {
  const entity = graph.value.present.entities.get(id)
  return (
    <button type="button" class="link" onClick={() => selectEntity(id)}>
      {entity && <KindMark kind={entity.kind} />}
      <bdi>{entity?.name ?? id}</bdi>
    </button>
  )
}

function EdgeSection({ edge }: { edge: EdgeDetail }) {
  const { relations, scopes } = words.value
  return (
    <section>
      <h3>
        {relations[edge.type]}
        <small> {scopes[edge.scope]}</small>
      </h3>
      {edge.type !== 'CO_MENTION' && <Direction edge={edge} />}
      <Weight edge={edge} />
      <Meetings edge={edge} />
    </section>
  )
}

/** A relation has a direction, and the words that say it. */
function Direction({ edge }: { edge: EdgeDetail }) {
  const { relations, evidence } = words.value
  return (
    <p>
      <bdi>{nameOf(edge.source)}</bdi> {relations[edge.type]} <bdi>{nameOf(edge.target)}</bdi>
      {edge.cue && (
        <span class="muted">
          {' '}
          · {evidence.cue}: <q dir="auto">{edge.cue}</q>
        </span>
      )}
    </p>
  )
}
