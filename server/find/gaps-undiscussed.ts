/**
 * Papers that somebody put down and nobody took up: named in one passage only, with hardly a word beside the link, no
 * answer below it, and no page of their own.
 */
import type { Mention } from '../../ingest/types.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'
import type { Library, Paper, PaperPassage } from './library.ts'

export interface Undiscussed {
  paper: Paper
  passage: PaperPassage
  /** Beside the link. */
  words: number
}

/** A label, `必读：` or `see also`, is no discussion. */
const FEW_WORDS = 3

type Ids = { ids: string[] }
type PaperNaming = { entity: string } & Pick<Mention, 'start' | 'end'>
const readMentions = load<Ids, { passage: string; entity: string; properties: Pick<Mention, 'start' | 'end'> }>(
  'read-mentions',
)
const readNext = load<Ids, { id: string; steps: number; passage: string; text: string }>('next-passages')

/** In the order of the library. */
export async function findUndiscussed(database: Database, library: Library): Promise<Undiscussed[]> {
  const titles = new Map(library.map(({ entity }) => [entity.id, entity.title ?? entity.name]))
  // What a page links to beside its own paper is that paper again, or a part of its frame.
  const onPages = new Set(library.flatMap(({ own }) => own.map(({ id }) => id)))
  const once = library.flatMap((paper) => {
    const [passage, ...more] = paper.elsewhere
    const isAlone = passage && more.length === 0 && paper.pages.length === 0
    return isAlone && !onPages.has(passage.id) ? [{ paper, passage }] : []
  })
  const ids = [...new Set(once.map(({ passage }) => passage.id))]
  const next = await readNext(database, { ids })
  const papersIn = await readPapersIn(database, [...ids, ...next.map(({ passage }) => passage)], titles)
  const wordsIn = (passage: string, text: string) => countWords(wordsBeside(text, papersIn.get(passage) ?? [], titles))
  const texts = new Map(once.map(({ passage: { id, text } }) => [id, text]))
  const answered = new Set<string>()
  const silent = new Set<string>()
  for (const { id, steps, passage, text } of next) {
    const isWord = !isNextItem(texts.get(id) ?? '', text) && wordsIn(passage, text) > FEW_WORDS
    // A second passage answers where the first is but a link of another sort: a repository, a picture.
    if (isWord && (steps === 1 || silent.has(id))) answered.add(id)
    else if (steps === 1 && !papersIn.has(passage) && countWords(withoutLinks(text)) === 0) silent.add(id)
  }
  return once.flatMap(({ paper, passage }): Undiscussed[] => {
    const words = wordsIn(passage.id, passage.text)
    return words > FEW_WORDS || answered.has(passage.id) ? [] : [{ paper, passage, words }]
  })
}

/**
 * Whether the next speaks of something of its own: an item of the same list or of one around it, or what begins with a
 * link itself. It is no answer to what stands before it.
 */
function isNextItem(text: string, next: string): boolean {
  if (/^\s*!?\[|^\s*<?https?:/.test(next)) return true
  return /^\s*(?:[-*+•]|\d+[.)、])\s/.test(next) && depthOf(next) <= depthOf(text)
}

const depthOf = (text: string): number => text.length - text.trimStart().length

async function readPapersIn(
  database: Database,
  ids: readonly string[],
  titles: ReadonlyMap<string, string>,
): Promise<Map<string, PaperNaming[]>> {
  const papersIn = new Map<string, PaperNaming[]>()
  for (const { passage, entity, properties } of await readMentions(database, { ids: [...new Set(ids)] })) {
    if (!titles.has(entity)) continue
    const own = papersIn.get(passage) ?? []
    papersIn.set(passage, [...own, { entity, start: properties.start, end: properties.end }])
  }
  return papersIn
}

/** What is left of a text without the papers in it: neither their names and titles nor their links. */
function wordsBeside(text: string, papers: readonly PaperNaming[], titles: ReadonlyMap<string, string>): string {
  const letters = text.split('')
  for (const { start, end } of papers) letters.fill(' ', start, end)
  let rest = letters.join('')
  for (const { entity } of papers) rest = rest.replaceAll(titles.get(entity) || ' ', ' ')
  return withoutLinks(rest)
}

/** `D： [Mamba](https://…)` → nothing. */
function withoutLinks(text: string): string {
  return text
    .replace(/^\s*(?:[-*+•>]|\d+[.)、])?\s*(?:[\p{L}\d()（） ]{1,12}[：:])?/u, ' ')
    .replace(/!?\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/<?https?:\/\/[^\s>，。；、）)]+>?/g, ' ')
    .replace(/\b(?:arxiv|doi)\s*[:：]?\s*[\d./v]+/gi, ' ')
}

/** Latin words, and Chinese characters by twos. */
function countWords(text: string): number {
  const latin = text.match(/[\p{L}\d][\p{L}\d'’.-]*/gu)?.filter((word) => !/\p{Script=Han}/u.test(word)) ?? []
  const han = text.match(/\p{Script=Han}/gu) ?? []
  return latin.length + Math.ceil(han.length / 2)
}
