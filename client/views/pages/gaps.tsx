import { words } from '../../state/language.ts'

export function Gaps() {
  return (
    <main class="page">
      <h2>{words.value.views.gaps}</h2>
    </main>
  )
}
