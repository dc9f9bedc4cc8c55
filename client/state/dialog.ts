/** The one dialog that may be open: all keys, a name for a view, or text to be copied by hand. */
import { createStore } from './store.ts'

export type Dialog =
  | { readonly type: 'help' }
  | { readonly type: 'save' }
  | { readonly type: 'rename'; readonly id: string }
  | { readonly type: 'copy'; readonly text: string }

export const dialog = createStore<Dialog | null>(null)

export const openDialog = (next: Dialog): void => dialog.set(() => next)
export const closeDialog = (): void => dialog.set(() => null)
