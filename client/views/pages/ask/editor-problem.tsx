/** Why a query does not run: the place, the sentence, and what can be done about it. */
import { ApiFailure } from '../../../api.ts'
import { askWords } from '../../../messages/ask-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import { Failed } from '../../states.tsx'

const said = wordsOf(askWords)

/** The place stands before the sentence already, in the language of the screen. */
const PLACE = /^Line \d+, column \d+: /

interface ProblemProps {
  error: unknown
  /** Whether the text is still the one that was asked: its places mean nothing in another. */
  isSame: boolean
  onReplace: (offset: number, length: number, by: string) => void
  onGo: (offset: number) => void
}

export function QueryProblem({ error, isSame, onReplace, onGo }: ProblemProps) {
  const w = said.value
  if (!(error instanceof ApiFailure) || !error.at) return <Failed error={error} />
  const { at, suggestion, message } = error
  return (
    <div class="failed ask-failed" role="alert">
      <p>
        <strong>{w.failed}</strong> {w.at(number(at.line), number(at.column))}
      </p>
      <p class="ask-message">{message.replace(PLACE, '')}</p>
      {isSame && (
        <p class="tools">
          {suggestion && (
            <button type="button" class="button" onClick={() => onReplace(at.offset, at.length, suggestion)}>
              {w.replaceBy(suggestion)}
            </button>
          )}
          <button type="button" class="button" onClick={() => onGo(at.offset)}>
            {w.goThere}
          </button>
        </p>
      )}
    </div>
  )
}
