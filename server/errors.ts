/** The failures Kith can name. A code is for programs, the sentence says to people what was wrong and what to do. */

import type { QueryPlace } from './api.ts'

export const STATUS = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  too_large: 413,
  too_many: 429,
  refused: 400,
  timeout: 408,
  building: 503,
  unavailable: 503,
  locked: 409,
  damaged: 500,
  internal: 500,
} as const
export type ErrorCode = keyof typeof STATUS

/** Where a query is wrong, and what may stand there instead. */
export interface Hint {
  at?: QueryPlace | undefined
  suggestion?: string | undefined
}

export class KithError extends Error {
  readonly code: ErrorCode
  readonly hint: Hint

  constructor(code: ErrorCode, message: string, { at, suggestion, ...options }: ErrorOptions & Hint = {}) {
    super(message, options)
    this.name = 'KithError'
    this.code = code
    this.hint = { ...(at && { at }), ...(suggestion !== undefined && { suggestion }) }
  }
}
