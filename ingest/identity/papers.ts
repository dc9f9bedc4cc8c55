/**
 * What links and pages say of papers → one id for each paper.
 *
 * The spellings of a link are one already. Here a paper that has several addresses becomes one by its title or its DOI:
 * on OpenReview and on arXiv. Two arXiv ids are two papers, whatever they are called.
 */
import type { Named } from '../finds.ts'
import { fold } from '../fold.ts'
import type { Lexicon } from '../lexicon.ts'

export interface Papers {
  /** The id of the paper that an id leads to. */
  idOf(id: string): string
  /** The paper of a title, where a link, a page or a list knows it. */
  byTitle(title: string): string | undefined
}

/** Shorter titles (Introduction, Appendix) are too common to tell papers apart. */
const FEWEST_LETTERS = 12

export function toPapers(names: Iterable<Named>, lexicon: Lexicon): Papers {
  const titles = new Map<string, Set<string>>()
  const dois = new Map<string, Set<string>>()
  for (const { id, kind, facts } of names) {
    if (!id || kind !== 'Paper' || !facts) continue
    const title = titleKey(facts.title ?? '')
    if (title) add(titles, title, id)
    if (facts.doi) add(dois, facts.doi.toLowerCase(), id)
  }
  const moved = new Map<string, string>()
  for (const known of [dois, titles]) for (const [, ids] of [...known].sort(byKey)) settle([...ids], moved)
  const idOf = (id: string) => {
    let current = id
    for (let next = moved.get(id); next !== undefined; next = moved.get(next)) current = next
    return current
  }
  return {
    idOf,
    byTitle: (title) => {
      const key = titleKey(title)
      const [id] = [...(titles.get(key) ?? [])].map(idOf).sort()
      const entry = lexicon.find(title)
      return id ?? (entry?.kind === 'Paper' ? entry.id : undefined)
    },
  }
}

/** Of several ids of one paper the arXiv id stays, else the smallest; with two arXiv ids nobody knows whose the others are. */
function settle(ids: string[], moved: Map<string, string>): void {
  const arxiv = ids.filter((id) => id.startsWith('paper/arxiv-'))
  if (arxiv.length > 1) return
  const [first = ''] = ids.sort()
  const into = arxiv[0] ?? first
  for (const id of ids) if (id !== into && !moved.has(id) && !leadsTo(into, id, moved)) moved.set(id, into)
}

function leadsTo(from: string, to: string, moved: Map<string, string>): boolean {
  for (let current: string | undefined = from; current !== undefined; current = moved.get(current))
    if (current === to) return true
  return false
}

/** What sites put around a title: `[2312.00752] Mamba: …`, `Mamba: … | OpenReview`. */
const AROUND =
  /^\s*\[\d{4}\.\d{4,5}(?:v\d+)?\]\s*|\s*[-–|·]\s*(?:arXiv(?:\.org)?|OpenReview|ACL Anthology|alphaXiv)\s*$|[\s.。]+$/gi

function titleKey(title: string): string {
  const key = fold(title.replace(AROUND, ''))
  return key.length < FEWEST_LETTERS ? '' : key
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set()
  map.set(key, values.add(value))
}
