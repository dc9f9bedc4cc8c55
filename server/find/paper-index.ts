/**
 * The papers' texts, indexed once for each graph: which words stand in which paper and how often, both ways round.
 *
 * Compressed sparse rows in typed arrays: the postings of a term run from `starts[term]` to `starts[term + 1]`, by paper;
 * `terms` and `weights` tell the same from the paper's side, for what papers have in common. Text that stands in several
 * papers' pages (labels, licences) says nothing of any of them and is left out.
 */
import type { Library, Paper } from './library.ts'
import { createRest } from './rest.ts'
import { isLatin, isStop, latinPairs, normalize, tokens } from './words.ts'

export interface PaperIndex {
  papers: Library
  /** By paper: all that is said of it, normalized; its title alone; where its sentences begin. */
  texts: readonly string[]
  titles: readonly string[]
  sentences: readonly Uint32Array[]
  /** Words in each text, beside the average: 1 is as long as most. */
  lengths: Float64Array
  places: ReadonlyMap<string, number>
  names: readonly string[]
  starts: Uint32Array
  inPapers: Uint32Array
  counts: Uint16Array
  /** By paper, where its own terms begin; the terms that tell papers apart, and their tf-idf in a vector of length 1. */
  ownStarts: Uint32Array
  ownTerms: Uint32Array
  ownWeights: Float32Array
  /** Id of a document → the paper it is a page of. */
  pages: ReadonlyMap<string, number>
  ids: ReadonlyMap<string, number>
}

const K1 = 1.2
const B = 0.75
/** Passages that stand in this many papers' pages are the site's, not the paper's. */
const SHARED = 3
/** A term that tells papers apart stands in this many papers at least, and in this share of them at most. */
const FEW = (papers: number): number => (papers < 300 ? 2 : 3)
const MANY = 0.4

export async function indexPapers(papers: Library): Promise<PaperIndex> {
  const rest = createRest()
  const holders = new Map<string, number>()
  for (const { own } of papers) for (const { id } of own) holders.set(id, (holders.get(id) ?? 0) + 1)
  const texts = papers.map((paper) => textOf(paper, holders))
  const titles = papers.map(({ entity }) => normalize(entity.title ?? entity.name))
  const rows: { place: number; count: number }[][] = []
  const places = new Map<string, number>()
  const names: string[] = []
  const found: number[] = []
  const sizes: number[] = []
  for (const text of texts) {
    await rest()
    const words = tokens(text)
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const pair of latinPairs(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    const row: (typeof rows)[number] = []
    for (const [term, count] of counts) {
      let place = places.get(term)
      if (place === undefined) {
        place = names.length
        places.set(term, place)
        names.push(term)
        found.push(0)
      }
      found[place] = (found[place] as number) + 1
      row.push({ place, count })
    }
    rows.push(row)
    sizes.push(words.length)
  }
  const average = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length)
  const lengths = Float64Array.from(sizes, (size) => size / Math.max(1, average))
  return {
    papers,
    texts,
    titles,
    sentences: texts.map(sentenceStarts),
    lengths,
    places,
    names,
    ...toPostings(rows, found),
    ...toVectors(rows, found, lengths, names),
    pages: new Map(papers.flatMap(({ pages }, paper) => pages.map((page) => [page, paper] as const))),
    ids: new Map(papers.map(({ entity }, paper) => [entity.id, paper])),
  }
}

/** How much a count is worth in a text of this length: it grows ever slower, to 1 (as in BM25, Robertson & Zaragoza, 2009). */
export function saturate(count: number, length: number): number {
  return count / (count + K1 * (1 - B + B * length))
}

/** How telling it is that a text holds what `holding` of `all` texts hold. */
export function rarity(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5))
}

function textOf({ entity, own, elsewhere }: Paper, holders: ReadonlyMap<string, number>): string {
  const telling = own.filter(({ id }) => (holders.get(id) ?? 0) < SHARED)
  const parts = own.length ? telling : [{ text: entity.title ?? entity.name }, { text: entity.abstract ?? '' }]
  return normalize([...parts, ...elsewhere].map(({ text }) => text.replace(/\s+/g, ' ')).join('\n'))
}

function sentenceStarts(text: string): Uint32Array {
  const starts = [0]
  for (const { index } of text.matchAll(/[。;!?\n]|\.(?= )/g)) starts.push(index + 1)
  return Uint32Array.from(starts)
}

type Rows = readonly (readonly { place: number; count: number }[])[]

function toPostings(rows: Rows, found: readonly number[]): Pick<PaperIndex, 'starts' | 'inPapers' | 'counts'> {
  const starts = new Uint32Array(found.length + 1)
  for (const [place, papers] of found.entries()) starts[place + 1] = (starts[place] as number) + papers
  const next = starts.slice()
  const inPapers = new Uint32Array(starts[found.length] as number)
  const counts = new Uint16Array(inPapers.length)
  for (const [paper, row] of rows.entries()) {
    for (const { place, count } of row) {
      const slot = next[place] as number
      next[place] = slot + 1
      inPapers[slot] = paper
      counts[slot] = Math.min(count, 0xffff)
    }
  }
  return { starts, inPapers, counts }
}

function toVectors(
  rows: Rows,
  found: readonly number[],
  lengths: Float64Array,
  names: readonly string[],
): Pick<PaperIndex, 'ownStarts' | 'ownTerms' | 'ownWeights'> {
  const least = FEW(rows.length)
  const most = Math.max(least, MANY * rows.length)
  const telling = names.map((name, place) => {
    const papers = found[place] as number
    return papers >= least && papers <= most && !(isLatin(name) && isStop(name))
  })
  const kept = rows.map((row) => row.filter(({ place }) => telling[place]))
  const ownStarts = new Uint32Array(rows.length + 1)
  for (const [paper, row] of kept.entries()) ownStarts[paper + 1] = (ownStarts[paper] as number) + row.length
  const ownTerms = new Uint32Array(ownStarts[rows.length] as number)
  const ownWeights = new Float32Array(ownTerms.length)
  for (const [paper, row] of kept.entries()) {
    const first = ownStarts[paper] as number
    let sum = 0
    for (const [at, { place, count }] of row.entries()) {
      const weight = saturate(count, lengths[paper] as number) * rarity(found[place] as number, rows.length)
      ownTerms[first + at] = place
      ownWeights[first + at] = weight
      sum += weight * weight
    }
    const length = Math.sqrt(sum) || 1
    for (let slot = first; slot < (ownStarts[paper + 1] as number); slot++)
      ownWeights[slot] = (ownWeights[slot] as number) / length
  }
  return { ownStarts, ownTerms, ownWeights }
}
