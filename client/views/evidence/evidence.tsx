/** The right pane: the evidence for what is in focus. A way that was shown is forgotten with the focus it belonged to. */
import { useEffect } from 'preact/hooks'
import { type Focus, focus } from '../../state/focus.ts'
import { words } from '../../state/language.ts'
import { trail } from '../../state/trail.ts'
import { Empty } from '../states.tsx'
import { BridgeEvidence } from './bridge.tsx'
import { EdgeEvidence } from './edge.tsx'
import { EntityEvidence } from './entity.tsx'
import { GroupEvidence } from './group.tsx'

export function Evidence() {
  const now = focus.value
  const key = keyOf(now)
  useEffect(() => () => trail.peek().length > 0 && trail.set(() => []), [key])
  switch (now.type) {
    case 'none':
      return <Nothing />
    case 'entity':
      return <EntityEvidence key={key} id={now.id} />
    case 'edge':
      return <EdgeEvidence key={key} a={now.a} b={now.b} />
    case 'group':
      // The selection grows and shrinks; what is open in the pane stays open.
      return <GroupEvidence key="group" ids={now.ids} />
    case 'bridge':
      return <BridgeEvidence key={key} from={now.from} to={now.to} />
  }
}

function Nothing() {
  const { evidence } = words.value
  return (
    <>
      <Empty>{evidence.nothing}</Empty>
      <Empty>{evidence.keys}</Empty>
    </>
  )
}

function keyOf(now: Focus): string {
  switch (now.type) {
    case 'none':
      return ''
    case 'entity':
      return now.id
    case 'edge':
      return `${now.a} ${now.b}`
    case 'group':
      return now.ids.join(' ')
    case 'bridge':
      return `${now.from} to ${now.to}`
  }
}
