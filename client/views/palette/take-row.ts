/** What happens when one of the rows of the palette is taken. */
import type { Row } from '../../palette.ts'
import { go } from '../../state/location.ts'
import { keepRecent } from '../../state/recent.ts'
import { close, search, showAll, typeSearch } from '../../state/search.ts'
import { lookAt, selectEdge, selectGroup } from '../../state/select.ts'
import { openView } from '../../state/views.ts'

/** @param before what had the focus before the search */
export function take(row: Row, before: Element | null): void {
  if (row.type === 'more') return showAll(row.group)
  typeSearch('')
  search.set(close())
  switch (row.type) {
    case 'hit':
    case 'recent': {
      const entity = row.type === 'hit' ? row.hit : row.entity
      keepRecent(entity)
      lookAt(entity.id)
      return toPicture()
    }
    case 'paper': {
      const { id, title } = row.paper
      keepRecent({ id, name: title, kind: 'Paper' })
      lookAt(id)
      return toPicture()
    }
    case 'passage':
      go({ view: 'document', id: row.passage.document, line: row.passage.line })
      return toPicture()
    case 'story': {
      const [a, b, ...more] = row.story.ids
      go({ view: 'look' })
      if (a && b && !more.length) selectEdge(a, b)
      else selectGroup(row.story.ids)
      return toPicture()
    }
    case 'view':
      openView(row.view)
      return toPicture()
    case 'command':
      // Commands act where one was; one that opens something takes the focus there itself.
      giveBack(before)
      row.command.run()
  }
}

/** The focus goes back to where it was; to the picture, if it was nowhere. */
export function giveBack(before: Element | null): void {
  const there = before?.isConnected && before instanceof HTMLElement && before.checkVisibility() ? before : null
  if (there) there.focus()
  else document.querySelector<HTMLElement>('.graph:not([hidden]) .canvas')?.focus({ preventScroll: true })
  if (document.activeElement?.id === 'search') (document.activeElement as HTMLElement).blur()
}

/** So that its keys work at once. On the next frame: from another page the picture must first be there. */
function toPicture(): void {
  requestAnimationFrame(() => giveBack(null))
}
