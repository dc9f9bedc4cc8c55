/** What the graph knows of a concept beside the papers' texts: which pages name it, and which name its company. */
import { type Namings, namingsOf } from '../ask/namings.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import type { PaperIndex } from './paper-index.ts'
import type { FromGraph } from './signals.ts'

/** Of a concept's company, this many count. */
const COMPANY = 40
/** Named so often, company counts whole. */
const OFTEN = 2

const readCompany = load<{ id: string; limit: number }, { id: string; affinity: number }>('company-of')

/** @param ids of the concepts; of several, what names them all counts as often as it names the one it names least */
export async function readFromGraph(
  database: Database,
  index: PaperIndex,
  namings: Namings,
  ids: readonly string[],
): Promise<FromGraph> {
  const company = new Map<number, number>()
  for (const id of ids)
    for (const { id: other, affinity } of await readCompany(database, { id, limit: COMPANY })) {
      const itself = index.ids.get(other)
      if (itself !== undefined) add(company, itself, affinity)
      for (const [paper, times] of papersNaming(index, namings, other))
        add(company, paper, affinity * Math.min(1, times / OFTEN))
    }
  const most = Math.max(...company.values(), 1e-9)
  for (const [paper, sum] of company) company.set(paper, sum / most)
  return { named: namingAll(ids.map((id) => new Map(papersNaming(index, namings, id)))), company }
}

function namingAll([first, ...others]: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const named = new Map<number, number>()
  for (const [paper, times] of first ?? []) {
    const least = Math.min(times, ...others.map((own) => own.get(paper) ?? 0))
    if (least > 0) named.set(paper, least)
  }
  return named
}

function papersNaming(index: PaperIndex, namings: Namings, id: string): [paper: number, times: number][] {
  const { documents, mentions } = namingsOf(namings, id)
  const rows: [number, number][] = []
  for (const [at, place] of documents.entries()) {
    const paper = index.pages.get(namings.documents[place]?.id ?? '')
    if (paper !== undefined) rows.push([paper, mentions[at] ?? 0])
  }
  return rows
}

function add(sums: Map<number, number>, paper: number, value: number): void {
  sums.set(paper, (sums.get(paper) ?? 0) + value)
}
