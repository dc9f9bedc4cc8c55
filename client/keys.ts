/** Keys that work anywhere on the page; those of one pane live with the pane. */
import { redoChange, undoChange } from './state/actions.ts'
import { page } from './state/route.ts'

export function bindKeys(): void {
  document.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    if ((command && event.key.toLowerCase() === 'k') || (event.key === '/' && !typing && !command)) {
      event.preventDefault()
      document.getElementById('search')?.focus()
    }
    if (command && !typing && event.key.toLowerCase() === 'z' && page.peek().view === 'look') {
      event.preventDefault()
      if (event.shiftKey) redoChange()
      else undoChange()
    }
  })
}
