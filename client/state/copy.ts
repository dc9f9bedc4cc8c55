/** Puts text on the clipboard and says so; where the browser refuses, shows it for copying by hand. */
import { openDialog } from './dialog.ts'
import { tell } from './toast.ts'

export async function copy(text: string, said: string): Promise<void> {
  try {
    // Undefined on a page that came over plain HTTP from another machine.
    await navigator.clipboard.writeText(text)
    tell(said)
  } catch {
    openDialog({ type: 'copy', text })
  }
}
