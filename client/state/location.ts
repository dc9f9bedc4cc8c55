/** Keeps the address bar and what is on the screen in step, in both directions. */
import { batch, effect } from '@preact/signals'
import { filters, held } from './filters.ts'
import { type Focus, focus } from './focus.ts'
import { fromHash, hasGraph, type Page, page, type Shown, toHash } from './route.ts'
import { shown } from './shown.ts'

/** The address of a page with the present filters and picture, and the present focus or another, for links. */
export const hashOf = (to: Page, at: Focus = focus.value): string =>
  toHash({ page: to, focus: at, filters: filters.value, shown: shown.value })

export function go(to: Page): void {
  page.set(() => to)
}

/** @param show puts a picture on the screen that an address asks for */
export function bindLocation(show: (wanted: Shown) => void): void {
  /** The address as it was last read or written here. */
  let known = ''
  const readNow = () => {
    known = location.hash
    read(show)
  }
  readNow()
  addEventListener('hashchange', readNow)
  let before: string | null = null
  effect(() => {
    if (held.value) return
    const hash = hashOf(page.value)
    const step = toHash({ page: page.value, focus: focus.value, filters: filters.value })
    // Somebody has just followed a link, and its hashchange is on its way: not to be written over.
    if (location.hash !== known) return
    if (hash !== location.hash) {
      // What changes only the picture can be undone there, and the first effect only spells out what was given:
      // neither is a step to go back to.
      if (before === null || step === before) history.replaceState(null, '', hash)
      else history.pushState(null, '', hash)
      known = location.hash
    }
    before = step
  })
}

function read(show: (wanted: Shown) => void): void {
  const address = fromHash(location.hash)
  batch(() => {
    const { focus: nextFocus, filters: nextFilters, shown: nextShown } = address
    if (toHash({ page: page.peek() }) !== toHash({ page: address.page })) page.set(() => address.page)
    if (nextFocus) focus.set(() => nextFocus)
    if (nextFilters) filters.set(() => nextFilters)
    if (hasGraph(address.page) && nextShown) show(nextShown)
  })
}
