/**
 * Rows of one height in a box that scrolls: in go their number and height, out come those that are to be drawn.
 *
 * A short list is drawn whole, so that the browser's own search finds everything in it. The active row is always
 * drawn, because `aria-activedescendant` must name an element that is there.
 */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core'
import { type RefObject } from 'preact'
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks'

/** Up to so many rows, all are drawn, be the box hidden or not. */
const SHORT = 120
/** Rows drawn beyond either edge of a long list. */
const BEYOND = 10

interface VirtualOptions {
  count: number
  /** Pixels. */
  rowHeight: number
  /** Index, or -1. */
  active: number
  /** Pixels at the top that a fixed head covers. */
  head?: number
}

export interface Virtual {
  box: RefObject<HTMLDivElement | null>
  /** Index of each row to draw; it stands at index × rowHeight. */
  indexes: readonly number[]
  /** Pixels. */
  height: number
  /** Scrolls as little as is needed. */
  reveal(index: number): void
  /** Rows that are seen at once. */
  page(): number
}

export function useVirtual({ count, rowHeight, active, head = 0 }: VirtualOptions): Virtual {
  const box = useRef<HTMLDivElement>(null)
  const [, redraw] = useReducer((times: number) => times + 1, 0)
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => box.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    scrollMargin: head,
    scrollPaddingStart: head,
    overscan: BEYOND,
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      if (active < 0 || active >= count || indexes.includes(active)) return indexes
      return [...indexes, active].sort((a, b) => a - b)
    },
    onChange: () => redraw(undefined),
  }
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, HTMLElement>(options))
  virtual.setOptions(options)
  useLayoutEffect(() => virtual._didMount(), [virtual])
  useLayoutEffect(() => virtual._willUpdate())
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight])
  return {
    box,
    indexes:
      count <= SHORT
        ? Array.from({ length: count }, (_, index) => index)
        : virtual.getVirtualItems().map(({ index }) => index),
    height: count * rowHeight,
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    page: () => Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - head) / rowHeight) - 1),
  }
}

const STEPS: Partial<Record<string, (active: number, count: number, page: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active, count) => (active < 0 ? count - 1 : active - 1),
  PageDown: (active, _, page) => active + page,
  PageUp: (active, _, page) => active - page,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Where a key leads from a row, or null if it leads nowhere. */
export function stepFrom(key: string, active: number, count: number, page: number): number | null {
  const next = STEPS[key]?.(active, count, page)
  return next === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, next))
}
