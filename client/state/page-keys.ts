/** The keys that only the page on the screen has: a page that is fetched when it is opened tells them, and the help shows them first. */
import { createStore } from './store.ts'

export interface PageKeys {
  readonly title: string
  readonly rows: readonly { readonly does: string; readonly keys: readonly string[] }[]
}

export const pageKeys = createStore<PageKeys | null>(null)
