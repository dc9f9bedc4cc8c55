/** What the keys of the editor do, folded away until somebody wants to know. */
import { askWords } from '../../../messages/ask-words.ts'
import { wordsOf } from '../../../state/language.ts'
import { Keys } from '../../palette/keys.tsx'

const said = wordsOf(askWords)

const KEYS = [
  ['run', 'Mod+Enter'],
  ['stop', 'Escape'],
  ['complete', 'Ctrl+Space'],
  ['accept', 'Tab'],
  ['older', 'Alt+ArrowUp'],
  ['newer', 'Alt+ArrowDown'],
  ['comment', 'Mod+/'],
  ['cursors', 'Mod+d'],
  ['find', 'Mod+f'],
  ['problem', 'F8'],
] as const

export function EditorKeys() {
  const w = said.value
  return (
    <details class="ask-keys">
      <summary>{w.keys}</summary>
      <dl>
        {KEYS.map(([name, key]) => (
          <div key={name}>
            <dt>
              <Keys of={[key]} />
            </dt>
            <dd>{w.keyHelp[name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
