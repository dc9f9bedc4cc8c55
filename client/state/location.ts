/** Keeps the address bar and what is on the screen in step, in both directions. */
import { batch, effect } from '@preact/signals'
import { filters } from './filters.ts'
import { focus } from './focus.ts'
import { fromHash, type Page, page, toHash } from './route.ts'

/** The address of a page with the present focus and filters, for links. */
export const hashOf = (to: Page): string => toHash({ page: to, focus: focus.value, filters: filters.value })

export function go(to: Page): void {
  page.set(() => to)
}

export function bindLocation(): void {
  read()
  addEventListener('hashchange', read)
  let first = true
  effect(() => {
    const hash = hashOf(page.value)
    if (hash === location.hash) return
    // The first effect only spells out the address that was given; that is no step to go back to.
    if (first) history.replaceState(null, '', hash)
    else history.pushState(null, '', hash)
  })
  first = false
}

function read(): void {
  const address = fromHash(location.hash)
  batch(() => {
    const { focus: nextFocus, filters: nextFilters } = address
    if (toHash({ page: page.peek() }) !== toHash({ page: address.page })) page.set(() => address.page)
    if (nextFocus) focus.set(() => nextFocus)
    if (nextFilters) filters.set(() => nextFilters)
  })
}
