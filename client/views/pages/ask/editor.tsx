/**
 * The field of the query: a plain one at once, and in its place the editor when that has come, with the text, the
 * cursor and the focus carried over. Where it does not come, the plain field stays and does what it can.
 */
import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { getHits } from '../../../api.ts'
import type { Editor, EditorOptions } from '../../../editor/editor.ts'
import type { Known } from '../../../editor/offer.ts'
import type { Problem } from '../../../editor/problems.ts'
import { askWords } from '../../../messages/ask-words.ts'
import { draft } from '../../../state/asked.ts'
import { words, wordsOf } from '../../../state/language.ts'

const said = wordsOf(askWords)

/** Names that are offered for what is typed in a string. */
const NAMES = 12

/** What the page asks of the field. */
export interface QueryField {
  focus(): void
  /** Puts the cursor at a UTF-16 offset. */
  goTo(offset: number): void
}

interface QueryEditorProps extends Pick<EditorOptions, 'onRun' | 'onCancel' | 'onStep'> {
  text: string
  onText: (text: string) => void
  problems: readonly Problem[]
  known: Known
  field: RefObject<QueryField | null>
}

/** Made anew for another language: the editor's own words are given once. */
export function QueryEditor(props: QueryEditorProps) {
  const { text, problems, field } = props
  const latest = useRef(props)
  latest.current = props
  const host = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const editor = useRef<Editor | null>(null)
  const [state, setState] = useState<'plain' | 'whole' | 'failed'>('plain')

  useEffect(() => {
    let isGone = false
    import('../../../editor/editor.ts').then(
      ({ openEditor }) => {
        if (isGone || !host.current) return
        const { activeElement } = document
        const cursor = plain.current?.selectionEnd ?? 0
        editor.current = openEditor(host.current, optionsFrom(latest))
        editor.current.setProblems(latest.current.problems)
        if (plain.current && activeElement === plain.current) editor.current.goTo(cursor)
        setState('whole')
      },
      () => !isGone && setState('failed'),
    )
    return () => {
      isGone = true
      editor.current?.close()
      editor.current = null
    }
  }, [])
  // What is drawn may lag behind what is typed: only the draft itself is compared with the editor's own text.
  useEffect(() => editor.current?.setText(draft.peek()), [text])
  useEffect(() => editor.current?.setProblems(problems), [problems])
  field.current = {
    focus: () => (editor.current ?? plain.current)?.focus(),
    goTo: (offset) => {
      if (editor.current) return editor.current.goTo(offset)
      plain.current?.focus()
      plain.current?.setSelectionRange(offset, offset)
    },
  }
  return (
    <>
      <div ref={host} class="ask-editor" hidden={state !== 'whole'} />
      {state !== 'whole' && <PlainField {...props} area={plain} />}
      {state === 'failed' && <p class="muted">{said.value.plain}</p>}
    </>
  )
}

function PlainField({ area, ...props }: QueryEditorProps & { area: RefObject<HTMLTextAreaElement | null> }) {
  const { text, onText, onRun, onCancel, onStep } = props
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey } = event
    const isRun = key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (isRun) onRun()
    const isDone =
      isRun ||
      (key === 'Escape' && onCancel()) ||
      (altKey && key === 'ArrowUp' && onStep(-1)) ||
      (altKey && key === 'ArrowDown' && onStep(1))
    if (isDone) event.preventDefault()
  }
  return (
    <textarea
      ref={area}
      class="code"
      aria-label={said.value.query}
      placeholder={said.value.placeholder}
      rows={Math.min(16, Math.max(6, text.split('\n').length + 1))}
      spellcheck={false}
      autocapitalize="off"
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}

/** The editor lives on while the page is drawn again, so it asks for what is there now. */
function optionsFrom(latest: RefObject<QueryEditorProps>): EditorOptions {
  const w = said.peek()
  return {
    text: draft.peek(),
    words: { label: w.query, placeholder: w.placeholder, replaceBy: w.replaceBy, phrases: w.phrases },
    onChange: (text) => latest.current.onText(text),
    onRun: () => latest.current.onRun(),
    onCancel: () => latest.current.onCancel(),
    onStep: (by) => latest.current.onStep(by),
    known: () => latest.current.known,
    findNames: async (typed, kinds, signal) => (await getHits(typed, NAMES, signal, kinds)).items,
    kindName: (kind) => words.peek().kinds[kind],
  }
}
