/** A line that tells what was just done and goes away by itself, with one thing that can be done about it. */
import { notice, say } from './notice.ts'
import { createStore } from './store.ts'

export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** Milliseconds. Long enough to read a sentence and reach for its button. */
const STAYS = 8_000

export const toast = createStore<Toast | null>(null)

let timer: ReturnType<typeof setTimeout> | undefined

export function tell(text: string, action?: Toast['action']): void {
  clearTimeout(timer)
  toast.set(() => ({ text, action }))
  notice.set(say(text))
  timer = setTimeout(endToast, STAYS)
}

export function endToast(): void {
  clearTimeout(timer)
  toast.set(() => null)
}
