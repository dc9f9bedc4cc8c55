/** What was just done, at the foot of the page, with one thing that can be done about it. Said by the page's live region. */
import { words } from '../state/language.ts'
import { endToast, toast } from '../state/toast.ts'
import { Icon } from './icon.tsx'

export function Toast() {
  const now = toast.value
  if (!now) return null
  const { text, action } = now
  const run = () => {
    endToast()
    action?.run()
  }
  return (
    <aside class="toast" aria-label={words.value.menu.note}>
      <p>{text}</p>
      {action && (
        <button type="button" class="link" onClick={run}>
          {action.label}
        </button>
      )}
      <button type="button" class="quiet" aria-label={words.value.pane.close} onClick={endToast}>
        <Icon name="close" />
      </button>
    </aside>
  )
}
