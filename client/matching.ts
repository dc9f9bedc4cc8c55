/** Commands by their words, in both languages. */
import type { Command } from './commands.ts'
import { MESSAGES } from './messages.ts'

/** Commands that mean something now and hold every word, in either language; those that begin with the first one lead. */
export function matching(text: string, commands: readonly Command[]): Command[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean)
  const [first] = wanted
  if (!first) return commands.filter(({ id, when }) => id !== 'search' && when())
  // One Latin letter is in every name.
  if (first.length < 2 && /[a-z]/.test(first)) return []
  const found = commands.flatMap((command) => {
    const names = Object.values(MESSAGES).map(({ commands: all }) => fold(all[command.id]))
    const name = names.find((one) => wanted.every((word) => one.includes(word)))
    return name !== undefined && command.when() ? [{ command, leads: beginsWith(name, first) }] : []
  })
  return [...found.filter(({ leads }) => leads), ...found.filter(({ leads }) => !leads)].map(({ command }) => command)
}

const beginsWith = (name: string, word: string) => name.split(/\s+/).some((part) => part.startsWith(word))
export const fold = (text: string) => text.normalize('NFKC').toLowerCase()
