/** The plan of a query as a tree of steps: what each does in plain words, and what the store says of it. */
import { useMemo, useState } from 'preact/hooks'
import { type PlanLine, toLines, toPlanText } from '../../../../answer/plan.ts'
import { getPlan } from '../../../../api.ts'
import { copy } from '../../../../state/copy.ts'
import { number } from '../../../../state/language.ts'
import type { CypherPlan } from '../../../../types.ts'
import { useLoad } from '../../../load.ts'
import { Failed, Loading } from '../../../states.tsx'
import { said } from './said.ts'

export function Plan({ query, params }: { query: string; params: Record<string, unknown> }) {
  const load = useLoad(JSON.stringify([query, params]), (signal) => getPlan(query, params, signal))
  if (load.status === 'loading') return <Loading lines={6} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  return <PlanTree plan={load.value} />
}

function PlanTree({ plan: { plan, store } }: { plan: CypherPlan }) {
  const { plan: w } = said.value
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState('0')
  const lines = useMemo(() => toLines(plan, closed), [plan, closed])
  const fold = (key: string, isClosed: boolean) =>
    setClosed((now) => new Set(isClosed ? [...now, key] : [...now].filter((other) => other !== key)))
  const go = (line: PlanLine | undefined) => {
    if (!line) return
    setActive(line.key)
    document.getElementById(idOf(line.key))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const at = Math.max(
      0,
      lines.findIndex(({ key }) => key === active),
    )
    const line = lines[at]
    if (!line) return
    const isOpen = line.children > 0 && !closed.has(line.key)
    if (event.key === 'ArrowDown') go(lines[at + 1])
    else if (event.key === 'ArrowUp') go(lines[at - 1])
    else if (event.key === 'Home') go(lines[0])
    else if (event.key === 'End') go(lines.at(-1))
    else if (event.key === 'ArrowLeft') {
      if (isOpen) fold(line.key, true)
      else go(lines.find(({ key }) => key === line.key.replace(/\.\d+$/, '')))
    } else if (event.key === 'ArrowRight') {
      if (closed.has(line.key)) fold(line.key, false)
      else if (isOpen) go(lines[at + 1])
    } else if ((event.key === 'Enter' || event.key === ' ') && line.children > 0) fold(line.key, isOpen)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div class="plan-head">
        <p class="muted">
          {w.intro} {w.store[store]} · {w.steps(number(toLines(plan).length))}
        </p>
        <button type="button" class="button" onClick={() => void copy(toPlanText(plan), w.copied)}>
          {w.copy}
        </button>
      </div>
      <div
        class="plan"
        role="tree"
        tabIndex={0}
        aria-label={w.label}
        aria-describedby="answer-plan-keys"
        aria-activedescendant={idOf(active)}
        onKeyDown={onKeyDown}
      >
        {lines.map((line) => (
          <Step
            key={line.key}
            line={line}
            isOpen={line.children === 0 ? null : !closed.has(line.key)}
            isActive={line.key === active}
            onClick={() => {
              setActive(line.key)
              if (line.children > 0) fold(line.key, !closed.has(line.key))
            }}
          />
        ))}
      </div>
      <p id="answer-plan-keys" hidden>
        {w.keys}
      </p>
    </>
  )
}

interface StepProps {
  line: PlanLine
  /** Null where there is nothing below it. */
  isOpen: boolean | null
  isActive: boolean
  onClick: () => void
}

/** Levels beyond this are drawn no farther to the right. */
const INDENTED = 16

function Step({ line, isOpen, isActive, onClick }: StepProps) {
  const { says } = said.value.plan
  const { key, operator, details, doing, level, position, siblings } = line
  return (
    <div
      id={idOf(key)}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isActive}
      class={isActive ? 'plan-step active' : 'plan-step'}
      style={{ paddingInlineStart: `${Math.min(INDENTED, level - 1) * 20 + 8}px` }}
      onClick={onClick}
    >
      <span class="plan-sign" aria-hidden="true">
        {isOpen === null ? '·' : isOpen ? '▾' : '▸'}
      </span>
      <span class="plan-words">
        <b>{operator}</b>
        {doing && <span class="muted"> {says[doing]}</span>}
        {details && <code>{details}</code>}
      </span>
    </div>
  )
}

const idOf = (key: string): string => `plan-${key}`
