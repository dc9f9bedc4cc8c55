/** What narrows the list: the years, the kind of evidence, what was read; and how many papers pass. */
import { findWords } from '../../../messages/find-words.ts'
import { wordsOf } from '../../../state/language.ts'
import type { Only } from '../../../state/route.ts'
import { PARTS } from './parts.ts'
import type { Slot } from './years.ts'

const words = wordsOf(findWords)

interface Props {
  slots: readonly Slot[]
  only: Only
  onOnly: (only: Only) => void
}

export function Filters({ slots, only, onOnly }: Props) {
  const { filters: w, years, part } = words.value
  const set = (name: keyof Only) => (value: string) => {
    const { [name]: _before, ...rest } = only
    onOnly(value ? { ...rest, [name]: value } : rest)
  }
  const dates = slots.map(({ at }) => [at, at] as const)
  return (
    <fieldset class="find-filters">
      <legend class="visually-hidden">{w.label}</legend>
      <Choice
        label={w.evidence}
        value={only.evidence}
        onChoose={set('evidence')}
        options={[['', w.anyEvidence], ...PARTS.map((name) => [name, part[name]] as const)]}
      />
      <Choice
        label={w.seen}
        value={only.seen}
        onChoose={set('seen')}
        options={[
          ['', w.all],
          ['unread', w.unread],
          ['read', w.read],
        ]}
      />
      {slots.length > 1 && (
        <>
          <Choice label={years.from} value={only.from} onChoose={set('from')} options={[['', years.any], ...dates]} />
          <Choice label={years.to} value={only.to} onChoose={set('to')} options={[['', years.any], ...dates]} />
        </>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  label: string
  value: string | undefined
  options: readonly (readonly [value: string, label: string])[]
  onChoose: (value: string) => void
}

function Choice({ label, value = '', options, onChoose }: ChoiceProps) {
  // An address may say what is none of them: it is told as it stands there.
  const isKnown = options.some(([name]) => name === value)
  return (
    <label class="choice">
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {!isKnown && <option value={value}>{value}</option>}
        {options.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
