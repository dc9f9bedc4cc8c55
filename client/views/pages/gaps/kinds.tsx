/** Which kinds the names of a pair may be of: none chosen is all of them. Persons and papers have no gaps to speak of. */
import { KINDS } from '../../../kinds.ts'
import { gapsWords } from '../../../messages/gaps-words.ts'
import { words as frame, wordsOf } from '../../../state/language.ts'
import type { Kind } from '../../../types.ts'
import { KindMark } from '../../mark.tsx'

const words = wordsOf(gapsWords)
const CHOICES = KINDS.filter((kind) => kind !== 'Person' && kind !== 'Paper')

export function KindChoice({
  kinds,
  onChange,
}: {
  kinds: readonly Kind[]
  onChange: (kinds: readonly Kind[]) => void
}) {
  const { kinds: names } = frame.value
  const toggled = (kind: Kind) => CHOICES.filter((one) => (one === kind ? !kinds.includes(one) : kinds.includes(one)))
  return (
    <fieldset class="gaps-kinds chips">
      <legend class="visually-hidden">{words.value.kinds}</legend>
      {CHOICES.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-pressed={kinds.includes(kind)}
          onClick={() => onChange(toggled(kind))}
        >
          <KindMark kind={kind} />
          {names[kind]}
        </button>
      ))}
    </fieldset>
  )
}
