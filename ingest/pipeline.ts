/**
 * The steps in order: read this file first.
 *
 * `readDocument` and `extract` look at one document alone, so workers may take them; `toGraph` sees everything.
 */
import { toEdges } from './edges.ts'
import { order, type ReadPassage, toEntities } from './entities.ts'
import type { Find } from './finds.ts'
import type { Ledger } from './ledger.ts'
import type { Lexicon } from './lexicon.ts'
import { toMentions } from './mentions.ts'
import { type Draft, passageId, toPassages } from './passages.ts'
import { byPlace } from './place.ts'
import { toRelations } from './relations.ts'
import { SUBJECT } from './rules/subjects.ts'
import type { Span } from './sentences.ts'
import { isTemplate, type Template } from './template.ts'
import type { Document, Edge, Graph, Place, ReadDocument } from './types.ts'

/** One document, read to the end: what the graph is made of. */
export interface Extraction {
  document: Document
  passages: { text: string; place: Place; finds: Find[] }[]
}

/** One document → its passages and the names in them. */
export function extract(document: ReadDocument, lexicon: Lexicon, template: Template): Extraction {
  const { text, blocks: _, paper, ...rest } = document
  const drafts = toPassages(document)
  const finds = toMentions({
    text,
    stretches: wordsOf(drafts),
    lexicon,
    isTemplate: isTemplate(template, rest.path),
    paper: paper && rest.about ? { id: rest.about, facts: paper } : null,
  })
  return { document: rest, passages: shareOut(finds, drafts) }
}

/** Where the words of the passages stand, without code and without their speakers' marks. */
function wordsOf(drafts: readonly Draft[]): Span[] {
  const spans: Span[] = []
  for (const { place, code, from } of drafts) if (!code) spans.push({ start: place.start + from, end: place.end })
  return spans
}

/** Passages and finds both stand in reading order; a find's offsets count from its passage's start. */
function shareOut(finds: readonly Find[], drafts: readonly Draft[]): Extraction['passages'] {
  let next = 0
  return drafts.map(({ text, place }) => {
    const own: Find[] = []
    for (; next < finds.length; next++) {
      const { start, end, rule, named, inTitle } = finds[next] as Find
      if (start >= place.end) break
      if (end <= place.end) own.push({ start: start - place.start, end: end - place.start, rule, named, inTitle })
    }
    return { text, place, finds: own }
  })
}

/** Extractions → one graph. The same documents always give the same graph, in whatever order they come. */
export function toGraph(extractions: readonly Extraction[], lexicon: Lexicon, ledger?: Ledger): Graph {
  const documents = extractions.map(({ document }) => document).sort((a, b) => order(a.id, b.id))
  const passages = gatherPassages(extractions)
  const { entities, mentions } = toEntities(passages, lexicon, ledger)
  const joining = mentions.filter(({ rule }) => rule !== SUBJECT)
  const edges = [...toEdges(passages, joining, documents), ...toRelations(passages, joining, entities, documents)].sort(
    byEdge,
  )
  return { documents, passages: passages.map(({ finds: _, ...passage }) => passage), entities, mentions, edges }
}

/** Equal texts become one passage with several places; a name found in any of them is found in it. */
function gatherPassages(extractions: readonly Extraction[]): ReadPassage[] {
  const passages = new Map<string, ReadPassage>()
  for (const { passages: drafts } of [...extractions].sort((a, b) => order(a.document.id, b.document.id))) {
    for (const { text, place, finds } of drafts) {
      const passage = passages.get(text)
      if (!passage) {
        passages.set(text, { id: passageId(text), text, places: [place], finds })
        continue
      }
      passage.places.push(place)
      if (passage.finds.length === 0) passage.finds = finds
    }
  }
  const sorted = [...passages.values()].sort((a, b) => order(a.id, b.id))
  for (const { places } of sorted) places.sort(byPlace)
  return sorted
}

function byEdge(a: Edge, b: Edge): number {
  return order(a.type, b.type) || order(a.source, b.source) || order(a.target, b.target)
}
