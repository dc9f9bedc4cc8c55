/** A document that cannot be read; the message completes "skipped, because …". The build goes on without it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}
