/** The shape of the papers that come. */
import { words } from '../../../state/language.ts'

const PAPERS = [0, 1, 2, 3, 4]

export function Bones() {
  return (
    <div class="papers" role="status">
      <span class="visually-hidden">{words.value.loading}</span>
      {PAPERS.map((at) => (
        <div key={at} class="paper loading" aria-hidden="true">
          <span class="bone bone-title" />
          <span class="bone bone-facts" />
          <span class="bone bone-bar" />
        </div>
      ))}
    </div>
  )
}
