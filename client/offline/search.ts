/**
 * Search without a server, over every name and alias that the page holds: exact, beginning, part, then a letter or two
 * amiss. The page holds some hundred names, so each is looked at.
 */
import type { Found, Hit, Hits, Snapshot } from '../types.ts'

type Named = Pick<Snapshot['entities'][number], 'id' | 'name' | 'kind' | 'aliases' | 'mentions'>
type How = Hit['how']

/** The surest first. */
const HOWS: readonly How[] = ['exact', 'prefix', 'part', 'pinyin', 'typo']

export interface SearchOptions {
  kinds?: readonly string[] | undefined
  limit: number
}

export function createSearch(entities: readonly Named[]): (query: string, options: SearchOptions) => Hits {
  const names = entities.flatMap((entity) =>
    [entity.name, ...entity.aliases].map((alias) => ({ entity, alias, folded: fold(alias) })),
  )
  return (query, { kinds, limit }) => {
    const wanted = fold(query)
    const best = new Map<string, Hit>()
    for (const { entity, alias, folded } of wanted ? names : []) {
      const how = howOf(wanted, folded)
      if (how === null || (kinds && !kinds.includes(entity.kind))) continue
      const present = best.get(entity.id)
      if (present && HOWS.indexOf(present.how) <= HOWS.indexOf(how)) continue
      const { id, name, kind, mentions } = entity
      best.set(id, { id, name, kind, alias, mentions, how })
    }
    const items = [...best.values()].sort(
      (a, b) => HOWS.indexOf(a.how) - HOWS.indexOf(b.how) || b.mentions - a.mentions || (a.id < b.id ? -1 : 1),
    )
    return { items: items.slice(0, limit), total: items.length }
  }
}

/** As the server answers: the page's papers are among its names, and its text is for the browser's own search. */
export const onlyNames = (names: Hits): Omit<Found, 'asked'> => ({
  ...names,
  groups: ['entities'],
  papers: { items: [], total: 0 },
  passages: { items: [], total: 0, meant: null },
})

/** GPT-4, gpt4, ＧＰＴ－４ and "GPT 4" fold alike. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}_]/gu, '')

function howOf(wanted: string, folded: string): How | null {
  if (folded === wanted) return 'exact'
  if (folded.startsWith(wanted)) return 'prefix'
  if (folded.includes(wanted)) return 'part'
  return isAmiss(wanted, folded) ? 'typo' : null
}

/** From this length on a letter may be wrong, and from the second on two. */
const LONG = 4
const LONGER = 9
const LONGEST = 60

/** Letters that are missing, too many, wrong or swapped with the next (Damerau 1964). */
function isAmiss(a: string, b: string): boolean {
  if (a.length < LONG || a.length > LONGEST) return false
  const most = a.length < LONGER ? 1 : 2
  if (Math.abs(a.length - b.length) > most) return false
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (older[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    ;[older, old] = [old, row]
  }
  return (old[b.length] ?? most + 1) <= most
}
