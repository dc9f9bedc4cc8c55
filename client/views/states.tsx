/** The three states that are not an answer: nothing there, not yet, and not possible. One sentence each, and what to do. */
import type { ComponentChildren } from 'preact'
import { ApiFailure } from '../api.ts'
import { words } from '../state/language.ts'

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>
}

/** The shape of what comes: some lines of text. */
export function Loading({ lines = 4, label }: { lines?: number; label?: string }) {
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">{label ?? words.value.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} class="bone" aria-hidden="true" />
      ))}
    </div>
  )
}

export function Failed({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const { failure } = words.value
  return (
    <div class="failed" role="alert">
      <p>
        <strong>{failure.title}</strong> {toSentence(error)}
      </p>
      {again && (
        <button type="button" class="button" onClick={again}>
          {failure.again}
        </button>
      )}
    </div>
  )
}

function toSentence(error: unknown): string {
  if (error instanceof ApiFailure && error.message) return error.message
  if (error instanceof ApiFailure) return words.value.failure.unreachable
  return error instanceof Error ? error.message : String(error)
}
