/** A name as people wrote it: text and nothing else, in its own direction, whatever stands around it. */
import { graph } from '../state/graph.ts'
import type { Entity, Kind } from '../types.ts'
import { KindMark } from './mark.tsx'

export function Name({ of: { name, title } }: { of: Pick<Entity, 'name' | 'title'> }) {
  return <bdi>{title ?? name}</bdi>
}

/** With the sign of its kind before it. */
export function MarkedName({ of: entity }: { of: { name: string; kind: Kind; title?: string | undefined } }) {
  return (
    <>
      <KindMark kind={entity.kind} />
      <bdi class="row-name">{entity.title ?? entity.name}</bdi>
    </>
  )
}

/** What an entity is called in the picture; its id while it is not there. */
export const nameOf = (id: string): string => graph.value.present.entities.get(id)?.name ?? id
