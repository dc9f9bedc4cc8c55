/** Light, dark, or as the system has it. `ink` changes whenever the colours on the screen do. */
import { effect, signal } from '@preact/signals'
import { keep, kept } from './kept.ts'
import { createStore } from './store.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const theme = createStore<Theme>(toTheme(kept('theme')))

/** Counts changes of colour, for what draws with computed colours (the canvas). */
export const ink = signal(0)

export const nextTheme =
  () =>
  (now: Theme): Theme =>
    THEMES[(THEMES.indexOf(now) + 1) % THEMES.length] ?? 'auto'

export function bindTheme(): void {
  effect(() => {
    document.documentElement.dataset.theme = theme.value
    keep('theme', theme.value)
    ink.value = ink.peek() + 1
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    ink.value = ink.peek() + 1
  })
}

function toTheme(text: string | null): Theme {
  return THEMES.find((known) => known === text) ?? 'auto'
}
