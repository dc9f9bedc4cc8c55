/** A part of a pane that opens and closes; whether it is open is kept. */
import type { ComponentChildren } from 'preact'
import { keep, kept } from '../state/kept.ts'

interface FoldProps {
  /** Under which the choice is kept. */
  name: string
  title: string
  /** What is set inside, said also while it is closed. */
  note?: ComponentChildren
  /** Open until somebody closes it. */
  usual?: boolean
  children: ComponentChildren
}

export function Fold({ name, title, note, usual = false, children }: FoldProps) {
  return (
    <details
      class="fold"
      open={(kept(`fold.${name}`) ?? (usual ? 'open' : '')) === 'open'}
      onToggle={(event) => keep(`fold.${name}`, event.currentTarget.open ? 'open' : 'closed')}
    >
      <summary class="small-head">
        <h2>{title}</h2>
        {note && <span class="note">{note}</span>}
      </summary>
      {children}
    </details>
  )
}
