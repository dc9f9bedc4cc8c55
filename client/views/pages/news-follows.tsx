/** What one follows, as chips that can be taken away, and a field that adds to them. */
import { useRef, useState } from 'preact/hooks'
import { ApiFailure, getHits } from '../../api.ts'
import { newsWords } from '../../messages/news-words.ts'
import { focusEntity } from '../../state/focus.ts'
import { graph } from '../../state/graph.ts'
import { wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import { loadMarks, marks, setFollow } from '../../state/marks.ts'
import { notice, say } from '../../state/notice.ts'
import type { Named } from '../../types.ts'
import { Icon } from '../icon.tsx'
import { KindMark } from '../mark.tsx'
import { Empty, Failed } from '../states.tsx'
import { NameField } from './find/name-field.tsx'

const words = wordsOf(newsWords)
/** Names offered to those who follow nothing yet. */
const FEW = 8

export function Follows() {
  const w = words.value
  const { status, follows } = marks.value
  const [unknown, setUnknown] = useState('')
  const [turn, setTurn] = useState(0)
  const chips = useRef<HTMLUListElement>(null)
  const add = (one: Named) => {
    setUnknown('')
    setTurn(turn + 1)
    void setFollow(one.id, true, one)
  }
  const remove = ({ id }: Named, at: number) => {
    void setFollow(id, false)
    // The chip in focus goes: its neighbour takes the focus, or the field.
    queueMicrotask(() => {
      const left = chips.current?.querySelectorAll<HTMLElement>('button') ?? []
      const next = left[Math.min(at, left.length - 1)] ?? document.getElementById('follow')
      next?.focus()
    })
  }
  const tellUnknown = (text: string) => {
    setUnknown(text)
    notice.set(say(w.unknown(text)))
  }
  if (status === 'failed')
    return <Failed error={new ApiFailure('unreachable', marks.value.why)} again={() => void loadMarks()} />
  return (
    <section class="follows" aria-label={w.follows}>
      {follows.length > 0 && (
        <ul ref={chips} class="chips" aria-label={w.follows}>
          {follows.map((one, at) => (
            <li key={one.id} class="chip">
              <a href={hashOf({ view: 'look' }, focusEntity(one.id)())}>
                <KindMark kind={one.kind} />
                <bdi>{one.name}</bdi>
              </a>
              <button
                type="button"
                class="quiet"
                aria-label={w.unfollow(one.name)}
                title={w.unfollow(one.name)}
                onClick={() => remove(one, at)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <NameField
        key={turn}
        id="follow"
        label={w.add}
        placeholder={w.placeholder}
        go={w.go}
        offered={w.offered}
        text=""
        onTake={add}
        onText={(text) => void findNamed(text).then((hit) => (hit ? add(hit) : tellUnknown(text)))}
      />
      {unknown && <p class="muted">{w.unknown(unknown)}</p>}
      {status === 'ready' && follows.length === 0 && <Teach onAdd={add} />}
    </section>
  )
}

/** What is called just so; nothing where the server cannot say. */
async function findNamed(text: string): Promise<Named | null> {
  const hits = await getHits(text, 1).catch(() => null)
  const [hit] = hits?.items ?? []
  return hit?.how === 'exact' ? hit : null
}

/** To those who follow nothing yet: what it is for, and names to begin with. */
function Teach({ onAdd }: { onAdd: (one: Named) => void }) {
  const w = words.value
  const names = [...graph.value.present.entities.values()]
    .filter(({ kind }) => kind === 'Concept' || kind === 'Method' || kind === 'Model')
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, FEW)
  return (
    <>
      <Empty>{w.teach}</Empty>
      {names.length > 0 && (
        <div class="chips" role="group" aria-label={w.tryThese}>
          <span class="muted">{w.tryThese}</span>
          {names.map((one) => (
            <button key={one.id} type="button" class="chip" onClick={() => onAdd(one)}>
              <KindMark kind={one.kind} />
              <bdi>{one.name}</bdi>
            </button>
          ))}
        </div>
      )}
    </>
  )
}
