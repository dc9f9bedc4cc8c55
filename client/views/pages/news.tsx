import { words } from '../../state/language.ts'

export function News() {
  return (
    <main class="page">
      <h2>{words.value.views.news}</h2>
    </main>
  )
}
