/**
 * What the search field offers: names that were hit, then commands and saved views whose words match; before anything
 * is typed, what makes sense just now, what was looked at before, and where to begin.
 */
import { COMMANDS, type Command, type CommandId } from './commands.ts'
import { fold, matching } from './matching.ts'
import { type Recent, recent } from './state/recent.ts'
import type { SavedView } from './state/saved.ts'
import { isForCommands, type Search, withoutSign } from './state/search.ts'
import { savedViews } from './state/views.ts'
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
    ? [section('commands', matching(withoutSign(text), COMMANDS).map(toCommandRow))]
    : text.trim() === ''
      ? atHand()
      : [
          section(
            'names',
            hits.map((hit) => ({ type: 'hit', hit })),
          ),
          section('views', viewsNamed(text).map(toViewRow)),
          section('commands', matching(text, COMMANDS).slice(0, FEW).map(toCommandRow)),
        ]
  return sections.filter(({ rows }) => rows.length > 0)
}

const section = (title: Section['title'], rows: readonly Row[]): Section => ({ title, rows })

function atHand(): Section[] {
  const now = AT_HAND.flatMap((id) => COMMANDS.filter((command) => command.id === id && command.when()))
  return [
    section(
      'recent',
      recent.value.slice(0, FEW).map((entity) => ({ type: 'recent', entity })),
    ),
    section('now', now.slice(0, FEW).map(toCommandRow)),
    section('views', savedViews.value.slice(0, FEW).map(toViewRow)),
    section(
      'stories',
      whole.value.stories.map((story) => ({ type: 'story', story })),
    ),
  ]
}

const viewsNamed = (text: string) =>
  savedViews.value.filter(({ name }) => fold(name).includes(fold(text.trim()))).slice(0, FEW)

const toCommandRow = (command: Command): Row => ({ type: 'command', command })
const toViewRow = (view: SavedView): Row => ({ type: 'view', view })
