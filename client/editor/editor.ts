/**
 * The editor of a query: CodeMirror in a shadow root of the host (theme.ts says why). A text goes in, every change of it
 * comes out. Tab takes what is offered and else leaves the editor, so that the keyboard is never caught in it.
 */
import {
  acceptCompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionStatus,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  type KeyBinding,
  keymap,
  lineNumbers,
  placeholder,
  rectangularSelection,
} from '@codemirror/view'
import { type CompletionOptions, completion } from './complete.ts'
import { highlighting } from './highlight.ts'
import { type Problem, showProblems } from './problems.ts'
import { theme } from './theme.ts'
import { typingOver } from './typing.ts'

export interface EditorOptions extends CompletionOptions {
  text: string
  words: { label: string; placeholder: string; replaceBy: (text: string) => string; phrases: Record<string, string> }
  onChange: (text: string) => void
  onRun: () => void
  /** @returns whether there was something to stop */
  onCancel: () => boolean
  /** Goes to an earlier query (-1) or a later one. @returns whether there is one */
  onStep: (by: -1 | 1) => boolean
}

export interface Editor {
  /** Puts another text in its place; that can be undone. */
  setText(text: string): void
  setProblems(problems: readonly Problem[]): void
  focus(): void
  /** Puts the cursor at a UTF-16 offset, and the focus there. */
  goTo(offset: number): void
  close(): void
}

export function openEditor(host: HTMLElement, options: EditorOptions): Editor {
  const { text, words, onChange } = options
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      selection: { anchor: text.length },
      extensions: [
        editing,
        Prec.high(keymap.of(ownKeys(options))),
        completion(options),
        placeholder(words.placeholder),
        EditorState.phrases.of(words.phrases),
        EditorView.contentAttributes.of({ 'aria-label': words.label, 'data-kith': 'query', spellcheck: 'false' }),
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && onChange(state.doc.toString())),
      ],
    }),
  })
  return {
    setText: (insert) => {
      if (insert === view.state.doc.toString()) return
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert },
        selection: { anchor: insert.length },
        scrollIntoView: true,
      })
    },
    setProblems: (problems) => showProblems(view, problems, words.replaceBy),
    focus: () => view.focus(),
    goTo: (offset) => {
      view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) }, scrollIntoView: true })
      view.focus()
    },
    close: () => view.destroy(),
  }
}

function ownKeys({ onRun, onCancel, onStep }: EditorOptions): KeyBinding[] {
  const run = (view: EditorView) => {
    closeCompletion(view)
    onRun()
    return true
  }
  return [
    { key: 'Mod-Enter', run },
    { key: 'Escape', run: onCancel },
    { key: 'Alt-ArrowUp', run: () => onStep(-1) },
    { key: 'Alt-ArrowDown', run: () => onStep(1) },
    // What has only just come up is not taken by a Tab that was meant for something else; nor does that Tab leave.
    { key: 'Tab', run: (view) => acceptCompletion(view) || completionStatus(view.state) === 'active' },
  ]
}

/** What was wrong at a place is not known of another text. */
const forgetProblems = EditorView.updateListener.of(({ docChanged, view, state }) => {
  if (docChanged) queueMicrotask(() => view.state === state && view.dispatch(setDiagnostics(state, [])))
})

const editing: Extension = [
  theme,
  highlighting,
  typingOver,
  forgetProblems,
  lineNumbers(),
  history(),
  drawSelection(),
  dropCursor(),
  rectangularSelection(),
  crosshairCursor(),
  bracketMatching(),
  closeBrackets(),
  highlightSelectionMatches(),
  search(),
  EditorView.lineWrapping,
  EditorState.allowMultipleSelections.of(true),
  EditorState.tabSize.of(2),
  EditorState.languageData.of(() => [
    {
      commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
      closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
    },
  ]),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap]),
]
