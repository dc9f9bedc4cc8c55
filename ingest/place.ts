/** The order in which places are told. */
import { order } from './identity/count.ts'
import type { Place } from './types.ts'

/** Places by date, then document, then offset; what has no date comes last. */
export function byPlace(a: Place, b: Place): number {
  return order(a.date ?? '9999', b.date ?? '9999') || order(a.document, b.document) || a.start - b.start
}
