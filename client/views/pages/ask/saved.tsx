/** Queries kept under a name: saved from the editor, brought back, renamed, deleted; a deleted one can be brought back. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { paramsIn } from '../../../editor/params.ts'
import { askWords } from '../../../messages/ask-words.ts'
import { draft, type Param, params } from '../../../state/asked.ts'
import { wordsOf } from '../../../state/language.ts'
import { addQuery, keepQueries, type Query, queries, removeQuery, renameQuery } from '../../../state/queries.ts'
import { tell } from '../../../state/toast.ts'
import { Icon } from '../../icon.tsx'
import { Empty } from '../../states.tsx'
import { toLine } from './history.tsx'

const said = wordsOf(askWords)

export function Saved({ onTake }: { onTake: (query: string, params: readonly Param[]) => void }) {
  const w = said.value
  const all = queries.value
  return (
    <>
      <SaveForm />
      {all.length === 0 && <Empty>{w.noSaved}</Empty>}
      <ul class="ask-list">
        {all.map((query) => (
          <SavedRow key={query.id} query={query} onTake={() => onTake(query.query, query.params)} />
        ))}
      </ul>
    </>
  )
}

function SaveForm() {
  const w = said.value
  const field = useRef<HTMLInputElement>(null)
  const save = () => {
    const name = field.current?.value.trim()
    const query = draft.peek()
    if (!name || !query.trim()) {
      if (name) tell(w.empty)
      return field.current?.focus()
    }
    const names = paramsIn(query)
    const used = params.peek().filter((param) => names.includes(param.name))
    const isKept = keepQueries(addQuery({ name, query, params: used }))
    tell(isKept ? w.savedAs(name) : w.notKept)
    if (field.current) field.current.value = ''
  }
  return (
    <form
      class="save-query"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label for="save-query">{w.saveAs}</label>
      <input id="save-query" ref={field} type="text" maxLength={80} autocomplete="off" />
      <button type="submit" class="button">
        {w.save}
      </button>
    </form>
  )
}

function SavedRow({ query, onTake }: { query: Query; onTake: () => void }) {
  const w = said.value
  const [isRenaming, setRenaming] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const remove = () => {
    const before = queries.peek()
    keepQueries(removeQuery(query.id))
    tell(w.removed(query.name), { label: w.undo, run: () => keepQueries(() => before) })
  }
  const endRenaming = (name: string | null) => {
    if (name?.trim()) keepQueries(renameQuery(query.id, name))
    setRenaming(false)
    // When the row is drawn again.
    requestAnimationFrame(() => opener.current?.focus())
  }
  if (isRenaming) return <RenameRow name={query.name} onEnd={endRenaming} />
  return (
    <li class="saved-query">
      <button
        ref={opener}
        type="button"
        class="ask-item"
        onClick={onTake}
        onKeyDown={(event) => {
          if (event.key === 'Delete') remove()
          else if (event.key === 'F2') setRenaming(true)
          else return
          event.preventDefault()
        }}
      >
        <span dir="auto">{query.name}</span>
        <code>{toLine(query.query)}</code>
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={w.rename(query.name)}
        title={w.rename(query.name)}
        onClick={() => setRenaming(true)}
      >
        <Icon name="rename" />
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={w.remove(query.name)}
        title={w.remove(query.name)}
        onClick={remove}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}

/** @param onEnd with the name, or null where it stays as it is */
function RenameRow({ name, onEnd }: { name: string; onEnd: (name: string | null) => void }) {
  const w = said.value
  const field = useRef<HTMLInputElement>(null)
  // Before it is painted, so that whoever types at once types here.
  useLayoutEffect(() => field.current?.select(), [])
  return (
    <li>
      <form
        class="save-query"
        onSubmit={(event) => {
          event.preventDefault()
          onEnd(field.current?.value ?? null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          onEnd(null)
        }}
      >
        <input ref={field} type="text" aria-label={w.newName} maxLength={80} autocomplete="off" defaultValue={name} />
        <button type="submit" class="button">
          {w.ok}
        </button>
        <button type="button" class="button" onClick={() => onEnd(null)}>
          {w.cancel}
        </button>
      </form>
    </li>
  )
}
