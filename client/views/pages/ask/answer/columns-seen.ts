/** Which columns of a wide table can be seen: it is drawn anew only when one comes or goes. */
import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { between } from '../../../../answer/columns.ts'

/** Pixels drawn beyond either edge. */
const BEYOND = 240

export function useColumnsSeen(
  box: RefObject<HTMLElement | null>,
  starts: readonly number[],
): readonly [first: number, end: number] {
  const [seen, setSeen] = useState<readonly [number, number]>(() => between(starts, 0, BEYOND * 8))
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const { scrollLeft, clientWidth } = element
      const [first, end] = between(starts, scrollLeft - BEYOND, scrollLeft + clientWidth + BEYOND)
      setSeen((now) => (now[0] === first && now[1] === end ? now : [first, end]))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const watcher = new ResizeObserver(look)
    watcher.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      watcher.disconnect()
    }
  }, [box, starts])
  return seen
}
