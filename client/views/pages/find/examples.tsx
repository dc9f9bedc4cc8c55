/** Before anything is asked: what to do, and names of this graph to begin with. */
import { findWords } from '../../../messages/find-words.ts'
import { graph } from '../../../state/graph.ts'
import { wordsOf } from '../../../state/language.ts'
import { Empty } from '../../states.tsx'
import { NameLinks } from './heading.tsx'

const words = wordsOf(findWords)
const FEW = 8

export function Examples() {
  const w = words.value
  const concepts = [...graph.value.present.entities.values()]
    .filter(({ kind }) => kind === 'Concept' || kind === 'Method')
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, FEW)
  return (
    <>
      <Empty>{w.prompt}</Empty>
      {concepts.length > 0 && (
        <p class="nearest">
          <span class="muted">{w.examples}</span> <NameLinks names={concepts} />
        </p>
      )}
    </>
  )
}
