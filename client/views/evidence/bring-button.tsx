/** Beside a name: puts it into the picture; shows that it is there where it is. */
import { bring } from '../../state/explore.ts'
import { graph } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { attempt, notice, say } from '../../state/notice.ts'
import type { Entity } from '../../types.ts'
import { Icon } from '../icon.tsx'

interface Props {
  entity: Pick<Entity, 'id' | 'name'>
  /** It stands beside this one then. */
  parent?: string
}

export function BringButton({ entity: { id, name }, parent }: Props) {
  const { reading: w } = words.value
  if (graph.value.present.entities.has(id)) {
    return (
      <span class="there" title={w.inPicture}>
        <span class="visually-hidden">{w.inPicture}</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      class="tool"
      title={w.add(name)}
      aria-label={w.add(name)}
      onClick={() => void add(id, parent)}
    >
      <Icon name="closer" />
    </button>
  )
}

const add = (id: string, parent: string | undefined) =>
  attempt(async () => {
    const added = await bring([id], parent)
    if (added) notice.set(say(words.peek().graph.added(added)))
  })
