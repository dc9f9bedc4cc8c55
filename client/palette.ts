/**
 * What the search field offers: names, papers and passages that were found, then commands and saved views whose words match; before anything
 * is typed, what makes sense just now, what was looked at before, and where to begin.
 */
import { COMMANDS, type Command, type CommandId } from './commands.ts'
import { fold, matching } from './matching.ts'
import { type Recent, recent } from './state/recent.ts'
import type { SavedView } from './state/saved.ts'
import { isForCommands, type Search, withoutSign } from './state/search.ts'
import { savedViews } from './state/views.ts'
import { whole } from './state/whole.ts'
import type { FoundGroup, FoundPaper, FoundPassage, Hit, Overview } from './types.ts'

export type Row =
  | { readonly type: 'hit'; readonly hit: Hit }
  | { readonly type: 'paper'; readonly paper: FoundPaper }
  | { readonly type: 'passage'; readonly passage: FoundPassage }
  | { readonly type: 'more'; readonly group: FoundGroup; readonly total: number }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'view'; readonly view: SavedView }
  | { readonly type: 'recent'; readonly entity: Recent }
  | { readonly type: 'story'; readonly story: Overview['stories'][number] }

export interface Section {
  readonly title: 'names' | 'papers' | 'passages' | 'commands' | 'now' | 'recent' | 'stories' | 'views'
  readonly rows: readonly Row[]
}

/** Offered before anything is typed, in this order, as far as they mean something. */
const AT_HAND: readonly CommandId[] = [
  ...(['bridge', 'shortestWay', 'expand', 'only', 'resetFilters', 'bringBack', 'undo', 'saveView'] as const),
  ...(['copyLink', 'help', 'about', 'look'] as const),
]
/** Below names, and before anything is typed. */
const FEW = 4

export function sectionsFor(search: Search): Section[] {
  const { text, only } = search
  const sections = isForCommands(text)
    ? [section('commands', matching(withoutSign(text), COMMANDS).map(toCommandRow))]
    : text.trim() === ''
      ? atHand()
      : [
          ...foundIn(search),
          section('views', viewsNamed(text).map(toViewRow)),
          section('commands', matching(text, COMMANDS).slice(0, FEW).map(toCommandRow)),
        ]
  return sections.filter(({ title, rows }) => rows.length > 0 && (only === null || title === TITLES[only]))
}

const TITLES = { entities: 'names', papers: 'papers', passages: 'passages' } as const satisfies Record<
  FoundGroup,
  Section['title']
>
/** Of the group that answers best, and of the others; a passage takes the room of two names. */
const FIRST = { entities: 8, papers: 6, passages: 5 } as const satisfies Record<FoundGroup, number>
const OTHERS = 3

/** What was found, the group that answers best first; a paper is told once, as a paper. */
function foundIn({ hits, names, more: { groups, papers, passages }, only }: Search): Section[] {
  const told = new Set(papers.items.map(({ id }) => id))
  const others = only ? hits : hits.filter(({ id }) => !told.has(id))
  const rows: Record<FoundGroup, Row[]> = {
    entities: others.map((hit) => ({ type: 'hit', hit })),
    papers: papers.items.map((paper) => ({ type: 'paper', paper })),
    passages: passages.items.map((passage) => ({ type: 'passage', passage })),
  }
  const totals = { entities: names, papers: papers.total, passages: passages.total }
  const [best] = groups.filter((group) => rows[group].length > 0)
  return groups.map((group) => {
    const most = group === best ? FIRST[group] : OTHERS
    const all = rows[group]
    const isCut = only === null && all.length > most
    const rest: Row[] = isCut ? [{ type: 'more', group, total: totals[group] }] : []
    return section(TITLES[group], [...(isCut ? all.slice(0, most) : all), ...rest])
  })
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
