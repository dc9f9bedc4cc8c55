/** The last queries with when, how many rows and how long; a press brings one back with its parameters. */
import { useRef } from 'preact/hooks'
import { askWords } from '../../../messages/ask-words.ts'
import {
  type Asked,
  asked,
  draft,
  keepAsked,
  keepDraft,
  keepParams,
  type Param,
  setParam,
} from '../../../state/asked.ts'
import { language, number, wordsOf } from '../../../state/language.ts'
import { tell } from '../../../state/toast.ts'
import { Empty } from '../../states.tsx'

const said = wordsOf(askWords)

export function History({ onTake }: { onTake: (query: string, params: readonly Param[]) => void }) {
  const w = said.value
  const all = asked.value
  if (!all.length) return <Empty>{w.noHistory}</Empty>
  const clear = () => {
    keepAsked(() => [])
    tell(w.cleared, { label: w.undo, run: () => keepAsked(() => all) })
  }
  return (
    <>
      <ol class="ask-list" aria-label={w.history}>
        {all.map((one) => (
          <li key={one.when}>
            <button type="button" class="ask-item" onClick={() => onTake(one.query, one.params)}>
              <code>{toLine(one.query)}</code>
              <Outcome of={one} />
            </button>
          </li>
        ))}
      </ol>
      <button type="button" class="button" onClick={clear}>
        {w.clear}
      </button>
    </>
  )
}

function Outcome({ of: { when, rows, milliseconds } }: { of: Asked }) {
  const w = said.value
  const time = new Date(when)
  const at = time.toLocaleString(language.value, { dateStyle: 'short', timeStyle: 'short' })
  const parts = [at, rows === null ? w.noAnswer : w.rows(number(rows)), w.ms(number(Math.round(milliseconds)))]
  return <small>{parts.join(' · ')}</small>
}

/** A query in one line, without its comments' marks and empty lines. */
export const toLine = (query: string): string =>
  query
    .replace(/^\s*:param.*$/gim, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)

/** Going through the last queries from the editor: the draft is where one comes back to. */
export function useSteps(): { step: (by: -1 | 1) => boolean; reset: () => void } {
  const at = useRef(-1)
  const own = useRef('')
  const step = (by: -1 | 1) => {
    const all = asked.peek()
    // What was just asked is what stands in the editor.
    const first = at.current < 0 && all[0]?.query === draft.peek() ? 1 : 0
    const next = at.current < 0 && by < 0 ? first : at.current - by
    const query = next < 0 ? own.current : all[next]?.query
    if (query === undefined || (at.current < 0 && by > 0)) return false
    if (at.current < 0) own.current = draft.peek()
    at.current = Math.max(-1, next)
    keepDraft(query)
    for (const param of all[next]?.params ?? []) keepParams(setParam(param))
    return true
  }
  return {
    step,
    reset: () => {
      at.current = -1
    },
  }
}
