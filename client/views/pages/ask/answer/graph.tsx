/**
 * The answer as a picture: its nodes, edges and paths on a canvas of their own, drawn as in the explorer. What is chosen
 * in it shows its lines in the drawer; its entities can be added to the explorer's picture.
 */
import { useMemo, useState } from 'preact/hooks'
import { isEntityKind } from '../../../../answer/cells.ts'
import { type Drawing, toDrawing, withMore } from '../../../../answer/drawing.ts'
import type { Subject } from '../../../../answer/subject.ts'
import { subjectOfEdge, subjectOfNode } from '../../../../answer/told.ts'
import { getPicture } from '../../../../api.ts'
import { toBackbone } from '../../../../state/backbone.ts'
import { number } from '../../../../state/language.ts'
import type { Cell, PictureData } from '../../../../types.ts'
import { useLoad } from '../../../load.ts'
import { Empty } from '../../../states.tsx'
import { AddToPicture, GraphLegend, NodeList } from './graph-parts.tsx'
import { GraphStage } from './graph-stage.tsx'
import { said } from './said.ts'

interface Props {
  rows: readonly (readonly Cell[])[]
  /** @param byKey the drawer is to take the focus */
  onOpen: (subject: Subject, byKey: boolean) => void
}

const EXAMPLE = 'MATCH (a:Model)-[met:CO_MENTION]-(b:Method) RETURN a, met, b LIMIT 20'

export function AnswerGraph({ rows, onOpen }: Props) {
  const drawing = useMemo(() => toDrawing(rows), [rows])
  if (drawing.nodes.length) return <Drawn drawing={drawing} onOpen={onOpen} />
  return (
    <>
      <Empty>{said.value.graph.none}</Empty>
      <pre class="answer-example">
        <code>{EXAMPLE}</code>
      </pre>
    </>
  )
}

/** Edges up to which all can be drawn and told apart. */
const MOST_CLEAR = 60
/** The server tells of so many entities at once. */
const MOST_ASKED = 1_000

function Drawn({ drawing, onOpen }: { drawing: Drawing; onOpen: Props['onOpen'] }) {
  const { graph: w } = said.value
  const entities = useMemo(() => drawing.nodes.filter(({ kind }) => isEntityKind(kind)).map(({ id }) => id), [drawing])
  // Nodes that came without any edge say little until one sees who belongs to whom.
  const [joins, setJoins] = useState(drawing.edges.length === 0 && entities.length > 1)
  const asks = joins || drawing.bare.length > 0
  const load = useLoad<PictureData | null>(`${asks}`, (signal) =>
    asks ? getPicture(entities.slice(0, MOST_ASKED), signal) : Promise.resolve(null),
  )
  const known = load.status === 'ready' ? load.value : null
  const picture = useMemo(() => {
    const edges = joins ? (known?.edges ?? []) : []
    return withMore(drawing, known?.nodes ?? [], edges.length > MOST_CLEAR ? toBackbone(edges) : edges)
  }, [drawing, known, joins])
  const openNode = (id: string, byKey: boolean) => {
    const subject = subjectOfNode(id, picture.nodes, drawing.cells)
    if (subject) onOpen(subject, byKey)
  }
  const openEdge = (a: string, b: string) => {
    const subject = subjectOfEdge(a, b, picture, drawing.links)
    if (subject) onOpen(subject, false)
  }
  return (
    <>
      {drawing.total > drawing.nodes.length && (
        <p class="answer-stopped">{w.shown(number(drawing.nodes.length), number(drawing.total))}</p>
      )}
      {/* Laid out once all is there that it asked for, so that nothing jumps. */}
      <GraphStage
        nodes={picture.nodes}
        edges={picture.edges}
        isReady={load.status !== 'loading'}
        onNode={openNode}
        onEdge={openEdge}
      />
      <div class="answer-graph-foot">
        <GraphLegend nodes={picture.nodes} />
        {entities.length > 1 && (
          <label class="answer-joins">
            <input type="checkbox" checked={joins} onChange={(event) => setJoins(event.currentTarget.checked)} />
            {w.joins}
          </label>
        )}
        {entities.length > 0 && <AddToPicture ids={entities} />}
      </div>
      <NodeList nodes={picture.nodes} onOpen={(id) => openNode(id, true)} />
    </>
  )
}
