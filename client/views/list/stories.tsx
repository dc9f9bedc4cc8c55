/** Worked examples to begin with: one opens an entity, two the lines that join them, more are shown together. */
import { words } from '../../state/language.ts'
import { selectEdge, selectEntity, selectGroup } from '../../state/select.ts'
import { whole } from '../../state/whole.ts'
import { Fold } from '../fold.tsx'

export function Stories() {
  const { stories } = whole.value
  if (!stories.length) return null
  return (
    <div class="stories">
      <Fold name="stories" title={words.value.list.stories} usual>
        <ul>
          {stories.map(({ ids, names }) => (
            <li key={ids.join(' ')}>
              <button type="button" class="link" onClick={() => openStory(ids)}>
                {names.join(' – ')}
              </button>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}

function openStory(ids: readonly string[]): void {
  const [a, b, ...more] = ids
  if (a && b && more.length) selectGroup(ids)
  else if (a && b) selectEdge(a, b)
  else if (a) selectEntity(a)
}
