/** What one can do with the entity in focus: in the picture, and beyond it. */
import { arrangeAnew, bring, collapse, expand, hide, pin, showOnly } from '../../state/explore.ts'
import { companyOf, graph, hangingOn } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import { attempt, notice } from '../../state/notice.ts'
import type { EntityDetail } from '../../types.ts'
import { FollowButton } from '../pages/asking.tsx'

export function EntityTools({ detail }: { detail: EntityDetail }) {
  const { id, name, neighbors } = detail
  const { evidence, reading: w } = words.value
  const { present } = graph.value
  const busy = notice.value.busy > 0
  const inView = companyOf(present, id).size
  const hanging = hangingOn(present, id).length
  if (!present.entities.has(id)) {
    return (
      <p class="tools">
        <button type="button" class="button primary" disabled={busy} onClick={() => void add(id)}>
          {w.addIt}
        </button>
        <FollowButton detail={detail} />
        <Related id={id} />
      </p>
    )
  }
  return (
    <p class="tools">
      <button type="button" class="button" disabled={inView >= neighbors || busy} onClick={() => void expand(id)}>
        {evidence.expand} <small>{evidence.expansion(number(inView), number(neighbors))}</small>
      </button>
      {hanging > 0 && (
        <button type="button" class="button" onClick={() => collapse(id)}>
          {w.collapse} <small>{number(hanging)}</small>
        </button>
      )}
      <button type="button" class="button" onClick={() => pin([id])}>
        {present.pinned.has(id) ? w.unpin : w.pin}
      </button>
      <button type="button" class="button" onClick={() => hide(id)} aria-label={`${evidence.hide}: ${name}`}>
        {evidence.hide}
      </button>
      <button type="button" class="button" onClick={() => showOnly([id])}>
        {w.only}
      </button>
      <button type="button" class="button" onClick={() => void arrangeAnew('rings')}>
        {w.around}
      </button>
      <FollowButton detail={detail} />
      <Related id={id} />
    </p>
  )
}

const add = (id: string) =>
  attempt(async () => {
    await bring([id])
  })

function Related({ id }: { id: string }) {
  return (
    <a class="button" href={hashOf({ view: 'find', concept: id })}>
      {words.value.evidence.related}
    </a>
  )
}
