/**
 * Typing over what is selected. A browser left to it keeps the look of the letters that go by writing a style attribute,
 * which the page's content policy refuses, and reports; so the editor puts the text there itself.
 */
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

export const typingOver: Extension = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType, isComposing, cancelable } = event
    const { state } = view
    const { from, to, empty } = state.selection.main
    if (inputType !== 'insertText' || data === null || isComposing || view.composing || !cancelable || empty)
      return false
    const insert = () => state.update(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    // A bracket goes around what is selected.
    const isTaken = state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))
    if (!isTaken) view.dispatch(insert())
    return true
  },
})
