/** The keys of the page of papers, as data: what the list does for them, and what the help says. */

export type PaperAction = 'next' | 'previous' | 'first' | 'last' | 'open' | 'web' | 'read' | 'why'

/** Anywhere on the page but in a field. */
const ANYWHERE: Partial<Record<string, PaperAction>> = {
  j: 'next',
  k: 'previous',
  o: 'web',
  m: 'read',
  w: 'why',
}

/** Only while a paper itself is in focus: elsewhere they scroll, and press buttons. */
const ON_A_PAPER: Partial<Record<string, PaperAction>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'next',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'open',
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function actionFor({ key, ctrlKey, metaKey, altKey, shiftKey }: Press, onPaper: boolean): PaperAction | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null
  return ANYWHERE[key] ?? (onPaper ? ON_A_PAPER[key] : undefined) ?? null
}

/** As the help tells them. */
export const TOLD = {
  move: ['j', 'k', 'ArrowDown', 'ArrowUp'],
  open: ['Enter'],
  web: ['o'],
  read: ['m'],
  why: ['w'],
} as const
