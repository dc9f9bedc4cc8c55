/** Which papers may hold a form: those that hold the rarest of its words. Asked once for each form of a question. */
import type { PaperIndex } from './paper-index.ts'
import { tokens } from './words.ts'

export type Holders = (form: string) => ReadonlySet<number>

export function createHolders(index: PaperIndex): Holders {
  const known = new Map<string, ReadonlySet<number>>()
  return (form) => {
    let holders = known.get(form)
    if (!holders) {
      holders = holdersOf(index, form)
      known.set(form, holders)
    }
    return holders
  }
}

function holdersOf(index: PaperIndex, form: string): ReadonlySet<number> {
  let fewest: number[] | null = null
  for (const token of new Set(tokens(form))) {
    // Its plural counts as the form itself.
    const papers = [...postings(index, token), ...postings(index, `${token}s`)]
    if (!fewest || papers.length < fewest.length) fewest = papers
  }
  return new Set(fewest ?? [])
}

function postings({ places, starts, inPapers }: PaperIndex, token: string): Uint32Array {
  const place = places.get(token)
  return place === undefined ? new Uint32Array() : inPapers.subarray(starts[place], starts[place + 1])
}
