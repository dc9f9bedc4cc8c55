/**
 * Cypher by hand: the editor, its parameters and the answer; beside them what one can begin with (questions, the plan of
 * the graph, the last and the saved queries). The server reads and never writes.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { getSchema } from '../../api.ts'
import { askWords } from '../../messages/ask-words.ts'
import { draft, keepDraft, keepParams, type Param, params, setParam, toParam } from '../../state/asked.ts'
import { copy } from '../../state/copy.ts'
import { language, wordsOf } from '../../state/language.ts'
import { toHash } from '../../state/route.ts'
import { tell } from '../../state/toast.ts'
import type { SavedQuery } from '../../types.ts'
import { useLoad } from '../load.ts'
import { QueryEditor, type QueryField } from './ask/editor.tsx'
import { ask, isNew, missingIn, toShared } from './ask/editor-ask.ts'
import { EditorKeys } from './ask/editor-keys.tsx'
import { Outcome } from './ask/editor-outcome.tsx'
import { cancel, problemsIn, running } from './ask/editor-run.ts'
import { Side, useSide } from './ask/editor-side.tsx'
import { useSteps } from './ask/history.tsx'
import { Params } from './ask/params.tsx'
import '../../styles/ask-side.css'
import '../../styles/ask.css'

const said = wordsOf(askWords)

/** @param query that the address brings; it is shown, and not run before somebody says so */
export function Ask({ query = '' }: { query?: string | undefined }) {
  const w = said.value
  const text = draft.value
  const state = running.value
  const field = useRef<QueryField | null>(null)
  const [complaint, setComplaint] = useState('')
  const [panel, setPanel] = useSide()
  const { step, reset } = useSteps()
  const schema = useLoad('schema', getSchema)
  const problems = useMemo(() => problemsIn(text, state), [text, state])
  const known = {
    schema: schema.status === 'ready' ? schema.value : null,
    params: new Map(params.value.map((param) => [param.name, param.text])),
  }
  useEffect(() => {
    if (query && isNew(query)) keepDraft(query)
  }, [query])

  const onRun = () => {
    reset()
    setComplaint('')
    const attempt = ask(draft.peek())
    if (attempt.status === 'missing') {
      setComplaint(w.param.missing(attempt.name))
      focusValue(attempt.name)
    } else if (attempt.status === 'unread') {
      setComplaint(w.param.fromText(attempt.name))
      field.current?.goTo(attempt.offset)
    } else if (attempt.status === 'empty') setComplaint(attempt.set ? w.param.set(String(attempt.set)) : w.empty)
  }
  const take = (next: string, given: readonly Param[] = []) => {
    for (const param of given) keepParams(setParam(param))
    keepDraft(next)
    setPanel.afterTaking()
  }
  const takeAndRun = ({ query: next, params: given }: SavedQuery) => {
    take(
      next,
      given.map(({ name, value }) => toParam(name, value)),
    )
    onRun()
  }
  const takeAndType = (next: string, given?: readonly Param[]) => {
    take(next, given)
    field.current?.focus()
  }
  const copyLink = () => {
    const shared = toShared(draft.peek())
    if (shared === null) return tell(w.linkTooLong)
    void copy(new URL(toHash({ page: { view: 'ask', query: shared } }), location.href).href, w.linkCopied)
  }
  const isRunning = state.status === 'running'
  return (
    <main
      class="page ask"
      onKeyDown={(event) => {
        // Where nothing runs, Escape means what it means elsewhere.
        if (event.key === 'Escape' && !event.defaultPrevented && cancel()) event.preventDefault()
      }}
    >
      <header class="ask-head">
        <h2>{w.title}</h2>
        <p class="muted">{w.intro}</p>
      </header>
      <form
        class="ask-form"
        onSubmit={(event) => {
          event.preventDefault()
          onRun()
        }}
      >
        <QueryEditor
          key={language.value}
          text={text}
          onText={keepDraft}
          problems={problems}
          known={known}
          field={field}
          onRun={onRun}
          onCancel={cancel}
          onStep={step}
        />
        <div class="ask-tools">
          <button
            type={isRunning ? 'button' : 'submit'}
            class="button primary"
            onClick={isRunning ? cancel : undefined}
          >
            {isRunning ? w.stop : w.run}
          </button>
          <button type="button" class="button" onClick={copyLink} disabled={!text.trim()}>
            {w.copyLink}
          </button>
          <button type="button" class="button" onClick={() => setPanel.toSave()} disabled={!text.trim()}>
            {w.save}
          </button>
          <EditorKeys />
        </div>
        <p class="param-fault" role="alert">
          {complaint}
        </p>
        <Params missing={missingIn(text)} />
      </form>
      <Side panel={panel} set={setPanel} schema={schema} onAsk={takeAndRun} onTake={takeAndType} />
      <Outcome
        state={state}
        text={text}
        onGo={(offset) => field.current?.goTo(offset)}
        onReplace={(offset, length, by) => {
          keepDraft(text.slice(0, offset) + by + text.slice(offset + length))
          field.current?.goTo(offset + by.length)
        }}
      />
    </main>
  )
}

/** The row may be drawn only now. */
function focusValue(name: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-param="${CSS.escape(name)}"]`)?.focus())
}
