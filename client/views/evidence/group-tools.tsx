/** What one can do with several at once; with exactly two, the ways between them. */
import { hide, pin, showOnly } from '../../state/explore.ts'
import { companyOf, graph } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { notice, say } from '../../state/notice.ts'
import { selectBridge, selectGroup } from '../../state/select.ts'
import { shortestWay, trail } from '../../state/trail.ts'

export function GroupTools({ ids }: { ids: readonly string[] }) {
  const { evidence, reading: w } = words.value
  const { present } = graph.value
  const there = ids.filter((id) => present.entities.has(id))
  const pinned = there.length > 0 && there.every((id) => present.pinned.has(id))
  const [a, b, ...more] = there
  return (
    <p class="tools">
      {a && b && !more.length && (
        <>
          <button type="button" class="button primary" onClick={() => selectBridge(a, b)}>
            {w.whatJoins}
          </button>
          <button type="button" class="button" onClick={() => showWay(a, b)}>
            {w.shortestWay}
          </button>
        </>
      )}
      <button type="button" class="button" onClick={() => showOnly(there)}>
        {w.onlyThese}
      </button>
      <button type="button" class="button" onClick={() => pin(there)}>
        {pinned ? w.unpin : w.pin}
      </button>
      <button type="button" class="button" onClick={() => hide(...there)}>
        {evidence.hide}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => selectGroup([...there, ...there.flatMap((id) => [...companyOf(present, id)])])}
      >
        {w.withCompany}
      </button>
    </p>
  )
}

function showWay(a: string, b: string): void {
  const way = shortestWay(graph.peek().present, a, b)
  trail.set(() => way ?? [])
  if (!way) notice.set(say(words.peek().reading.noWayHere))
}
