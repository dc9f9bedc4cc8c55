/** Which kinds of company, and joined how: switches with counts. The counts are asked for when the filter is opened. */
import { useState } from 'preact/hooks'
import { getNeighbors } from '../../api.ts'
import { KINDS, TYPES } from '../../kinds.ts'
import { number, words } from '../../state/language.ts'
import type { EdgeType, Kind } from '../../types.ts'
import { useLoad } from '../load.ts'
import { KindMark } from '../mark.tsx'
import { Failed, Loading } from '../states.tsx'

/** Empty lists are all. */
export interface Sort {
  readonly kinds: readonly Kind[]
  readonly relations: readonly EdgeType[]
}

interface Props {
  id: string
  sort: Sort
  onSort: (sort: Sort) => void
}

export function CompanyFilter({ id, sort, onSort }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <details class="sorts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.value.reading.like}</summary>
      {open && <Switches id={id} sort={sort} onSort={onSort} />}
    </details>
  )
}

function Switches({ id, sort, onSort }: Props) {
  const load = useLoad(id, (signal) => count(id, signal))
  const { kinds, relations, reading: w } = words.value
  if (load.status === 'loading') return <Loading lines={2} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const counts = load.value
  return (
    <>
      <div class="chips" role="group" aria-label={w.likeKinds}>
        {KINDS.filter((kind) => counts.kinds.get(kind)).map((kind) => (
          <button
            key={kind}
            type="button"
            class="chip"
            aria-pressed={sort.kinds.includes(kind)}
            onClick={() => onSort({ ...sort, kinds: toggled(sort.kinds, kind) })}
          >
            <KindMark kind={kind} /> {kinds[kind]} <small>{number(counts.kinds.get(kind) ?? 0)}</small>
          </button>
        ))}
      </div>
      <div class="chips" role="group" aria-label={w.likeRelations}>
        {TYPES.filter((type) => counts.relations.get(type)).map((type) => (
          <button
            key={type}
            type="button"
            class="chip"
            aria-pressed={sort.relations.includes(type)}
            onClick={() => onSort({ ...sort, relations: toggled(sort.relations, type) })}
          >
            {relations[type]} <small>{number(counts.relations.get(type) ?? 0)}</small>
          </button>
        ))}
      </div>
    </>
  )
}

/** The server counts what passes a filter, so one is asked for of each sort, for the sake of the total. */
async function count(id: string, signal: AbortSignal) {
  const total = async <T extends Kind | EdgeType>(one: T, options: { kinds?: Kind[]; relations?: EdgeType[] }) =>
    [one, (await getNeighbors(id, { limit: 1, ...options }, signal)).total] as const
  const [kinds, relations] = await Promise.all([
    Promise.all(KINDS.map((kind) => total(kind, { kinds: [kind] }))),
    Promise.all(TYPES.map((type) => total(type, { relations: [type] }))),
  ])
  return { kinds: new Map(kinds), relations: new Map(relations) }
}

const toggled = <T,>(some: readonly T[], one: T): T[] =>
  some.includes(one) ? some.filter((other) => other !== one) : [...some, one]
