/** A number on the command line. */
import { InvalidArgumentError } from '@commander-js/extra-typings'

export function toCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return count
}
