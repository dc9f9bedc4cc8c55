/** “12 of 57 · more” under the one that is selected: how much of its company is in view, and the way to the rest. */
import { useEffect, useState } from 'preact/hooks'
import { getEntity } from '../../api.ts'
import { expand } from '../../state/explore.ts'
import { focus } from '../../state/focus.ts'
import { companyOf, graph } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { moves, viewport } from '../../state/viewport.ts'

/** px from a node's lower edge to below its name, and what the badge takes itself. */
const BELOW = 24
const HEIGHT = 24

/** How many an entity is joined to in the whole graph, asked once for each. */
const totals = new Map<string, number>()

export function Badge() {
  const now = focus.value
  const id = now.type === 'entity' ? now.id : null
  const total = useTotal(id)
  const entity = id === null ? undefined : graph.value.present.entities.get(id)
  if (!entity || total === null) return null
  const shown = companyOf(graph.value.present, entity.id).size
  return shown < total ? <More id={entity.id} name={entity.name} shown={shown} total={total} /> : null
}

function More({ id, name, shown, total }: { id: string; name: string; shown: number; total: number }) {
  const { picture: w } = words.value
  void moves.value
  const canvas = viewport.value
  const spot = canvas?.spotOf(id)
  if (!canvas || !spot) return null
  const below = spot.y + spot.height / 2 + BELOW
  const isCut = below + HEIGHT > canvas.height()
  const [left, top] = [Math.round(spot.x), Math.round(isCut ? spot.y - spot.height / 2 - 8 : below)]
  return (
    <button
      type="button"
      class="badge"
      style={{ transform: `translate(${left}px, ${top}px) translate(-50%, ${isCut ? -100 : 0}%)` }}
      aria-label={w.moreOf(name, String(shown), String(total))}
      onClick={() => void expand(id)}
    >
      <span>{w.more(String(shown), String(total))}</span>
    </button>
  )
}

function useTotal(id: string | null): number | null {
  const [, told] = useState(0)
  const isThere = id !== null && graph.value.present.entities.has(id)
  useEffect(() => {
    if (id === null || !isThere || totals.has(id)) return
    const own = new AbortController()
    getEntity(id, own.signal).then(
      ({ neighbors }) => {
        totals.set(id, neighbors)
        told((turn) => turn + 1)
      },
      // The evidence pane asks for the same, and says what failed.
      () => {},
    )
    return () => own.abort()
  }, [id, isThere])
  return id === null ? null : (totals.get(id) ?? null)
}
