/** Every key there is, in the groups of the help: commands by their ids, and the keys that only the picture has. */
import { COMMANDS, type CommandId } from './commands.ts'
import type { Words } from './messages.ts'

export type HelpGroup = Exclude<keyof Words['help']['groups'], 'picture' | 'touch'>

const GROUPS: Record<HelpGroup, readonly CommandId[]> = {
  find: ['search', 'help', 'menu'],
  select: ['selectCompany', 'selectAll', 'lasso', 'letGo'],
  explore: ['expand', 'collapse', 'hide', 'only', 'bringBack', 'pin', 'shortestWay', 'bridge', 'undo', 'redo'],
  view: ['fit', 'closer', 'farther', 'force', 'layers', 'rings', 'resetFilters'],
  keep: ['saveView', 'copyLink'],
}

/** Keys of the picture itself, which are no commands (views/graph-keys.ts). */
export const PICTURE_KEYS: Record<keyof Words['help']['picture'], readonly string[]> = {
  walk: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
  extend: ['Shift+ArrowRight'],
  pan: ['Alt+ArrowRight'],
  enter: ['Enter'],
}

export interface HelpRow {
  readonly id: CommandId
  readonly keys: readonly string[]
}

/** A command that has a key and stands in no group is told with the view. */
export function keysIn(group: HelpGroup): HelpRow[] {
  const grouped = new Set(Object.values(GROUPS).flat())
  const rest = group === 'view' ? COMMANDS.filter(({ id }) => !grouped.has(id)) : []
  return [...GROUPS[group].flatMap((id) => COMMANDS.filter((command) => command.id === id)), ...rest].filter(
    ({ keys }) => keys.length > 0,
  )
}

export const HELP_GROUPS = Object.keys(GROUPS) as HelpGroup[]
