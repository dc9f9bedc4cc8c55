/**
 * The text of a document, a stretch at a time: first the one that is looked at, then outwards, between other tasks, so
 * that megabytes open at once. In the end all of it is there, so that the browser finds words in it.
 */
import { type Signal, signal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { type Chunk, outwards, toChunks } from '../../document/chunks.ts'
import type { DocumentDetail } from '../../types.ts'
import { passageView } from './passage.tsx'

interface Props {
  detail: DocumentDetail
  /** Index of the passage that the address asks for, and the line; −1 and null for none. */
  target: number
  line: number | null
  /** Index of the passage to draw next. */
  wanted: number
}

/** A stretch and whether its turn to be drawn has come: it is drawn alone then, and the others are not looked at. */
interface Turn {
  readonly chunk: Chunk
  readonly isDrawn: Signal<boolean>
}

export function Passages({ detail, target, line, wanted }: Props) {
  const turns = useMemo(
    () => toChunks(detail.passages).map((chunk): Turn => ({ chunk, isDrawn: signal(false) })),
    [detail],
  )
  const root = useRef<HTMLDivElement>(null)
  const middle = Math.max(
    0,
    turns.findIndex(({ chunk }) => wanted < chunk.to),
  )
  // At once, so that one can scroll there.
  useMemo(() => draw(turns[middle]), [turns, middle])
  useEffect(() => drawAll(turns, middle), [turns, middle])
  useEffect(() => scrollToTarget(root.current), [detail, target, line])
  return (
    <div ref={root} class="passages">
      {turns.map((turn) => {
        const { from, to } = turn.chunk
        const isTarget = target >= from && target < to
        return (
          <Stretch
            key={from}
            turn={turn}
            passages={detail.passages}
            target={isTarget ? target : -1}
            line={isTarget ? line : null}
          />
        )
      })}
    </div>
  )
}

interface StretchProps extends Pick<Props, 'target' | 'line'> {
  turn: Turn
  passages: DocumentDetail['passages']
}

function Stretch({ turn: { chunk, isDrawn }, passages, target, line }: StretchProps) {
  const { from, to, height } = chunk
  if (!isDrawn.value) return <div class="chunk" style={{ height: `${height}px` }} />
  return (
    <div class="chunk" style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
      {passages.slice(from, to).map((passage, at) =>
        passageView({
          passage,
          before: passages[from + at - 1],
          index: from + at,
          line: from + at === target ? line : null,
          isTarget: from + at === target,
        }),
      )}
    </div>
  )
}

function draw(turn: Turn | undefined): void {
  if (turn) turn.isDrawn.value = true
}

/** One stretch between two other tasks, from the middle outwards. @returns a function that stops it */
function drawAll(turns: readonly Turn[], middle: number): () => void {
  const order = outwards(turns.length, middle)
  let timer: ReturnType<typeof setTimeout> | undefined
  const step = () => {
    let at = order.shift()
    while (at !== undefined && turns[at]?.isDrawn.peek()) at = order.shift()
    if (at === undefined) return
    draw(turns[at])
    timer = setTimeout(step)
  }
  timer = setTimeout(step)
  return () => clearTimeout(timer)
}

function scrollToTarget(root: HTMLElement | null): void {
  const scroll = () => {
    const target = root?.querySelector('[data-target="true"]')
    const place = target?.querySelector('.target-line') ?? target
    place?.scrollIntoView({ block: 'center' })
  }
  scroll()
  // Once more when what came into view has its true height.
  requestAnimationFrame(() => requestAnimationFrame(scroll))
}
