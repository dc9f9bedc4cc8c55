/** What stands beside the editor: one of four panels, or none, which leaves a small screen to the query. */
import { useRef, useState } from 'preact/hooks'
import { askWords } from '../../../messages/ask-words.ts'
import type { Param } from '../../../state/asked.ts'
import { keep, kept } from '../../../state/kept.ts'
import { wordsOf } from '../../../state/language.ts'
import type { SavedQuery, Schema as SchemaTold } from '../../../types.ts'
import type { Load } from '../../load.ts'
import { Gallery } from './gallery.tsx'
import { History } from './history.tsx'
import { Saved } from './saved.tsx'
import { Schema } from './schema.tsx'

const said = wordsOf(askWords)

const SIDES = ['gallery', 'schema', 'history', 'saved'] as const
type SideName = (typeof SIDES)[number]

interface Setting {
  toggle(name: SideName): void
  /** On a small screen what was taken is what one wants to see. */
  afterTaking(): void
  /** Opens the saved queries with the cursor in the name of another. */
  toSave(): void
}

const isWide = () => matchMedia('(min-width: 1000px)').matches

export function useSide(): [SideName | null, Setting] {
  const [open, setOpen] = useState<SideName | null>(firstSide)
  const latest = useRef(open)
  latest.current = open
  const set = (name: SideName | null) => {
    setOpen(name)
    if (isWide()) keep('ask.side', name ?? 'none')
  }
  return [
    open,
    {
      toggle: (name) => set(latest.current === name ? null : name),
      afterTaking: () => {
        if (!isWide()) set(null)
      },
      toSave: () => {
        set('saved')
        requestAnimationFrame(() => document.getElementById('save-query')?.focus())
      },
    },
  ]
}

function firstSide(): SideName | null {
  if (!isWide()) return null
  const before = kept('ask.side')
  return before === 'none' ? null : (SIDES.find((name) => name === before) ?? 'gallery')
}

interface SideProps {
  panel: SideName | null
  set: Setting
  schema: Load<SchemaTold>
  onAsk: (question: SavedQuery) => void
  onTake: (query: string, params?: readonly Param[]) => void
}

export function Side({ panel, set, schema, onAsk, onTake }: SideProps) {
  const w = said.value
  return (
    <aside class="ask-side" aria-label={w.beside}>
      <div class="ask-sides">
        {SIDES.map((name) => (
          <button
            key={name}
            type="button"
            class="ask-side-name"
            aria-expanded={panel === name}
            aria-controls="ask-panel"
            onClick={() => set.toggle(name)}
          >
            {w.panels[name]}
          </button>
        ))}
      </div>
      <div id="ask-panel" class="ask-panel" hidden={panel === null}>
        {panel === 'gallery' && <Gallery onTake={onAsk} />}
        {panel === 'schema' && <Schema load={schema} onTake={onTake} />}
        {panel === 'history' && <History onTake={onTake} />}
        {panel === 'saved' && <Saved onTake={onTake} />}
      </div>
    </aside>
  )
}
