/** The contents of a survey: each part can be gone to. Buttons, because the address of the page is in the fragment. */
import { surveyWords } from '../../messages/survey-words.ts'
import { wordsOf } from '../../state/language.ts'

export interface Heading {
  /** `survey-` before it is the id of the heading's element. */
  id: string
  text: string
}

const words = wordsOf(surveyWords)

export function SurveyContents({ headings }: { headings: readonly Heading[] }) {
  return (
    <nav class="survey-contents" aria-label={words.value.contents}>
      <ol>
        {headings.map(({ id, text }) => (
          <li key={id}>
            <button type="button" class="link" onClick={() => goTo(id)}>
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function goTo(id: string): void {
  const heading = document.getElementById(`survey-${id}`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
