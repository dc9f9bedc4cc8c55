/** Keys that work anywhere on the page: every command that has one. */
import { commandFor } from './commands.ts'
import { dialog } from './state/dialog.ts'
import { menu } from './state/menu.ts'

export function bindKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || dialog.peek() || menu.peek()) return
    // An editor in a shadow root would show only its host as the target.
    const [first] = event.composedPath()
    const target = first instanceof HTMLElement ? first : null
    const typing = target?.matches('input:not([type=range], [type=checkbox]), textarea, select, [contenteditable]')
    const command = commandFor(event)
    // A button has its own Enter and Space; letters mean the same everywhere but in a field.
    if (!command || (typing && !(command.inFields && (event.ctrlKey || event.metaKey)))) return
    event.preventDefault()
    command.run()
  })
  // The Menu key asks for the browser's menu too, some systems only when it is let go.
  document.addEventListener('contextmenu', (event) => {
    if (menu.peek()) event.preventDefault()
  })
}
