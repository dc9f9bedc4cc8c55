/** When an entity was talked of: a bar for each month, in one line of text's height. */
import { toBars } from '../../evidence/months.ts'
import { number, words } from '../../state/language.ts'
import type { EntityDetail } from '../../types.ts'

/** Of the drawing, in its own units. */
const HEIGHT = 24
const STEP = 6

export function Sparkline({ perMonth }: Pick<EntityDetail, 'perMonth'>) {
  const { reading: w } = words.value
  const bars = toBars(perMonth)
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last) return null
  const most = bars.reduce((a, b) => (b.mentions > a.mentions ? b : a))
  const say = first.time.length === 4 ? w.perYear : w.perMonth
  const label = say(first.time, last.time, most.time, number(most.mentions))
  return (
    <figure class="spark">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        style={{ maxWidth: `${bars.length * 14}px` }}
      >
        {bars.map(({ time, mentions }, at) => {
          // What was said at all can be seen.
          const height = mentions ? Math.max(2, (mentions / most.mentions) * HEIGHT) : 0.5
          return (
            <rect key={time} x={at * STEP} y={HEIGHT - height} width={STEP - 1.5} height={height}>
              <title>{`${time}: ${number(mentions)}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption aria-hidden="true" style={{ maxWidth: `${Math.max(bars.length * 14, 112)}px` }}>
        <span>{first.time}</span>
        <span>{last.time}</span>
      </figcaption>
    </figure>
  )
}
