/**
 * A cell of the table, on one line: what it is in a few letters. What is longer or holds more ends in a button; the row
 * it opens shows all of it. Whatever a cell says is text: never a link, never markup.
 */
import type { ComponentChildren } from 'preact'
import { isEntityKind, kindOf, type NodeKind, nameOfNode, toSorted } from '../../../../answer/cells.ts'
import { type Names, toShown } from '../../../../answer/text.ts'
import type { Plain } from '../../../../kinds.ts'
import { words } from '../../../../state/language.ts'
import type { Cell, NodeCell } from '../../../../types.ts'
import { KindMark } from '../../../mark.tsx'
import { said } from './said.ts'

/** Letters that are drawn; the column shows fewer. */
const MOST = 240
/** From so many letters on, there is a button that shows the rest. */
const LONG = 60

interface Props {
  cell: Cell | undefined
  names: Names
  /** Opens the row, at what this cell holds. */
  onOpen: (id: string | null) => void
}

export function ShownCell({ cell, names, onOpen }: Props) {
  const sorted = toSorted(cell)
  switch (sorted.sort) {
    case 'null':
      return <span class="muted">null</span>
    case 'boolean':
      return <span class="cell-token">{String(sorted.value)}</span>
    case 'number':
      return <span title={String(sorted.value)}>{toNumber(sorted.value)}</span>
    case 'node':
      return <NodeChip node={sorted.value} onOpen={onOpen} />
    default: {
      const text = toShown(cell, names, MOST)
      const isCut = sorted.sort === 'list' || sorted.sort === 'map' || text.length > LONG
      return (
        <>
          <bdi class="cell-text">{sorted.sort === 'text' && !text ? <Nothing /> : text}</bdi>
          {isCut && <Expand onOpen={() => onOpen(null)} />}
        </>
      )
    }
  }
}

/** An empty text is something else than null. */
const Nothing = () => <span class="muted">''</span>

function Expand({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      class="cell-expand"
      tabIndex={-1}
      aria-label={said.value.table.open}
      onClick={(event) => {
        event.stopPropagation()
        onOpen()
      }}
    >
      …
    </button>
  )
}

/** Six telling digits; the title has all of them. What came as text is exact, and stays so. */
const toNumber = (value: number | string): string =>
  typeof value === 'string' || Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)))

function NodeChip({ node, onOpen }: { node: NodeCell; onOpen: Props['onOpen'] }) {
  const kind = kindOf(node)
  return (
    <button
      type="button"
      class="node-chip"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation()
        onOpen(node.id)
      }}
    >
      <NodeMark kind={kind} />
      <bdi class="cell-text">{shortName(node)}</bdi>
      <span class="visually-hidden">, {kindName(kind)}</span>
    </button>
  )
}

export const shortName = (node: NodeCell): string => nameOfNode(node).slice(0, MOST)

/** The shapes of the picture, in a box of 16 by 16. */
const PLAIN_PATHS: Readonly<Record<Plain, string>> = {
  Document: 'M3.2 1.2h9.6v13.6H3.2z',
  Passage: 'M3 4h10q1.5 0 1.5 1.5v5q0 1.5-1.5 1.5H3q-1.5 0-1.5-1.5v-5Q1.5 4 3 4z',
  Other: 'M2.5 2.5h11v11h-11z',
}

/** A kind has its own sign in its colour; what is none a plain one. */
export function NodeMark({ kind }: { kind: NodeKind }): ComponentChildren {
  if (isEntityKind(kind)) return <KindMark kind={kind} />
  return (
    <svg class="kind-mark kind-none" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PLAIN_PATHS[kind]} />
    </svg>
  )
}

export const kindName = (kind: NodeKind): string =>
  isEntityKind(kind) ? words.value.kinds[kind] : said.value.node[kind]
