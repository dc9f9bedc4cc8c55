/**
 * Everything one can do that is not a click on a thing, as data: the palette lists it, keys run it, menus repeat it.
 *
 * A command without a key is run from the palette or a menu. `when` says whether it means anything just now.
 */
import { LAYOUTS } from './graph/layouts/names.ts'
import { KEEPING } from './keeping.ts'
import type { Words } from './messages.ts'
import { isOffline } from './offline/data.ts'
import {
  arrangeAnew,
  arranging,
  bringBack,
  collapse,
  expand,
  hide,
  picture,
  pin,
  redoChange,
  showOnly,
  stopArranging,
  undoChange,
} from './state/explore.ts'
import { countFilters, filters, showAll } from './state/filters.ts'
import { focus, idsOf } from './state/focus.ts'
import { companyOf, graph, hangingOn } from './state/graph.ts'
import { language, otherLanguage } from './state/language.ts'
import { go } from './state/location.ts'
import { page } from './state/route.ts'
import { letGo, selectBridge, selectGroup } from './state/select.ts'
import { nextTheme, theme } from './state/theme.ts'
import { shortestWay, trail } from './state/trail.ts'
import { lassoing, viewport } from './state/viewport.ts'

export type CommandId = keyof Words['commands']

export interface Command {
  readonly id: CommandId
  /** As in `Mod+Shift+z` or `e`; Mod is Ctrl, and Cmd on a Mac. Letters alone work outside of fields. */
  readonly keys: readonly string[]
  readonly when: () => boolean
  readonly run: () => void
  /** Its key with Mod works while one types, too. */
  readonly inFields?: true
}

const always = () => true
const looking = () => page.peek().view === 'look'
/** What is selected and on the screen. */
const chosen = () => idsOf(focus.peek()).filter((id) => picture().entities.has(id))
const one = () => (looking() && focus.peek().type === 'entity' ? chosen()[0] : undefined)
const some = () => looking() && chosen().length > 0
const two = (): [string, string] | null => {
  const [a, b, ...more] = chosen()
  return a && b && !more.length ? [a, b] : null
}

/** Only with one entity selected. */
const withOne = (run: (id: string) => void) => () => {
  const id = one()
  if (id) run(id)
}
const withTwo = (run: (a: string, b: string) => void) => () => {
  const ends = two()
  if (ends) run(...ends)
}

export const COMMANDS: readonly Command[] = [
  { id: 'undo', keys: ['Mod+z'], when: () => looking() && graph.peek().past.length > 0, run: undoChange },
  {
    id: 'redo',
    keys: ['Mod+Shift+z', 'Mod+y'],
    when: () => looking() && graph.peek().future.length > 0,
    run: redoChange,
  },
  { id: 'expand', keys: ['e'], when: () => one() !== undefined, run: withOne((id) => void expand(id)) },
  {
    id: 'collapse',
    keys: ['c'],
    when: () => hangingOn(picture(), one() ?? '').length > 0,
    run: withOne(collapse),
  },
  { id: 'hide', keys: ['h', 'Delete', 'Backspace'], when: some, run: () => hide(...chosen()) },
  { id: 'only', keys: ['o'], when: some, run: () => showOnly(chosen()) },
  {
    id: 'bringBack',
    keys: ['Shift+h'],
    when: () => looking() && picture().hidden.size > 0,
    run: () => void bringBack(),
  },
  { id: 'pin', keys: ['p'], when: some, run: () => pin(chosen()) },
  {
    id: 'selectCompany',
    keys: ['n'],
    when: some,
    run: () => selectGroup([...chosen(), ...chosen().flatMap((id) => [...companyOf(picture(), id)])]),
  },
  { id: 'selectAll', keys: ['Mod+a'], when: looking, run: () => selectGroup(picture().entities.keys()) },
  {
    id: 'shortestWay',
    keys: ['w'],
    when: () => looking() && two() !== null,
    run: withTwo((a, b) => trail.set(() => shortestWay(picture(), a, b) ?? [])),
  },
  { id: 'bridge', keys: ['b'], when: () => looking() && two() !== null, run: withTwo(selectBridge) },
  { id: 'lasso', keys: ['l'], when: looking, run: () => (lassoing.value = !lassoing.peek()) },
  { id: 'stop', keys: ['Escape'], when: () => arranging.peek() !== null, run: stopArranging },
  { id: 'letGo', keys: ['Escape'], when: some, run: letGo },
  {
    id: 'resetFilters',
    keys: ['r'],
    when: () => countFilters(filters.peek()) > 0,
    run: () => filters.set(showAll()),
  },
  { id: 'fit', keys: ['f', '0'], when: looking, run: () => viewport.peek()?.fit() },
  { id: 'closer', keys: ['+', '='], when: looking, run: () => viewport.peek()?.zoom(1.25) },
  { id: 'farther', keys: ['-'], when: looking, run: () => viewport.peek()?.zoom(0.8) },
  ...LAYOUTS.map(
    (layout, index): Command => ({
      id: layout,
      keys: [String(index + 1)],
      when: looking,
      run: () => void arrangeAnew(layout),
    }),
  ),
  { id: 'look', keys: [], when: always, run: () => go({ view: 'look' }) },
  { id: 'ask', keys: [], when: () => !isOffline, run: () => go({ view: 'ask' }) },
  { id: 'find', keys: [], when: () => !isOffline, run: () => go({ view: 'find', concept: '' }) },
  { id: 'gaps', keys: [], when: () => !isOffline, run: () => go({ view: 'gaps', concept: '' }) },
  { id: 'news', keys: [], when: () => !isOffline, run: () => go({ view: 'news' }) },
  { id: 'about', keys: [], when: always, run: () => go({ view: 'about' }) },
  { id: 'theme', keys: [], when: always, run: () => theme.set(nextTheme()) },
  { id: 'language', keys: [], when: always, run: () => language.set(otherLanguage()) },
  ...KEEPING,
]

/** The command a key press asks for, if it means anything just now. */
export function commandFor(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): Command | null {
  if (event.altKey) return null
  const letter = event.key.length === 1 && /\p{L}/u.test(event.key)
  const name = letter ? event.key.toLowerCase() : event.key
  // For signs the shift key is part of the sign.
  const shift = event.shiftKey && (letter || event.key.length > 1) ? 'Shift+' : ''
  const wanted = `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${shift}${name}`
  return COMMANDS.find(({ keys, when }) => keys.includes(wanted) && when()) ?? null
}
