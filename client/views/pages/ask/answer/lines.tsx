/**
 * The lines behind what a row holds: each edge, each entity, each passage and document with its own. What was asked for
 * is open, else what says most; the others ask the server when they are opened.
 */
import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { Names } from '../../../../answer/text.ts'
import { type EdgeThing, isEmpty, type Things, thingsIn } from '../../../../answer/things.ts'
import { number } from '../../../../state/language.ts'
import { hashOf } from '../../../../state/location.ts'
import type { Cell } from '../../../../types.ts'
import { Empty } from '../../../states.tsx'
import { NodeMark } from './cell.tsx'
import { EdgeLines, EntityLines, PassageLines, TogetherLines } from './line-groups.tsx'
import { said } from './said.ts'

/** Things of one sort that are listed. */
const MOST = 24

interface Group {
  /** What it is opened by. */
  readonly ids: readonly string[]
  readonly head: ComponentChildren
  readonly body: () => ComponentChildren
}

export function Lines({
  cells,
  names,
  first,
}: {
  cells: readonly (Cell | undefined)[]
  names: Names
  first: string | null
}) {
  const w = said.value.receipts
  const things = useMemo(() => thingsIn(cells), [cells])
  const groups = useMemo(() => toGroups(things, names), [things, names])
  const asked = groups.findIndex(({ ids }) => first !== null && ids.length === 1 && ids[0] === first)
  const left = leftOut(things)
  return (
    <section>
      <h4>{w.lines}</h4>
      {isEmpty(things) && <Empty>{w.none}</Empty>}
      {groups.map((group, at) => (
        <LineGroup key={group.ids.join(' ')} group={group} isOpen={at === Math.max(0, asked)} />
      ))}
      {things.documents.slice(0, MOST).map(({ id, name, line }) => (
        <p key={id} class="document-line">
          <NodeMark kind="Document" />{' '}
          <a href={hashOf({ view: 'document', id, line })}>
            <bdi>{name ?? id.slice('doc/'.length)}</bdi>
          </a>{' '}
          <span class="muted">{line === null ? w.read : w.atLine(line)}</span>
        </p>
      ))}
      {left > 0 && <p class="muted">{w.many(number(left))}</p>}
    </section>
  )
}

function LineGroup({ group: { head, body }, isOpen }: { group: Group; isOpen: boolean }) {
  const [open, setOpen] = useState(isOpen)
  return (
    <details class="by-document" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{head}</summary>
      {open && body()}
    </details>
  )
}

function toGroups({ entities, edges, passages }: Things, names: Names): Group[] {
  const called = new Map(entities.map(({ id, name }) => [id, name ?? names.get(id) ?? id]))
  const nameOf = (id: string) => called.get(id) ?? names.get(id) ?? id
  // Two names side by side: what one wants to know is where they meet.
  const [one, other] = entities
  const pair = !edges.length && entities.length === 2 && one && other ? [{ a: one.id, b: other.id }] : []
  return [
    ...edges.slice(0, MOST).map((edge): Group => {
      const { type, source, target } = edge
      return {
        ids: [type, source, target],
        head: <EdgeName edge={edge} nameOf={nameOf} />,
        body: () => <EdgeLines type={type} source={source} target={target} />,
      }
    }),
    ...pair.map(
      ({ a, b }): Group => ({
        ids: [a, b],
        head: (
          <span class="row-name">
            <bdi>{nameOf(a)}</bdi> – <bdi>{nameOf(b)}</bdi> <span class="muted">{said.value.receipts.together}</span>
          </span>
        ),
        body: () => <TogetherLines a={a} b={b} />,
      }),
    ),
    ...entities.slice(0, MOST).map(
      ({ id, kind }): Group => ({
        ids: [id],
        head: (
          <>
            <NodeMark kind={kind} />
            <bdi class="row-name">{nameOf(id)}</bdi>
          </>
        ),
        body: () => <EntityLines id={id} name={nameOf(id)} />,
      }),
    ),
    ...passages.slice(0, MOST).map(
      ({ id, about }): Group => ({
        ids: [id],
        head: (
          <>
            <NodeMark kind="Passage" />
            <bdi class="row-name">{names.get(id)?.slice(0, 120) ?? id}</bdi>
          </>
        ),
        body: () => <PassageLines id={id} about={about.length ? about : entities.map((entity) => entity.id)} />,
      }),
    ),
  ]
}

function EdgeName({ edge: { type, source, target }, nameOf }: { edge: EdgeThing; nameOf: (id: string) => string }) {
  return (
    <span class="row-name">
      <bdi>{nameOf(source)}</bdi> <span class="muted">–{type}→</span> <bdi>{nameOf(target)}</bdi>
    </span>
  )
}

const leftOut = ({ entities, edges, passages, documents }: Things): number =>
  [entities, edges, passages, documents].reduce((sum, { length }) => sum + Math.max(0, length - MOST), 0)
