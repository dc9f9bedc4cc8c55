/** A native dialog: keeps the focus inside, gives it back, closes on Escape and on a press beside it. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { closeDialog } from '../state/dialog.ts'
import { words } from '../state/language.ts'
import { Icon } from './icon.tsx'

export function Dialog({ title, children }: { title: string; children: ComponentChildren }) {
  const element = useRef<HTMLDialogElement>(null)
  // Before the effects of what is inside, which may want the focus elsewhere.
  useLayoutEffect(() => {
    const own = element.current
    own?.showModal()
    // Only a dialog that is closed, rather than just gone, gives the focus back.
    return () => own?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, as it closes any dialog
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby="dialog-title"
      onClose={closeDialog}
      onClick={(event) => event.target === element.current && element.current?.close()}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id="dialog-title">{title}</h2>
          <button
            type="button"
            class="quiet"
            aria-label={words.value.help.close}
            onClick={() => element.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
