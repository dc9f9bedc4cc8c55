import { words } from '../../state/language.ts'

export function Survey({ concept }: { concept: string }) {
  return (
    <main class="page">
      <h2>{words.value.views.survey}</h2>
      <p>{concept}</p>
    </main>
  )
}
