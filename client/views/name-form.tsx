/** Asks for the name of a view, with a proposal that can be typed over. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { closeDialog } from '../state/dialog.ts'
import { words } from '../state/language.ts'
import { savedViews } from '../state/views.ts'

interface NameFormProps {
  proposal: string
  /** The view that is being renamed may keep its name. */
  except?: string
  onName: (name: string) => void
}

export function NameForm({ proposal, except, onName }: NameFormProps) {
  const { saved: w } = words.value
  const [name, setName] = useState(proposal)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const taken = savedViews.value.some((view) => view.id !== except && view.name === name.trim())
  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) onName(name)
      }}
    >
      <label class="field">
        {w.name}
        <input
          ref={field}
          type="text"
          maxLength={80}
          autocomplete="off"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <p class="muted" aria-live="polite">
        {taken ? w.exists : ''}
      </p>
      <p class="dialog-foot">
        <button type="button" class="button" onClick={closeDialog}>
          {w.cancel}
        </button>
        <button type="submit" class="button primary" disabled={!name.trim()}>
          {w.ok}
        </button>
      </p>
    </form>
  )
}
