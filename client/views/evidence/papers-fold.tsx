/** In the evidence for an entity: a fold with the first papers for it, asked for when it is opened. Whether it is open is kept. */
import { useState } from 'preact/hooks'
import { keep, kept } from '../../state/kept.ts'
import { words } from '../../state/language.ts'
import { lazy } from '../lazy.tsx'

const FirstPapers = lazy('first papers', async () => (await import('../pages/find/first-papers.tsx')).FirstPapers)
const KEY = 'fold.papers'

export function PapersFold({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(kept(KEY) === 'open')
  return (
    <details
      class="papers-fold"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
        keep(KEY, event.currentTarget.open ? 'open' : 'closed')
      }}
    >
      <summary>
        <h3>{words.value.evidence.related}</h3>
      </summary>
      {isOpen && <FirstPapers id={id} />}
    </details>
  )
}
