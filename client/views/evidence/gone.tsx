/** A name that is not in the graph, as after another build: what the server says, what is near it, and the search. */
import { ApiFailure } from '../../api.ts'
import { nameFromId, nearIds } from '../../evidence/links.ts'
import { words } from '../../state/language.ts'
import { typeSearch } from '../../state/search.ts'
import { selectEntity } from '../../state/select.ts'
import { Failed } from '../states.tsx'

export const isGone = (error: unknown): error is ApiFailure => error instanceof ApiFailure && error.code === 'not_found'

/** A failure to show some entities; where one of them is not there any more, with ways on. */
export function FailedOrGone({ error, again, ids }: { error: unknown; again: () => void; ids: readonly string[] }) {
  if (!isGone(error)) return <Failed error={error} again={again} />
  // The message names the one that is not there.
  const id = ids.find((one) => error.message.includes(`"${one.slice(0, 80)}`)) ?? ids[0] ?? ''
  return <Gone id={id} message={error.message} />
}

function Gone({ id, message }: { id: string; message: string }) {
  const { reading: w } = words.value
  const near = nearIds(message)
  const name = nameFromId(id).slice(0, 80)
  return (
    <div class="gone" role="alert">
      <p>
        <bdi>{near.length ? message.slice(0, message.lastIndexOf('.', message.lastIndexOf(': '))) : message}</bdi>
        {near.length > 0 && '.'} {w.gone}
      </p>
      {near.length > 0 && (
        <p class="tools">
          <span class="muted">{w.near}</span>
          {near.map((other) => (
            <button key={other} type="button" class="button" onClick={() => selectEntity(other)}>
              <bdi>{nameFromId(other)}</bdi>
            </button>
          ))}
        </p>
      )}
      <p class="tools">
        <button type="button" class="button" onClick={() => searchFor(name)}>
          {w.searchFor(name)}
        </button>
      </p>
    </div>
  )
}

function searchFor(name: string): void {
  typeSearch(name)
  document.getElementById('search')?.focus()
}
