/** Beside the answer: a row, or a node or an edge of its picture; its values whole, and the lines it rests on. */
import { useEffect, useRef } from 'preact/hooks'
import { toTsv } from '../../../../answer/files.ts'
import type { Subject } from '../../../../answer/subject.ts'
import type { Names } from '../../../../answer/text.ts'
import { copy } from '../../../../state/copy.ts'
import { Icon } from '../../../icon.tsx'
import { Lines } from './lines.tsx'
import { said } from './said.ts'
import { Value } from './value.tsx'

interface Props {
  subject: Subject
  names: Names
  /** It was opened by a key, and the reader goes on in it. */
  takesFocus: boolean
  onClose: () => void
}

export function Drawer({ subject, names, takesFocus, onClose }: Props) {
  const { receipts: w, take } = said.value
  const { title, values, first } = subject
  const drawer = useRef<HTMLElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) head.current?.focus()
    // On a small screen it stands below the table.
    drawer.current?.scrollIntoView({ block: 'nearest' })
  }, [takesFocus])
  return (
    <aside ref={drawer} class="answer-drawer evidence" aria-label={title}>
      <header class="drawer-head">
        <h3 ref={head} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h3>
        <button
          type="button"
          class="button"
          onClick={() => void copy(toTsv([values.map(([, cell]) => cell)], names), take.copied.row)}
        >
          {take.copyRow}
        </button>
        <button type="button" class="quiet" title={w.close} aria-label={w.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Lines cells={values.map(([, cell]) => cell)} names={names} first={first} />
      <section>
        <h4>{w.values}</h4>
        <dl class="values">
          {values.map(([name, cell], at) => (
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
      </section>
    </aside>
  )
}
