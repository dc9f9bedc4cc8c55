/** What came of a query: on its way, an answer, or why there is none. */
import { useEffect, useState } from 'preact/hooks'
import { askWords } from '../../../messages/ask-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import { Loading } from '../../states.tsx'
import { Answer } from './answer.tsx'
import { QueryProblem } from './editor-problem.tsx'
import type { Answered, Running } from './editor-run.ts'

const said = wordsOf(askWords)

interface OutcomeProps {
  state: Running
  /** As it stands in the editor now. */
  text: string
  onReplace: (offset: number, length: number, by: string) => void
  onGo: (offset: number) => void
}

export function Outcome({ state, text, onReplace, onGo }: OutcomeProps) {
  const isRunning = state.status === 'running'
  const answered: Answered | null = isRunning ? state.before : state.status === 'ready' ? state.answered : null
  return (
    <div class="ask-outcome" aria-busy={isRunning}>
      <p class="muted ask-running" role="status">
        {isRunning && said.value.running}
        {state.status === 'stopped' && said.value.stopped}
        {isRunning && <Seconds />}
      </p>
      {isRunning && !answered && <Loading lines={6} label={said.value.running} />}
      {state.status === 'failed' && (
        <QueryProblem error={state.error} isSame={state.text === text} onReplace={onReplace} onGo={onGo} />
      )}
      {answered && <Answer answer={answered.answer} query={answered.query} params={answered.values} />}
    </div>
  )
}

/** How long it has run; not read aloud each second. */
function Seconds() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  return <span aria-hidden="true"> {seconds > 0 && said.value.seconds(number(seconds))}</span>
}
