/**
 * What the search field offers: names that were hit, then commands and saved views whose words match; before anything
 * is typed, what makes sense just now, what was looked at before, and where to begin.
 */
import { COMMANDS, type Command, type CommandId } from './commands.ts'
import { MESSAGES } from './messages.ts'
import { type Recent, recent } from './state/recent.ts'
import { isForCommands, type Search, withoutSign } from './state/search.ts'
import { type SavedView, savedViews } from './state/views.ts'
import { whole } from './state/whole.ts'
import type { Hit, Overview } from './types.ts'

export type Row =
  | { readonly type: 'hit'; readonly hit: Hit }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'view'; readonly view: SavedView }
  | { readonly type: 'recent'; readonly entity: Recent }
  | { readonly type: 'story'; readonly story: Overview['stories'][number] }

export interface Section {
  readonly title: 'names' | 'commands' | 'now' | 'recent' | 'stories' | 'views'
  readonly rows: readonly Row[]
}

/** Offered before anything is typed, in this order, as far as they mean something. */
const AT_HAND: readonly CommandId[] = [
  ...(['bridge', 'shortestWay', 'expand', 'only', 'resetFilters', 'bringBack', 'undo', 'saveView'] as const),
  ...(['copyLink', 'help', 'about', 'look'] as const),
]
/** Below names, and before anything is typed. */
const FEW = 4

export function sectionsFor({ text, hits }: Search): Section[] {
  const sections = isForCommands(text)
    ? [section('commands', matching(withoutSign(text)).map(toCommandRow))]
    : text.trim() === ''
      ? atHand()
      : [
          section(
            'names',
            hits.map((hit) => ({ type: 'hit', hit })),
          ),
          section('views', viewsNamed(text).map(toViewRow)),
          section('commands', matching(text).slice(0, FEW).map(toCommandRow)),
        ]
  return sections.filter(({ rows }) => rows.length > 0)
}

const section = (title: Section['title'], rows: readonly Row[]): Section => ({ title, rows })

function atHand(): Section[] {
  const now = AT_HAND.flatMap((id) => COMMANDS.filter((command) => command.id === id && command.when()))
  return [
    section(
      'recent',
      recent
        .peek()
        .slice(0, FEW)
        .map((entity) => ({ type: 'recent', entity })),
    ),
    section('now', now.slice(0, FEW).map(toCommandRow)),
    section('views', savedViews.peek().slice(0, FEW).map(toViewRow)),
    section(
      'stories',
      whole.peek().stories.map((story) => ({ type: 'story', story })),
    ),
  ]
}

/** Commands that mean something now and hold every word, in either language; those that begin with the first one lead. */
export function matching(text: string, commands: readonly Command[] = COMMANDS): Command[] {
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
const fold = (text: string) => text.normalize('NFKC').toLowerCase()

const viewsNamed = (text: string) =>
  savedViews
    .peek()
    .filter(({ name }) => fold(name).includes(fold(text.trim())))
    .slice(0, FEW)

const toCommandRow = (command: Command): Row => ({ type: 'command', command })
const toViewRow = (view: SavedView): Row => ({ type: 'view', view })
