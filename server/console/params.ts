/**
 * The values of $parameters: what may be sent to a database, and how.
 *
 * Looked at before anything else touches them, without recursion: a list 100,000 deep would end the driver, the pipe or
 * the database, and one that holds itself never ends at all.
 */
import { KithError } from '../errors.ts'

/** Lists and maps within one another. */
const DEEPEST = 64
/** Values, all lists and maps together. */
const MOST_VALUES = 200_000
/** Characters, all texts and names together. */
const MOST_CHARACTERS = 2_000_000

/** @throws KithError `invalid` or `too_large` */
export function checkParams(params: Record<string, unknown>): void {
  const rest: { value: unknown; depth: number }[] = [{ value: params, depth: 0 }]
  let values = 0
  let characters = 0
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next
    characters += typeof value === 'string' ? value.length : 0
    if (depth > DEEPEST)
      throw new KithError('invalid', `The parameters are nested more than ${DEEPEST} deep. Flatten them.`)
    if (++values > MOST_VALUES || characters > MOST_CHARACTERS)
      throw new KithError(
        'too_large',
        `The parameters hold too much: ${MOST_VALUES} values and ${MOST_CHARACTERS} characters are the most.`,
      )
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new KithError('invalid', 'A parameter is a number beyond all that JSON can hold. Send a smaller one.')
    if (typeof value !== 'object' || value === null) continue
    for (const key of Object.keys(value)) {
      characters += Array.isArray(value) ? 0 : key.length
      rest.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 })
    }
  }
}

/** `{$: "int", value: "9007199254740993"}` is a whole number beyond what JSON can say, here as in answers. */
export function asInteger(value: object): bigint | null {
  const { $: tag, value: digits } = value as { $?: unknown; value?: unknown }
  return tag === 'int' && typeof digits === 'string' && /^-?\d{1,19}$/.test(digits) ? BigInt(digits) : null
}

/** @param leaf what becomes of a number or a whole number that is too large for one */
export function mapParams(value: unknown, leaf: (value: number | bigint) => unknown): unknown {
  if (typeof value === 'number') return leaf(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((inner) => mapParams(inner, leaf))
  const integer = asInteger(value)
  if (integer !== null) return leaf(integer)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapParams(inner, leaf)]))
}
