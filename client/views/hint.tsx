/** One line for whoever is here for the first time. It goes for good once something was chosen, or by its button. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { focus } from '../state/focus.ts'
import { keep, kept } from '../state/kept.ts'
import { words } from '../state/language.ts'
import { toast } from '../state/toast.ts'
import { whole } from '../state/whole.ts'
import { Icon } from './icon.tsx'

const seen = signal(kept('hint') === 'seen')

function finish(): void {
  seen.value = true
  keep('hint', 'seen')
}

export function Hint() {
  const { hints: w } = words.value
  const chosen = focus.value.type !== 'none'
  useEffect(() => {
    if (chosen && !seen.peek()) finish()
  }, [chosen])
  if (seen.value || chosen || toast.value || !whole.value.total) return null
  const touch = matchMedia('(pointer: coarse)').matches
  return (
    <aside class="hint" aria-label={w.label}>
      <p>{touch ? w.touch : w.first}</p>
      <button type="button" class="quiet" aria-label={w.close} title={w.close} onClick={finish}>
        <Icon name="close" />
      </button>
    </aside>
  )
}
