/** The dialogs of the page: one at a time. */
import { useRef } from 'preact/hooks'
import { closeDialog, dialog, type Dialog as Open } from '../state/dialog.ts'
import { words } from '../state/language.ts'
import { proposeName, renameSaved, savedViews, saveView } from '../state/views.ts'
import { Dialog } from './dialog.tsx'
import { NameForm } from './name-form.tsx'
import { Help } from './palette/help.tsx'

export function Dialogs() {
  const now = dialog.value
  return now && <One key={JSON.stringify(now)} now={now} />
}

function One({ now }: { now: Open }) {
  const { saved: w, take } = words.value
  switch (now.type) {
    case 'help':
      return <Help />
    case 'save':
      return (
        <Dialog title={w.save}>
          <NameForm proposal={proposeName()} onName={(name) => saveView(name) && closeDialog()} />
        </Dialog>
      )
    case 'rename':
      return (
        <Dialog title={w.rename}>
          <NameForm
            proposal={savedViews.peek().find(({ id }) => id === now.id)?.name ?? ''}
            except={now.id}
            onName={(name) => {
              renameSaved(now.id, name)
              closeDialog()
            }}
          />
        </Dialog>
      )
    case 'copy':
      return (
        <Dialog title={take.copy}>
          <ByHand text={now.text} />
        </Dialog>
      )
  }
}

/** Selected, so that the system's own key copies it. */
function ByHand({ text }: { text: string }) {
  const { take } = words.value
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <label class="field">
      {take.copyNote}
      <textarea ref={field} readOnly rows={3} value={text} onFocus={() => field.current?.select()} />
    </label>
  )
}
