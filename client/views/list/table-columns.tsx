/** The columns of both tables: what each reads from a row, how it is drawn, and how narrow the pane may be to show it. */
import type { ComponentChildren } from 'preact'
import { SCOPES } from '../../kinds.ts'
import type { Words } from '../../messages.ts'
import { number, words } from '../../state/language.ts'
import type { EdgeRow, EntityRow, Value } from '../../state/table.ts'
import { ScopeLine } from '../evidence/scope-line.tsx'
import { KindMark } from '../mark.tsx'

export interface Column<Row> {
  readonly id: keyof Words['table']['column']
  readonly value: (row: Row) => Value
  /** What is drawn instead of the value as it is. */
  readonly cell?: (row: Row) => ComponentChildren
  /** Sorted this way first: the largest, or the first in the alphabet. */
  readonly down: boolean
  /** From which width of the pane it is there; `wide`: only over the picture. */
  readonly from: 'always' | 'medium' | 'large' | 'wide'
}

const asNumber = (value: number | null) => (value === null ? '' : number(value))

export const ENTITY_COLUMNS: readonly Column<EntityRow>[] = [
  {
    id: 'name',
    value: ({ entity }) => entity.title ?? entity.name,
    cell: ({ entity }) => (
      <>
        <KindMark kind={entity.kind} />
        <bdi class="row-name" title={entity.title ?? entity.name}>
          {entity.title ?? entity.name}
        </bdi>
        <span class="visually-hidden">, {words.value.kinds[entity.kind]},</span>
      </>
    ),
    down: false,
    from: 'always',
  },
  {
    id: 'kind',
    value: ({ entity }) => words.value.kinds[entity.kind],
    down: false,
    from: 'wide',
  },
  {
    id: 'mentions',
    value: ({ mentions }) => mentions,
    cell: ({ mentions, entity }) => {
      const { list, table } = words.value
      const all = mentions === entity.mentions
      return (
        <span title={all ? undefined : table.of(number(mentions), number(entity.mentions))}>
          {number(mentions)}
          {!all && <small> / {number(entity.mentions)}</small>}
          <span class="visually-hidden"> {list.mentions}</span>
        </span>
      )
    },
    down: true,
    from: 'always',
  },
  {
    id: 'documents',
    value: ({ documents }) => documents,
    cell: ({ documents }) => asNumber(documents),
    down: true,
    from: 'medium',
  },
  {
    id: 'company',
    value: ({ company }) => company,
    cell: ({ company }) => asNumber(company),
    down: true,
    from: 'large',
  },
  { id: 'first', value: ({ entity }) => entity.firstSeen, down: false, from: 'wide' },
  { id: 'last', value: ({ entity }) => entity.lastSeen, down: true, from: 'wide' },
]

export const EDGE_COLUMNS: readonly Column<EdgeRow>[] = [
  {
    id: 'ends',
    value: ({ source, target }) => `${source.name} ${target.name}`,
    cell: ({ edge, source, target }) => (
      <>
        <ScopeLine scope={edge.scope} />
        <span class="row-name" title={`${source.name} – ${target.name}`}>
          <bdi>{source.name}</bdi>
          {edge.type === 'CO_MENTION' ? ' – ' : ' → '}
          <bdi>{target.name}</bdi>
        </span>
        <span class="visually-hidden">, {words.value.relations[edge.type]},</span>
      </>
    ),
    down: false,
    from: 'always',
  },
  { id: 'relation', value: ({ edge }) => words.value.relations[edge.type], down: false, from: 'large' },
  {
    id: 'scope',
    // From the same sentence to the same thread, in both languages.
    value: ({ edge }) => SCOPES.indexOf(edge.scope),
    cell: ({ edge }) => words.value.scope[edge.scope],
    down: false,
    from: 'wide',
  },
  {
    id: 'weight',
    value: ({ edge }) => edge.weight,
    cell: ({ edge }) => edge.weight.toFixed(2),
    down: true,
    from: 'always',
  },
  {
    id: 'support',
    value: ({ edge }) => edge.support,
    cell: ({ edge }) => asNumber(edge.support),
    down: true,
    from: 'medium',
  },
  { id: 'first', value: ({ edge }) => edge.firstSeen, down: false, from: 'wide' },
  { id: 'last', value: ({ edge }) => edge.lastSeen, down: true, from: 'wide' },
]
