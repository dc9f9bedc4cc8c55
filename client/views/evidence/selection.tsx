/** Who is selected, each with a way to take it out of the selection. */
import { number, words } from '../../state/language.ts'
import { alsoSelect, selectEntity } from '../../state/select.ts'
import type { Entity } from '../../types.ts'
import { Icon } from '../icon.tsx'
import { More } from '../more.tsx'
import { MarkedName } from '../name.tsx'

export function Selection({ entities }: { entities: readonly Entity[] }) {
  const { list, reading: w } = words.value
  const sorted = [...entities].sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
  return (
    <section>
      <h3>{w.selection}</h3>
      <More items={sorted} first={24}>
        {(entity) => (
          <li key={entity.id} class="row-pair">
            <button type="button" class="row" title={entity.title} onClick={() => selectEntity(entity.id)}>
              <MarkedName of={entity} />
              <span class="count">
                {number(entity.mentions)}
                <span class="visually-hidden"> {list.mentions}</span>
              </span>
            </button>
            <button
              type="button"
              class="tool"
              title={w.letGo(entity.name)}
              aria-label={w.letGo(entity.name)}
              onClick={() => alsoSelect(entity.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        )}
      </More>
    </section>
  )
}
