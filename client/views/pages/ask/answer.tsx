/**
 * The answer to a query: what came of it in a line, then the same rows as a table, as a graph, or the plan they came
 * by; and beside them the drawer with the lines behind a row. What the rows hold best is shown first.
 *
 * In: the answer, and the query and parameters it answers, by which the plan is asked for.
 */
import '../../../styles/answer.css'
import { signal } from '@preact/signals'
import { useMemo, useRef, useState } from 'preact/hooks'
import { hasGraph } from '../../../answer/drawing.ts'
import type { Subject } from '../../../answer/subject.ts'
import type { CypherAnswer } from '../../../types.ts'
import { Empty } from '../../states.tsx'
import { Drawer } from './answer/drawer.tsx'
import { AnswerGraph } from './answer/graph.tsx'
import { Grid } from './answer/grid.tsx'
import { AnswerHead } from './answer/head.tsx'
import { useNames } from './answer/names.ts'
import { Plan } from './answer/plan.tsx'
import { said } from './answer/said.ts'
import { panelOf, type Tab, Tabs, tabOf } from './answer/tabs.tsx'

export interface AnswerProps {
  answer: CypherAnswer
  query: string
  params: Record<string, unknown>
}

/** Which tab somebody chose last: the next answer is shown the same way, if it can be. */
const chosen = signal<Tab | null>(null)

export function Answer(props: AnswerProps) {
  // A new answer is a new table: nothing of the old one's order, widths or drawer is left.
  return <Whole key={turnOf(props.answer)} {...props} />
}

function Whole({ answer, query, params }: AnswerProps) {
  const { columns, rows } = answer
  const names = useNames(rows)
  const best: Tab = useMemo(() => (hasGraph(rows) ? 'graph' : 'table'), [rows])
  const [subject, setSubject] = useState<Subject | null>(null)
  const [tab, setTab] = useState<Tab>(() => {
    const last = chosen.peek() ?? best
    return last === 'graph' ? best : last
  })
  const [byKey, setByKey] = useState(false)
  const back = useRef<HTMLElement | null>(null)
  const open = (next: Subject, isByKey: boolean) => {
    back.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setByKey(isByKey)
    setSubject(next)
  }
  const close = () => {
    setSubject(null)
    back.current?.focus()
  }
  return (
    <section
      class="answer"
      aria-label={said.value.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !subject || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <AnswerHead answer={answer} names={names} />
      <Tabs
        tab={tab}
        onTab={(next) => {
          chosen.value = next
          setTab(next)
        }}
      />
      <div class="answer-body" data-open={subject !== null && tab !== 'plan'}>
        <div id={panelOf(tab)} class="answer-panel" role="tabpanel" aria-labelledby={tabOf(tab)}>
          {tab === 'plan' && <Plan query={query} params={params} />}
          {tab === 'table' && rows.length === 0 && <Empty>{said.value.none}</Empty>}
          {tab === 'table' && rows.length > 0 && (
            <Grid columns={columns} rows={rows} names={names} opened={subject?.key ?? null} onOpen={open} />
          )}
          {tab === 'graph' && <AnswerGraph rows={rows} onOpen={open} />}
        </div>
        {subject && tab !== 'plan' && (
          <Drawer
            key={`${subject.key} ${subject.first}`}
            subject={subject}
            names={names}
            takesFocus={byKey}
            onClose={close}
          />
        )}
      </div>
    </section>
  )
}

const turns = new WeakMap<CypherAnswer, number>()
let count = 0

function turnOf(answer: CypherAnswer): number {
  const known = turns.get(answer) ?? ++count
  turns.set(answer, known)
  return known
}
