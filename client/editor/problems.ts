/** What is wrong in a query, at its place: underlined, told when one goes there, with what may stand there instead. */
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'

export interface Problem {
  message: string
  severity: 'error' | 'warning'
  /** UTF-16 offset into the text, and how much of it is meant. */
  offset: number
  length: number
  /** What may stand there instead. */
  suggestion: string | null
}

/** @param replaceBy words for "put this there" */
export function showProblems(
  view: EditorView,
  problems: readonly Problem[],
  replaceBy: (text: string) => string,
): void {
  const end = view.state.doc.length
  const diagnostics = problems.map(({ message, severity, offset, length, suggestion }): Diagnostic => {
    const from = Math.min(Math.max(0, offset), end)
    const to = Math.min(from + Math.max(0, length), end)
    const action = suggestion !== null && { name: replaceBy(suggestion), apply: replaceWith(suggestion) }
    // A place between two letters cannot be seen, so the letter before it is underlined where the text has ended.
    return {
      from: from === end && from === to ? Math.max(0, end - 1) : from,
      to,
      message,
      severity,
      ...(action && { actions: [action] }),
    }
  })
  view.dispatch(setDiagnostics(view.state, diagnostics))
}

const replaceWith = (insert: string) => (view: EditorView, from: number, to: number) =>
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input' })
