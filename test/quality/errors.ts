/** Where the names that are not right went: what was missed, what was too much, what is of another kind. */
import type { Extracted } from '../../server/extracted.ts'
import type { Name } from '../../server/gold.ts'
import { type Compared, spanKey, touching } from '../../server/scores.ts'

export interface Errors {
  right: number
  /** Marked, and found with the same span as another kind. */
  otherKind: [Name, Extracted][]
  /** Marked, and found with other borders. */
  otherBorders: Name[]
  /** Marked, and nothing was found there. */
  missed: Name[]
  /** Found where nothing is marked. */
  spurious: Extracted[]
}

export function toErrors(documents: readonly Compared<Extracted>[]): Errors {
  const errors: Errors = { right: 0, otherKind: [], otherBorders: [], missed: [], spurious: [] }
  for (const { gold, found } of documents) {
    const bySpan = new Map(found.map((name) => [spanKey(name), name]))
    const touched = new Set(touching(gold, found))
    for (const name of gold) {
      const other = bySpan.get(spanKey(name))
      if (!other) (touched.has(name) ? errors.otherBorders : errors.missed).push(name)
      else if (other.kind === name.kind) errors.right++
      else errors.otherKind.push([name, other])
    }
    const near = new Set(touching(found, gold))
    errors.spurious.push(...found.filter((name) => !near.has(name)))
  }
  return errors
}

/** The most frequent ones of each sort, a line each, for the terminal. */
export function listErrors(documents: readonly Compared<Extracted>[], most: number): string {
  const { otherKind, otherBorders, missed, spurious } = toErrors(documents)
  const marked = ({ surface, kind }: Name) => `${surface} (${kind})`
  return [
    ['missed', missed.map(marked)] as const,
    ['other borders', otherBorders.map(marked)] as const,
    ['other kind', otherKind.map(([name, other]) => `${marked(name)} as ${other.kind} by ${other.rule}`)] as const,
    ['spurious', spurious.map((name) => `${marked(name)} by ${name.rule}`)] as const,
  ]
    .map(([what, lines]) => `${what}: ${lines.length}\n${frequent(lines, most)}`)
    .join('\n\n')
}

function frequent(lines: readonly string[], most: number): string {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([line, count]) => `${String(count).padStart(5)}  ${line.replaceAll('\n', ' ')}`)
    .join('\n')
}
