/**
 * How much more two names keep company than chance would have it.
 *
 * Normalised pointwise mutual information (Bouma, 2009) over threads: 1 where neither is ever without the other, 0 where
 * they meet as often as chance has it, below 0 where they avoid each other.
 */
import { round } from './round.ts'

/** @param threads the names of each thread, each once */
export function createNpmi(threads: readonly (readonly string[])[]): (source: string, target: string) => number {
  const lists = new Map<string, number[]>()
  threads.forEach((names, at) => {
    for (const name of names) {
      const list = lists.get(name)
      if (list) list.push(at)
      else lists.set(name, [at])
    }
  })
  const all = threads.length
  return (source, target) => {
    const [a, b] = [lists.get(source) as number[], lists.get(target) as number[]]
    const both = shared(a, b)
    if (both === 0) return 0
    if (both === all) return 1
    return round(Math.log((both * all) / (a.length * b.length)) / -Math.log(both / all))
  }
}

function shared(a: number[], b: number[]): number {
  let both = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) both++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return both
}
