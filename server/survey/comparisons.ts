/** What was compared with what, evaluated on what, and is a variant of what: typed relations that the survey's lines prove. */
import { order } from '../../ingest/entities.ts'
import { fold } from '../../ingest/fold.ts'
import type { Evidence, RelationType } from '../../ingest/types.ts'
import type { EdgeRow } from '../ask/entities.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import { toEvidence } from '../store/read.ts'
import { byPassageOf, type Sentence } from './prose.ts'

export interface Comparison {
  type: RelationType
  source: string
  target: string
  cue: string
  proof: Sentence
}

const TYPES = ['COMPARED_WITH', 'VARIANT_OF', 'EVALUATED_ON'] as const

/**
 * @param topic id of the concept
 * @param weights what each name counts; a relation counts by its ends
 * @param sentences a relation is told in a whole sentence where there is one
 */
export async function readComparisons(
  database: Database,
  topic: string | null,
  weights: ReadonlyMap<string, number>,
  sentences: readonly Sentence[],
  most: number,
): Promise<Comparison[]> {
  const byPassage = byPassageOf(sentences)
  const ids = [...new Set(sentences.flatMap(({ names }) => [...names]))].sort(order)
  const found: (Comparison & { score: number })[] = []
  for (const type of TYPES) {
    const rows = await load<{ ids: string[] }, EdgeRow>('relations-among', { RELATION: type })(database, { ids })
    for (const { source, target, edge } of rows) {
      const cue = edge.cue ?? ''
      const proof = proofOf((edge.receipts ?? []).map(toEvidence), byPassage, source, target, cue)
      const score = (weights.get(source) ?? 0) + (weights.get(target) ?? 0)
      if (!proof || score <= 0 || !isSaid(cue, [source, target])) continue
      found.push({
        type,
        source,
        target,
        cue,
        proof,
        score: score + (topic !== null && proof.names.has(topic) ? 1 : 0),
      })
    }
  }
  found.sort(
    (a, b) => b.score - a.score || order(a.type, b.type) || order(a.source, b.source) || order(a.target, b.target),
  )
  return inManyVoices(found).slice(0, most)
}

/** The sentence of the survey that names both, has the cue, and reads best. */
function proofOf(
  evidence: readonly Evidence[],
  byPassage: ReadonlyMap<string, Sentence[]>,
  source: string,
  target: string,
  cue: string,
): Sentence | null {
  const found = evidence.flatMap(({ passage }) => byPassage.get(passage) ?? [])
  const naming = found.filter(({ names, text }) => names.has(source) && names.has(target) && text.includes(cue))
  return naming.reduce<Sentence | null>((best, one) => (best && best.worth >= one.worth ? best : one), null)
}

/** Mistral 13B is a variant of Mistral by its name alone; nobody says so. */
function isSaid(cue: string, ends: readonly string[]): boolean {
  const folded = fold(cue)
  return folded !== '' && !ends.some((id) => fold(id.slice(id.indexOf('/') + 1)).includes(folded))
}

/** Of one page or note, and of one sentence that compares with six others. */
const MOST_OF_DOCUMENT = 3
const MOST_OF_SENTENCE = 2

function inManyVoices<T extends Comparison>(found: readonly T[]): T[] {
  const counts = new Map<string, number>()
  const countIn = (key: string) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count
  }
  return found.filter(
    ({ proof: { line, start } }) =>
      countIn(`${line.passage}:${start}`) <= MOST_OF_SENTENCE && countIn(line.document) <= MOST_OF_DOCUMENT,
  )
}
