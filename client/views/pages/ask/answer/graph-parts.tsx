/** Around the answer's picture: what its shapes mean, its nodes as a list, and the way into the explorer's picture. */

import { useState } from 'preact/hooks'
import { countNodes } from '../../../../answer/drawing.ts'
import type { Drawable } from '../../../../graph/drawable.ts'
import { KINDS } from '../../../../kinds.ts'
import { bring, undoChange } from '../../../../state/explore.ts'
import { graph, MOST_DRAWN } from '../../../../state/graph.ts'
import { number } from '../../../../state/language.ts'
import { go } from '../../../../state/location.ts'
import { attempt, notice } from '../../../../state/notice.ts'
import { tell } from '../../../../state/toast.ts'
import { whole } from '../../../../state/whole.ts'
import { More } from '../../../more.tsx'
import { kindName, NodeMark } from './cell.tsx'
import { said } from './said.ts'

export function GraphLegend({ nodes }: { nodes: readonly Drawable[] }) {
  return (
    <ul class="answer-legend" aria-label={said.value.graph.legend}>
      {countNodes(nodes, [...KINDS, 'Document', 'Passage', 'Other']).map(({ kind, count }) => (
        <li key={kind}>
          <NodeMark kind={kind} /> {kindName(kind)} <small>{number(count)}</small>
        </li>
      ))}
    </ul>
  )
}

/** For those who cannot point at a canvas. It is made when it is opened. */
export function NodeList({ nodes, onOpen }: { nodes: readonly Drawable[]; onOpen: (id: string) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <details class="answer-nodes" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said.value.graph.list}</summary>
      {open && (
        <More items={nodes} first={24}>
          {({ id, kind, name, title }) => (
            <li key={id}>
              <button type="button" class="row" onClick={() => onOpen(id)}>
                <NodeMark kind={kind} />
                <bdi class="row-name">{(title ?? name).slice(0, 200)}</bdi>
              </button>
            </li>
          )}
        </More>
      )}
    </details>
  )
}

export function AddToPicture({ ids }: { ids: readonly string[] }) {
  const { graph: w } = said.value
  return (
    <button
      type="button"
      class="button primary"
      title={w.addTitle}
      // Before the first picture is there, there is nothing to add to.
      disabled={whole.value.total === null || notice.value.busy > 0}
      onClick={() => void add(ids)}
    >
      {w.add(number(ids.length))}
    </button>
  )
}

const add = (ids: readonly string[]) =>
  attempt(async () => {
    const added = await bring(ids)
    go({ view: 'look' })
    const { graph: w } = said.peek()
    if (added) tell(w.added(number(added)), { label: w.undo, run: undoChange })
    // That there is no room is told already.
    else if (graph.peek().present.entities.size < MOST_DRAWN) tell(w.noneNew)
  })
