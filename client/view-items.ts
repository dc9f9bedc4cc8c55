/** What the menu of a saved view offers. */
import type { Item } from './menus.ts'
import { copy } from './state/copy.ts'
import { openDialog } from './state/dialog.ts'
import { words } from './state/language.ts'
import { deleteSaved, openView, savedViews } from './state/views.ts'

export function viewItems(id: string): Item[] {
  const { saved: w, take } = words.value
  const view = savedViews.peek().find((one) => one.id === id)
  if (!view) return []
  const link = () => new URL(view.hash, location.href).href
  return [
    { label: w.open, run: () => openView(view) },
    { label: w.renameIt, key: 'F2', run: () => openDialog({ type: 'rename', id }) },
    { label: w.copyLink, run: () => void copy(link(), take.copied) },
    { label: w.remove, key: 'Delete', run: () => deleteSaved(id) },
  ]
}
