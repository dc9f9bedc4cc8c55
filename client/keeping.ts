/** The commands that keep, copy and send what is on the screen, and those that open the search, the help and the menu. */
import type { Command } from './commands.ts'
import { isOffline } from './offline/data.ts'
import { copy } from './state/copy.ts'
import { openDialog } from './state/dialog.ts'
import { picture } from './state/explore.ts'
import { focus, idsOf } from './state/focus.ts'
import { words } from './state/language.ts'
import { go } from './state/location.ts'
import { openMenuHere } from './state/menu.ts'
import { page } from './state/route.ts'
import { openSearch } from './state/search.ts'
import { takeFile, takePicture, toTake } from './state/take.ts'
import { visible } from './state/visible.ts'

const always = () => true
const looking = () => page.peek().view === 'look'
const chosen = () => idsOf(focus.peek()).flatMap((id) => picture().entities.get(id) ?? [])
const canTake = () => looking() && visible.peek().entities.length > 0
/** Tables, bibliographies and pages are written by the server. */
const canAsk = () => canTake() && !isOffline
const hasPaper = () => toTake().entities.some(({ kind }) => kind === 'Paper')

function copyNames(): void {
  const names = chosen().map(({ name }) => name)
  void copy(names.join('\n'), words.peek().take.nameCopied(names.join(', ')))
}

function findRelated(): void {
  const [entity] = chosen()
  if (entity) go({ view: 'find', concept: entity.id })
}

export const KEEPING: readonly Command[] = [
  { id: 'search', keys: ['/', 'Mod+k'], when: always, run: openSearch, inFields: true },
  { id: 'help', keys: ['?'], when: always, run: () => openDialog({ type: 'help' }) },
  { id: 'menu', keys: ['ContextMenu', 'Shift+F10'], when: looking, run: openMenuHere },
  {
    id: 'relatedPapers',
    keys: [],
    when: () => looking() && !isOffline && focus.peek().type === 'entity',
    run: findRelated,
  },
  { id: 'copyName', keys: [], when: () => looking() && chosen().length > 0, run: copyNames },
  {
    id: 'copyLink',
    keys: ['Mod+Shift+c'],
    when: always,
    run: () => void copy(location.href, words.peek().take.copied),
    inFields: true,
  },
  { id: 'saveView', keys: ['Mod+s'], when: looking, run: () => openDialog({ type: 'save' }), inFields: true },
  { id: 'png', keys: [], when: canTake, run: () => void takePicture('png') },
  { id: 'svg', keys: [], when: canTake, run: () => void takePicture('svg') },
  { id: 'csvEntities', keys: [], when: canAsk, run: () => void takeFile({ format: 'csv', what: 'entities' }, 'csv') },
  { id: 'csvEdges', keys: [], when: canAsk, run: () => void takeFile({ format: 'csv', what: 'edges' }, 'csv') },
  { id: 'bibtex', keys: [], when: () => canAsk() && hasPaper(), run: () => void takeFile({ format: 'bibtex' }, 'bib') },
  { id: 'html', keys: [], when: canAsk, run: () => void takeFile({ format: 'html' }, 'html') },
]
