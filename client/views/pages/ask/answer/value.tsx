/**
 * A value whole: long text in stretches, lists and maps item by item, a node with its properties. What is inside of
 * something stays folded until it is opened, so that a value may be as deep and as long as it likes.
 */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type CellMap, kindOf, toSorted } from '../../../../answer/cells.ts'
import { type Names, toShown } from '../../../../answer/text.ts'
import { number } from '../../../../state/language.ts'
import type { Cell } from '../../../../types.ts'
import { kindName, NodeMark, shortName } from './cell.tsx'
import { said } from './said.ts'

/** Letters shown at first, and added at a time. */
const LETTERS = 2_000
const MORE_LETTERS = 20_000
/** Items shown at first, and added at a time. */
const ITEMS = 50
/** Letters of what stands before a fold. */
const GLANCE = 80

interface Props {
  cell: Cell | undefined
  names: Names
}

export function Value({ cell, names }: Props) {
  const w = said.value
  const sorted = toSorted(cell)
  switch (sorted.sort) {
    case 'null':
      return <span class="muted">null</span>
    case 'text':
      return sorted.value ? <Text text={sorted.value} /> : <span class="muted">{w.value.empty}</span>
    case 'bytes':
      return (
        <>
          <span class="muted">{w.value.bytes}</span> <Text text={sorted.value} />
        </>
      )
    case 'list':
      if (!sorted.value.length) return <span class="muted">[]</span>
      return (
        <Folded glance={toShown(cell, names, GLANCE)} note={w.value.items(number(sorted.value.length))}>
          {() => <Items items={sorted.value.map((item, at) => [String(at + 1), item])} names={names} />}
        </Folded>
      )
    case 'map':
      return <MapValue map={sorted.value} glance={toShown(cell, names, GLANCE)} names={names} />
    case 'node':
      return (
        <>
          <p class="node-line">
            <NodeMark kind={kindOf(sorted.value)} /> <bdi>{shortName(sorted.value)}</bdi>{' '}
            <span class="muted">{kindName(kindOf(sorted.value))}</span>
          </p>
          <MapValue map={sorted.value.properties} glance={w.receipts.properties} names={names} />
        </>
      )
    case 'edge':
      return (
        <>
          <p>
            <bdi>{toShown(cell, names, LETTERS)}</bdi>
          </p>
          <MapValue map={sorted.value.properties} glance={w.receipts.properties} names={names} />
        </>
      )
    case 'path':
      return <bdi>{toShown(cell, names, LETTERS)}</bdi>
    default:
      return <span>{String(sorted.value)}</span>
  }
}

function Text({ text }: { text: string }) {
  const [most, setMost] = useState(LETTERS)
  const left = text.length - most
  return (
    <>
      <bdi class="value-text">{text.slice(0, most)}</bdi>
      {left > 0 && (
        <>
          …{' '}
          <button type="button" class="link more" onClick={() => setMost(most + MORE_LETTERS)}>
            {said.value.value.more(said.value.value.letters(number(Math.min(left, MORE_LETTERS))))}
          </button>
        </>
      )}
    </>
  )
}

function MapValue({ map, glance, names }: { map: CellMap; glance: string; names: Names }) {
  const entries = Object.entries(map)
  if (!entries.length) return <span class="muted">{'{}'}</span>
  return (
    <Folded glance={glance} note={said.value.value.items(number(entries.length))}>
      {() => <Items items={entries} names={names} />}
    </Folded>
  )
}

interface FoldedProps {
  glance: string
  note: string
  children: () => ComponentChildren
}

function Folded({ glance, note, children }: FoldedProps) {
  const [open, setOpen] = useState(false)
  return (
    <details class="value-fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <bdi>{glance}</bdi> <span class="muted">{note}</span>
      </summary>
      {open && children()}
    </details>
  )
}

function Items({ items, names }: { items: readonly (readonly [string, Cell])[]; names: Names }) {
  const [most, setMost] = useState(ITEMS)
  const left = items.length - most
  return (
    <>
      <dl class="values">
        {items.slice(0, most).map(([name, cell], at) => (
          <div key={at}>
            <dt>
              <bdi>{name.slice(0, 200)}</bdi>
            </dt>
            <dd>
              <Value cell={cell} names={names} />
            </dd>
          </div>
        ))}
      </dl>
      {left > 0 && (
        <button type="button" class="link more" onClick={() => setMost(most + ITEMS)}>
          {said.value.value.more(said.value.value.items(number(Math.min(left, ITEMS))))}
        </button>
      )}
    </>
  )
}
