/** What comes into focus, from a click, from a list or from the address, and is put on the screen if it is not there. */
import { batch, effect } from '@preact/signals'
import { ApiFailure } from '../api.ts'
import { bring, bringWithCompany, picture, STEP } from './explore.ts'
import {
  type Focus,
  focus,
  focusBridge,
  focusEdge,
  focusEntity,
  focusGroup,
  focusNothing,
  idsOf,
  toggleInFocus,
} from './focus.ts'
import { words } from './language.ts'
import { go } from './location.ts'
import { attempt, notice, say } from './notice.ts'
import { isNarrow, openSheet, panes } from './panes.ts'
import { page } from './route.ts'
import { isComing } from './shown.ts'
import { whole } from './whole.ts'

export const selectEntity = (id: string) => look(focusEntity(id))
export const selectEdge = (a: string, b: string) => look(focusEdge(a, b))
export const selectGroup = (ids: Iterable<string>) => look(focusGroup(ids))
/** The ways from one to the other. */
export const selectBridge = (from: string, to: string) => look(focusBridge(from, to))

/** Adds an entity to what is selected, or takes it out. */
export const alsoSelect = (id: string) => focus.set(toggleInFocus(id))

export function letGo(): void {
  focus.set(focusNothing())
  notice.set(say(words.peek().picture.letGo))
}

function look(change: () => Focus): void {
  focus.set(change)
  // On a small screen the evidence comes out by itself, and the list makes room for it.
  if (isNarrow()) panes.set(openSheet('evidence'))
}

/** Selects from a page without the graph. */
export function lookAt(id: string): void {
  batch(() => {
    go({ view: 'look' })
    selectEntity(id)
  })
}

export function bindFocus(): void {
  effect(() => {
    const now = focus.value
    if (whole.value.total === null || isComing.value) return
    // Whoever reads a document and asks what a name is has not asked for it in the picture.
    if (page.value.view === 'document') return
    if (idsOf(now).every((id) => picture().entities.has(id))) announce(now)
    else {
      void attempt(async () => {
        await show(now).catch(leaveUnknown)
        announce(now)
      })
    }
  })
}

async function show(target: Focus): Promise<void> {
  if (target.type === 'entity') await bringWithCompany(target.id, STEP)
  else {
    const there = idsOf(target).find((id) => picture().entities.has(id))
    await bring(idsOf(target), there)
  }
}

/** That there is no such entity is said in the evidence pane, where it was asked for. */
function leaveUnknown(error: unknown): void {
  if (!(error instanceof ApiFailure) || error.code !== 'not_found') throw error
}

function announce(now: Focus): void {
  const { graph: w, kinds } = words.peek()
  const entities = idsOf(now).flatMap((id) => picture().entities.get(id) ?? [])
  const names = entities.map(({ name, kind }) => w.selected(name, kinds[kind]))
  if (names.length) notice.set(say(names.length > 3 ? w.selectedMany(names.length) : names.join('; ')))
}
