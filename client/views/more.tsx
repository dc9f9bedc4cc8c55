/** A list that begins with its first rows and shows more of them when asked. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { number, words } from '../state/language.ts'

interface Props<T> {
  items: readonly T[]
  /** Rows at first. */
  first?: number
  /** A `li` with a key. */
  children: (item: T) => ComponentChildren
}

/** Rows added at a time. */
const STEP = 24

export function More<T>({ items, first = 8, children }: Props<T>) {
  const [most, setMost] = useState(first)
  const left = items.length - most
  return (
    <>
      {items.length > 0 && <ul class="rows">{items.slice(0, most).map(children)}</ul>}
      {left > 0 && (
        <button type="button" class="link more" onClick={() => setMost(most + STEP)}>
          {words.value.reading.more(number(Math.min(left, STEP)))}
        </button>
      )}
    </>
  )
}
