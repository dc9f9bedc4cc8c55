/** The answer to one concept: what it was taken for, what narrows it, and the papers. While a new one comes, the last stays. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { getRelated } from '../../../api.ts'
import { findWords } from '../../../messages/find-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import { go } from '../../../state/location.ts'
import type { Only } from '../../../state/route.ts'
import type { Related } from '../../../types.ts'
import { useLoad } from '../../load.ts'
import { Empty, Failed } from '../../states.tsx'
import { toAskable } from './askable.ts'
import { Bones } from './bones.tsx'
import { learnName } from './called.ts'
import { Filters } from './filters.tsx'
import { Heading, Nearest } from './heading.tsx'
import { Papers } from './papers.tsx'
import { PARTS, partsOf } from './parts.ts'
import { Tools } from './tools.tsx'
import { WhyLegend } from './why-bar.tsx'
import { focusWhyNot, WhyNot } from './why-not.tsx'
import { YearStrip } from './year-strip.tsx'
import { toSlots } from './years.ts'

const words = wordsOf(findWords)
/** Papers at first, and added at a time; and as many as the server gives. */
const STEP = 20
const MOST = 100

/** Keyed by the concept. */
export function Answer({ concept, only }: { concept: string; only: Only }) {
  const w = words.value
  const [limit, setLimit] = useState(STEP)
  const [isAsking, setAsking] = useState(false)
  const { text, isCut } = toAskable(concept)
  const filter = JSON.stringify(only)
  useEffect(() => setLimit(STEP), [filter])
  const load = useLoad(`${filter} ${limit}`, (signal) => getRelated(text, { ...only, limit }, signal))
  const last = useRef<Related | null>(null)
  if (load.status === 'ready') last.current = load.value
  const related = last.current
  useEffect(() => {
    if (related?.concept) learnName(related.concept.id, related.concept.name)
  }, [related])
  const onOnly = (next: Only) => go({ view: 'find', concept, ...(Object.keys(next).length && { only: next }) })
  const isFiltered = Object.keys(only).length > 0
  const slots = toSlots(related ?? { years: [], months: [] })
  const isBusy = load.status === 'loading'
  return (
    <>
      {related && <Heading related={related} text={text} />}
      {isCut && <p class="muted">{w.cut(number(text.length))}</p>}
      {related && <Nearest related={related} />}
      {(related ?? load.status === 'failed') && (
        <>
          {slots.length > 0 && <YearStrip slots={slots} only={only} onOnly={onOnly} />}
          {(isFiltered || (related?.total ?? 0) > 0) && <Filters slots={slots} only={only} onOnly={onOnly} />}
        </>
      )}
      {load.status === 'failed' && (
        <>
          <Failed error={load.error} again={load.again} />
          {isFiltered && <Clear onOnly={onOnly} />}
        </>
      )}
      {!related && isBusy && <Bones />}
      {related && load.status !== 'failed' && (
        <div class="found" data-busy={isBusy}>
          <div class="find-count">
            <Count concept={text} related={related} isFiltered={isFiltered} />
            {isFiltered && <Clear onOnly={onOnly} />}
          </div>
          {related.total === 0 && <Empty>{isFiltered ? w.noneLeft : w.none}</Empty>}
          {related.items.length > 0 && <Tools related={related} asked={text} />}
          <WhyNot
            concept={text}
            only={only}
            items={related.items}
            isOpen={isAsking}
            onOpen={setAsking}
            onOnly={onOnly}
          />
          {related.items.length > 0 && (
            <>
              <WhyLegend
                parts={PARTS.filter((part) => related.items.some(({ parts }) => partsOf(parts).includes(part)))}
              />
              <Papers
                related={related}
                isBusy={isBusy}
                onAsk={() => {
                  setAsking(true)
                  focusWhyNot()
                }}
              />
            </>
          )}
          {related.items.length < Math.min(MOST, related.total) && (
            <button
              type="button"
              class="button more"
              disabled={isBusy}
              onClick={() => setLimit(Math.min(MOST, limit + STEP))}
            >
              {w.more(number(Math.min(STEP, Math.min(MOST, related.total) - related.items.length)))}
            </button>
          )}
        </div>
      )}
    </>
  )
}

function Clear({ onOnly }: { onOnly: (only: Only) => void }) {
  return (
    <button type="button" class="link" onClick={() => onOnly({})}>
      {words.value.clear}
    </button>
  )
}

interface CountProps {
  concept: string
  related: Pick<Related, 'items' | 'total'>
  isFiltered: boolean
}

/** `12 of 57 papers pass the filters, the first 12 are shown` */
function Count({ concept, related: { items, total }, isFiltered }: CountProps) {
  const w = words.value
  const all = useLoad(`${concept} ${isFiltered}`, async (signal) =>
    isFiltered ? (await getRelated(concept, { limit: 1 }, signal)).total : total,
  )
  const count =
    isFiltered && all.status === 'ready' ? w.passing(number(total), number(all.value)) : w.count(number(total))
  return (
    <p class="muted" role="status">
      {[count, ...(items.length < total ? [w.shown(number(items.length))] : [])].join(w.comma)}
    </p>
  )
}
