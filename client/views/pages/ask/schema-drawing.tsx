/** The schema as a small graph. A press on a label writes a query of it; the arrow keys go from label to label. */
import { useState } from 'preact/hooks'
import { classOf, KINDS, pathOf } from '../../../kinds.ts'
import { askWords } from '../../../messages/ask-words.ts'
import { number, words, wordsOf } from '../../../state/language.ts'
import type { Schema } from '../../../types.ts'
import { HEIGHT, type Line, type Spot, toLines, toSpots, WIDTH } from './schema-places.ts'

const said = wordsOf(askWords)

interface DrawingProps {
  schema: Schema
  onLabel: (name: string) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export function SchemaDrawing({ schema, onLabel }: DrawingProps) {
  const w = said.value
  const [near, setNear] = useState<string | null>(null)
  const [stop, setStop] = useState(0)
  const spots = toSpots(schema)
  const lines = toLines(schema)
  const isLit = ({ source, target }: Line) => near !== null && (source === near || target === near)
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = STEPS[event.key]
    if (event.key === 'Enter' || event.key === ' ') onLabel(spots[at]?.name ?? '')
    else if (step) {
      const next = (at + step + spots.length) % spots.length
      setStop(next)
      const { currentTarget } = event
      const all =
        currentTarget instanceof Element ? currentTarget.parentElement?.querySelectorAll<SVGElement>('.spot') : null
      all?.[next]?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <figure class="schema-drawing">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={w.drawing}>
        <g aria-hidden="true">
          {lines.map((line) => (
            <path
              key={`${line.type} ${line.source} ${line.target}`}
              class={`schema-line schema-${line.type === 'CO_MENTION' ? 'met' : 'typed'}`}
              data-lit={isLit(line)}
              d={line.path}
              stroke-width={line.width}
            />
          ))}
        </g>
        {spots.map((spot, at) => (
          <g
            key={spot.name}
            class="spot"
            role="button"
            tabIndex={at === stop ? 0 : -1}
            aria-label={w.nodes(spot.name, number(spot.count))}
            onClick={() => onLabel(spot.name)}
            onKeyDown={(event) => onKeyDown(event, at)}
            onFocus={() => {
              setStop(at)
              setNear(spot.name)
            }}
            onBlur={() => setNear(null)}
            onMouseEnter={() => setNear(spot.name)}
            onMouseLeave={() => setNear(null)}
          >
            <SpotShape spot={spot} />
          </g>
        ))}
      </svg>
      <figcaption aria-hidden="true">{near && <Joined lines={lines.filter(isLit)} />}</figcaption>
    </figure>
  )
}

function SpotShape({ spot: { name, count, x, y } }: { spot: Spot }) {
  const kind = KINDS.find((one) => one === name)
  return (
    <>
      <circle class="spot-room" cx={x} cy={y} r={26} />
      {kind ? (
        <path
          class={`spot-mark ${classOf(kind)}`}
          d={pathOf(kind)}
          transform={`translate(${x - 9} ${y - 18}) scale(1.125)`}
        />
      ) : (
        <rect class="spot-sheet" x={x - 8} y={y - 17} width={16} height={16} rx={name === 'Entity' ? 8 : 2} />
      )}
      <text class="spot-name" x={x} y={y + 12} text-anchor="middle">
        {name}
      </text>
      <text class="spot-count" x={x} y={y + 24} text-anchor="middle">
        {number(count)}
      </text>
    </>
  )
}

/** Relation types that a line of the caption names, the most frequent first. */
const TOLD = 6

function Joined({ lines }: { lines: readonly Line[] }) {
  const { relations } = words.value
  const told = [...lines].sort((a, b) => b.count - a.count).slice(0, TOLD)
  return (
    <>
      {told.map(({ type, source, target, count }) => (
        <span key={`${type} ${source} ${target}`} title={relations[type as keyof typeof relations] ?? type}>
          {source} – {type} → {target} {number(count)}
        </span>
      ))}
    </>
  )
}
