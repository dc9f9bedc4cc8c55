/** The failures Kith can name. A code is for programs, the sentence says to people what was wrong and what to do. */

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

export class KithError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'KithError'
    this.code = code
  }
}
