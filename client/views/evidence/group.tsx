/** Several at once: who they are, what joins them, what they share, and where they are named together. */
import { getPicture } from '../../api.ts'
import { countKinds, sharedBy, strongestAmong } from '../../evidence/together.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { selectEdge, selectEntity } from '../../state/select.ts'
import { sources } from '../../state/sources.ts'
import { Bar } from '../bar.tsx'
import { useLoad } from '../load.ts'
import { KindMark } from '../mark.tsx'
import { More } from '../more.tsx'
import { MarkedName, nameOf } from '../name.tsx'
import { Empty } from '../states.tsx'
import { GroupDocuments } from './group-documents.tsx'
import { GroupTools } from './group-tools.tsx'
import { Selection } from './selection.tsx'
import { WayHere } from './way.tsx'

export function GroupEvidence({ ids }: { ids: readonly string[] }) {
  const { kinds, reading: w } = words.value
  const { present } = graph.value
  const entities = ids.flatMap((id) => present.entities.get(id) ?? [])
  return (
    <div class="evidence">
      <header>
        <h2>{w.chosen(number(ids.length))}</h2>
        <p class="kind-counts">
          {countKinds(entities).map(({ kind, count }) => (
            <span key={kind}>
              <KindMark kind={kind} /> {kinds[kind]} {number(count)}
            </span>
          ))}
        </p>
      </header>
      <GroupTools ids={ids} />
      <WayHere />
      <Among ids={ids} />
      <Shared ids={ids} />
      <GroupDocuments sources={sources.value} ids={ids} />
      <Selection entities={entities} />
    </div>
  )
}

/** As many as the server takes. */
const MOST_ASKED = 1_000

function Among({ ids }: { ids: readonly string[] }) {
  const { scope, relations, reading: w } = words.value
  // A picture may leave weaker edges out; here all of them count.
  const load = useLoad(ids.join(' '), (signal) => getPicture(ids.slice(0, MOST_ASKED), signal))
  const edges = strongestAmong(load.status === 'ready' ? load.value.edges : graph.value.present.edges.values(), ids)
  const most = edges[0]?.weight ?? 1
  return (
    <section>
      <h3>
        {w.among}
        {edges.length > 0 && <small> {number(edges.length)}</small>}
      </h3>
      {edges.length === 0 && <Empty>{w.noneAmong}</Empty>}
      <More items={edges}>
        {(edge) => (
          <li key={`${edge.source} ${edge.target}`}>
            <button type="button" class="row" onClick={() => selectEdge(edge.source, edge.target)}>
              <span class="row-name">
                <bdi>{nameOf(edge.source)}</bdi> – <bdi>{nameOf(edge.target)}</bdi>
              </span>
              <span class="muted">{edge.type === 'CO_MENTION' ? scope[edge.scope] : relations[edge.type]}</span>
              <span class="count">{edge.weight.toFixed(1)}</span>
              <Bar value={edge.weight} most={most} />
            </button>
          </li>
        )}
      </More>
    </section>
  )
}

function Shared({ ids }: { ids: readonly string[] }) {
  const { reading: w } = words.value
  const shares = sharedBy(graph.value.present, ids)
  if (!shares.length) return null
  return (
    <section>
      <h3>{w.shared}</h3>
      <More items={shares}>
        {({ entity, joined }) => (
          <li key={entity.id}>
            <button type="button" class="row" title={entity.title} onClick={() => selectEntity(entity.id)}>
              <MarkedName of={entity} />
              <span class="count">{w.sharedBy(number(joined), number(ids.length))}</span>
              <Bar value={joined} most={ids.length} />
            </button>
          </li>
        )}
      </More>
    </section>
  )
}
