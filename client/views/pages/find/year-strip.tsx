/**
 * The papers by year, and the stretch of years that is chosen. A bar is a button: a click chooses its year, a drag or
 * Shift several, the only one chosen lets go. The two lists beside it do the same for those who would rather choose.
 */
import { useRef } from 'preact/hooks'
import { findWords } from '../../../messages/find-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import type { Only } from '../../../state/route.ts'
import { anyTime, choose, type Slot, type Stretch, toStretch } from './years.ts'

const words = wordsOf(findWords)

interface Props {
  slots: readonly Slot[]
  only: Only
  onOnly: (only: Only) => void
}

export function YearStrip({ slots, only, onOnly }: Props) {
  const { years: w } = words.value
  const stretch = toStretch(slots, only)
  const isSet = Boolean(only.from ?? only.to)
  const told = stretch ? w.span(slots[stretch[0]]?.at ?? '', slots[stretch[1]]?.at ?? '') : null
  return (
    <section class="years" aria-label={w.label}>
      <div class="small-head">
        <h4>{w.label}</h4>
        <span class="note">{isSet ? (told ?? w.span(only.from ?? '…', only.to ?? '…')) : w.all}</span>
        {isSet && (
          <button type="button" class="link" onClick={() => onOnly(anyTime(only))}>
            {w.all}
          </button>
        )}
      </div>
      {slots.length > 1 && <Bars slots={slots} stretch={stretch} only={only} onOnly={onOnly} />}
    </section>
  )
}

interface BarsProps extends Props {
  stretch: Stretch | null
}

function Bars({ slots, stretch, only, onOnly }: BarsProps) {
  const { years: w } = words.value
  const bars = useRef<HTMLDivElement>(null)
  /** Where a drag or a choice with Shift began. */
  const anchor = useRef<number | null>(null)
  const most = Math.max(1, ...slots.map(({ papers }) => papers))
  const [from, to] = stretch ?? [-1, -1]
  const chooseTo = (a: number, b: number) => onOnly(choose(slots, a, b, only))
  const press = (at: number, isMore: boolean) => {
    if (isMore && stretch) chooseTo(anchor.current ?? from, at)
    // The only one that is chosen is let go.
    else if (from === at && to === at) onOnly(anyTime(only))
    else chooseTo(at, at)
    if (!isMore) anchor.current = at
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    const next = at === null ? undefined : STEPS[event.key]?.(at, slots.length - 1)
    if (at === null || next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const bar = bars.current?.children[Math.max(0, Math.min(slots.length - 1, next))]
    if (!(bar instanceof HTMLElement)) return
    bar.focus()
    if (event.shiftKey) {
      anchor.current ??= at
      chooseTo(anchor.current, placeOf(bar) ?? at)
    }
  }
  // A drag is for the mouse: a finger that moves scrolls.
  const dragged = useRef<number | null>(null)
  const first = stretch ? from : slots.length - 1
  return (
    <div
      ref={bars}
      class="year-bars"
      role="toolbar"
      aria-label={w.keys}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        dragged.current = event.pointerType === 'mouse' && event.button === 0 ? placeOf(event.target) : null
      }}
      onPointerUp={(event) => {
        const [start, end] = [dragged.current, placeOf(event.target)]
        dragged.current = null
        if (start === null || end === null || start === end) return
        anchor.current = start
        chooseTo(start, end)
      }}
    >
      {slots.map(({ at: year, papers }, at) => (
        <button
          key={year}
          type="button"
          class="year"
          data-at={at}
          // One stop for the tab key; the arrow keys go on from there.
          tabIndex={at === first ? 0 : -1}
          aria-pressed={at >= from && at <= to}
          aria-label={w.slot(year, number(papers))}
          title={w.slot(year, number(papers))}
          onClick={(event) => press(at, event.shiftKey)}
        >
          <span class="year-bar" style={{ height: `${papers && Math.max(4, (100 * papers) / most)}%` }} />
          <span class="year-name">{year}</span>
        </button>
      ))}
    </div>
  )
}

function placeOf(target: EventTarget | null): number | null {
  const bar = target instanceof Element ? target.closest<HTMLElement>('.year') : null
  return bar ? Number(bar.dataset.at) : null
}

const STEPS: Partial<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
}
