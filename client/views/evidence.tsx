/** The right pane: the evidence for what is in focus. */
import { focus } from '../state/focus.ts'
import { words } from '../state/language.ts'
import { EdgeEvidence } from './edge.tsx'
import { EntityEvidence } from './entity.tsx'
import { Empty } from './states.tsx'

export function Evidence() {
  const now = focus.value
  if (now.type === 'entity') return <EntityEvidence key={now.id} id={now.id} />
  if (now.type === 'edge') return <EdgeEvidence key={`${now.a} ${now.b}`} a={now.a} b={now.b} />
  return <Empty>{words.value.evidence.nothing}</Empty>
}
