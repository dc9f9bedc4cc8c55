/**
 * What each menu offers: mostly commands, which act on what is selected. Those that mean nothing just now are left out.
 */
import { COMMANDS, type CommandId } from './commands.ts'
import { KINDS, TYPES } from './kinds.ts'
import { isOffline } from './offline/data.ts'
import { expand, picture } from './state/explore.ts'
import { focus, idsOf } from './state/focus.ts'
import { number, words } from './state/language.ts'
import type { Subject } from './state/menu.ts'
import { offer } from './state/offer.ts'
import type { Kind } from './types.ts'
import { viewItems } from './view-items.ts'

export interface Item {
  readonly label: string
  /** As in a command. */
  readonly key?: string | undefined
  /** Drawn before the label. */
  readonly mark?: Kind
  readonly count?: number | undefined
  /** There, but of no use just now. */
  readonly off?: boolean
  readonly run?: () => void
  /** A menu of its own. */
  readonly items?: readonly Item[]
}

export const LINE = 'line'
export type Entry = Item | typeof LINE

type Wanted = CommandId | typeof LINE | 'byKind' | 'byRelation' | 'take'

const TAKE: readonly Wanted[] = ['png', 'svg', LINE, 'csvEntities', 'csvEdges', 'bibtex', LINE, 'html', 'copyLink']

const MENUS: Record<Exclude<Subject['type'], 'view'>, readonly Wanted[]> = {
  entity: [
    ...(['expand', 'byKind', 'byRelation', 'collapse', 'rings', LINE] as const),
    ...(['selectCompany', 'only', 'pin', 'hide', LINE, 'relatedPapers', 'copyName', 'copyLink'] as const),
  ],
  edge: ['bridge', 'shortestWay', 'selectCompany', LINE, 'only', 'pin', 'hide', LINE, 'copyName', 'copyLink'],
  group: [
    ...(['bridge', 'shortestWay', LINE, 'selectCompany', 'only', 'pin', 'hide', LINE] as const),
    ...(['take', 'copyName', 'copyLink'] as const),
  ],
  ground: [
    ...(['fit', 'selectAll', 'bringBack', 'resetFilters', LINE, 'force', 'layers', 'rings', LINE] as const),
    ...(['undo', 'redo', LINE, 'saveView', 'copyLink', 'take'] as const),
  ],
  take: TAKE,
  more: ['take', 'saveView', 'copyLink', LINE, 'about', 'help', LINE, 'theme', 'language'],
}

export function entriesOf(subject: Subject): readonly Entry[] {
  if (subject.type === 'view') return viewItems(subject.id)
  return tidy(MENUS[subject.type].flatMap((wanted) => toEntries(wanted)))
}

/** What a screen reader calls the menu. */
export function labelOf(subject: Subject, nameOf: (id: string) => string): string {
  const { menu: w } = words.value
  switch (subject.type) {
    case 'entity':
      return w.entity(nameOf(subject.id))
    case 'edge':
      return w.edge(`${nameOf(subject.a)} – ${nameOf(subject.b)}`)
    case 'group':
      return w.group(number(subject.ids.length))
    case 'view':
      return w.view(nameOf(subject.id))
    default:
      return w[subject.type]
  }
}

function toEntries(wanted: Wanted): Entry[] {
  const { menu: w } = words.value
  if (wanted === LINE) return [LINE]
  if (wanted === 'take') {
    const items = TAKE.filter((id) => id !== 'copyLink').flatMap((id) => toEntries(id))
    return items.length > 2 ? [{ label: w.take, items: items.filter((item) => item !== LINE) }] : []
  }
  if (wanted === 'byKind') return [{ label: w.byKind, items: kindItems() }]
  if (wanted === 'byRelation') return isOffline ? [] : [{ label: w.byRelation, items: relationItems() }]
  const command = COMMANDS.find(({ id }) => id === wanted)
  if (!command?.when()) return []
  return [{ label: labelFor(wanted), key: command.keys[0], run: command.run }]
}

function labelFor(id: CommandId): string {
  const { menu: w, commands } = words.value
  if (id === 'pin') return idsOf(focus.peek()).every((one) => picture().pinned.has(one)) ? w.unpin : w.pin
  return w.short[id] ?? commands[id]
}

function kindItems(): Item[] {
  const { kinds } = words.value
  return KINDS.map((kind) => {
    const count = current()?.kinds.get(kind) ?? 0
    return { ...toExpansion(kinds[kind], current() && count, { kinds: [kind] }), mark: kind }
  })
}

function relationItems(): Item[] {
  const { relations } = words.value
  return TYPES.filter((type) => type !== 'CO_MENTION').map((type) =>
    toExpansion(relations[type], current() && (current()?.relations.get(type) ?? 0), { relations: [type] }),
  )
}

/** Without a count as long as nobody knows it. */
function toExpansion(label: string, count: number | null, by: Parameters<typeof expand>[1]): Item {
  const [id] = idsOf(focus.peek())
  return { label, count: count ?? undefined, off: count === 0, run: () => id && void expand(id, by) }
}

const current = () => (offer.value?.id === idsOf(focus.peek())[0] ? offer.value : null)

/** No line at an end, and no two together. */
const tidy = (entries: readonly Entry[]): Entry[] =>
  entries.filter((entry, at) => {
    if (entry !== LINE) return true
    const before = entries.slice(0, at).findLast((other) => other !== LINE)
    const after = entries.slice(at + 1).some((other) => other !== LINE)
    return before !== undefined && after && entries[at - 1] !== LINE
  })
