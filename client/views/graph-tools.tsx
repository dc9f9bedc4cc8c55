/** The tools over the picture: take back, lay out, come closer. */
import type { Canvas } from '../graph/canvas.ts'
import { arrangeAnew, redoChange, undoChange } from '../state/actions.ts'
import { graph } from '../state/graph.ts'
import { words } from '../state/language.ts'
import { Icon } from './icon.tsx'
import { PaneButton } from './pane.tsx'

export function GraphTools({ canvas }: { canvas: Canvas | null }) {
  const { graph: w } = words.value
  const { past, future } = graph.value
  return (
    <div class="graph-tools" role="toolbar" aria-label={w.tools}>
      <PaneButton side="list" />
      <span class="gap" />
      <Tool icon="undo" label={w.undo} disabled={!past.length} onClick={undoChange} />
      <Tool icon="redo" label={w.redo} disabled={!future.length} onClick={redoChange} />
      <Tool icon="arrange" label={w.arrange} onClick={() => void arrangeAnew()} />
      <Tool icon="fit" label={w.fit} onClick={() => canvas?.fit()} />
      <Tool icon="farther" label={w.farther} onClick={() => canvas?.zoom(0.8)} />
      <Tool icon="closer" label={w.closer} onClick={() => canvas?.zoom(1.25)} />
      <span class="gap" />
      <PaneButton side="evidence" />
    </div>
  )
}

interface ToolProps {
  icon: Parameters<typeof Icon>[0]['name']
  label: string
  disabled?: boolean
  onClick: () => void
}

function Tool({ icon, label, disabled = false, onClick }: ToolProps) {
  return (
    <button type="button" class="tool" title={label} aria-label={label} disabled={disabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}
