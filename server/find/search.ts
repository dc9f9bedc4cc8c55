/**
 * What is typed into the search field → entities, papers and passages in one answer, the group that answers best first.
 *
 * A name comes before all else; where no name is called or begins so, words that stand together in a passage are more
 * than a name that only holds some of them.
 */
import { order } from '../../ingest/entities.ts'
import { KINDS, type Kind } from '../../ingest/types.ts'
import { FOUND_GROUPS, type Found, type FoundGroup, type FoundPaper } from '../api/search.ts'
import type { How } from '../api.ts'
import { LONGEST_QUERY, type Names } from '../ask/names.ts'
import type { Passages } from './passages.ts'
import type { FoundTitle, TitleHits, Titles } from './passages-papers.ts'
import type { Tier } from './passages-rank.ts'

/** What is searched; only what is needed for the groups that are asked for. */
export interface Sources {
  names: () => Promise<Names>
  titles: () => Promise<Titles>
  passages: () => Promise<Passages>
}

export interface SearchOptions {
  /** Of each group. */
  limit: number
  /** Only entities of these kinds, and neither papers nor passages. */
  kinds?: readonly Kind[] | undefined
  /** Default all. */
  groups?: readonly FoundGroup[] | undefined
}

export type Search = (q: string, options: SearchOptions) => Promise<Found>

export function createSearch({ names, titles, passages }: Sources): Search {
  return async (q, { limit, kinds, groups = FOUND_GROUPS }) => {
    const asked = cut(q)
    const wanted: readonly FoundGroup[] = kinds ? ['entities'] : FOUND_GROUPS.filter((group) => groups.includes(group))
    const known = await names()
    if (!asked) {
      // Whoever opens the field will type: what takes a while is made meanwhile. If that fails, the next search says so.
      void Promise.all([titles(), passages()]).catch(() => {})
      return { ...NOTHING, asked, groups: [...wanted], papers: NOTHING, passages: { ...NOTHING, meant: null } }
    }
    const match = known.match(asked.replaceAll(QUOTE, ' ').trim())
    const entities = wanted.includes('entities') ? match({ kinds, limit }) : NOTHING
    const papers = wanted.includes('papers') ? findPapers((await titles()).search(asked), match, limit) : NO_PAPERS
    const found = wanted.includes('passages') ? await findPassages(await passages(), asked, match, limit) : NO_PASSAGES
    const strengths = { entities: strengthOf(match), papers: papers.strength, passages: found.strength }
    return {
      ...entities,
      asked,
      groups: [...wanted].sort((a, b) => strengths[b] - strengths[a]),
      papers: { items: papers.items, total: papers.total },
      passages: { items: found.items, total: found.total, meant: found.meant },
    }
  }
}

type Match = ReturnType<Names['match']>

const NOTHING = { items: [], total: 0 }
const NO_PAPERS = { items: [], total: 0, strength: 0 }
const NO_PASSAGES = { items: [], total: 0, meant: null, strength: 0 }

/** How well a group answers: by how its best was found. */
const BY_NAME: Readonly<Record<How, number>> = { exact: 10, prefix: 8, pinyin: 6, part: 5, typo: 3 }
/** Several words, or one alone: of a name's words, one is less telling than a name that holds it. */
const BY_WORDS: Readonly<Record<Tier, readonly [several: number, one: number]>> = {
  phrase: [7, 4],
  all: [5.5, 4],
  most: [2, 1],
}
/** Who quotes wants the words as they stand. */
const QUOTED = 9
/** A passage is less than a title with the same words. */
const PASSAGE = 0.5
/** What holds only most of the words is a long question's answer, if any: in a passage rather than in a title. */
const MOSTLY = 2.5
const GUESSED = 1.5

const QUOTE = /["＂“”„«»「」『』]/g

/** Of what is not a paper, which are told by themselves. */
function strengthOf(match: Match): number {
  const [best] = match({ kinds: OTHERS, limit: 1 }).items
  return best ? BY_NAME[best.how] : 0
}

const OTHERS = KINDS.filter((kind) => kind !== 'Paper')

/** Papers by their names, by the words of their lines, by their sound, then by what is nearly so. */
const WAYS = ['exact', 'prefix', 'words', 'pinyin', 'most', 'typo'] as const
type Way = (typeof WAYS)[number]

function findPapers({ items: byWords, describe }: TitleHits, match: Match, limit: number) {
  const ways = new Map<string, { way: Way; how: FoundPaper['how']; score: number }>()
  for (const { id, tier, score } of byWords)
    ways.set(id, { way: tier === 'most' ? 'most' : 'words', how: 'words', score })
  // A name that only holds what was typed holds its words, too, or is none.
  for (const { id, how } of match({ kinds: ['Paper'], limit: Number.POSITIVE_INFINITY }).items) {
    const known = ways.get(id)
    if (how === 'part' || (known && WAYS.indexOf(known.way) <= WAYS.indexOf(how))) continue
    ways.set(id, { way: how, how, score: known?.score ?? 0 })
  }
  const found = [...ways].sort(
    ([a, one], [b, other]) => WAYS.indexOf(one.way) - WAYS.indexOf(other.way) || other.score - one.score || order(a, b),
  )
  const items = found.slice(0, limit).flatMap(([id, { how, score }]): FoundPaper[] => {
    const paper = describe(id)
    return paper ? [{ ...paper, how, score }] : []
  })
  const best = found[0]?.[1]
  return { items, total: found.length, strength: best ? strengthOfPaper(best.how, byWords[0]) : 0 }
}

function strengthOfPaper(how: FoundPaper['how'], best: FoundTitle | undefined): number {
  return how === 'words' ? BY_WORDS[best?.tier ?? 'most'][0] : BY_NAME[how]
}

async function findPassages(passages: Passages, asked: string, match: Match, limit: number) {
  const [name] = match({ limit: 1 }).items
  const isHeard = name?.how === 'pinyin'
  const found = await passages.search(asked, { limit, guess: !isHeard })
  const several = found.words > 1 ? 0 : 1
  const isQuoted = QUOTED_PHRASE.test(asked)
  if (found.best) {
    const byWords = found.best === 'most' ? MOSTLY : BY_WORDS[found.best][several] - PASSAGE
    const strength = isQuoted ? QUOTED : byWords
    return { ...found, meant: null, strength: found.isGuess ? GUESSED : strength }
  }
  if (!name || (name.how !== 'pinyin' && name.how !== 'typo')) return NO_PASSAGES
  const meant = await passages.search(name.alias, { limit })
  return { ...meant, meant: meant.total > 0 ? name.alias : null, strength: meant.best ? GUESSED : 0 }
}

const QUOTED_PHRASE = /["＂“”„«»「」『』].*\p{L}/u

/** The beginning of a long text, up to the end of a word where one ends in reach. */
function cut(q: string): string {
  const text = q.trimStart()
  if (text.length <= LONGEST_QUERY) return text
  const most = text.slice(0, LONGEST_QUERY)
  const words = /^.*[\s\p{P}]/su.exec(most)?.[0].trimEnd() ?? ''
  return words.length >= LONGEST_QUERY / 2 ? words : most.replace(/[\ud800-\udbff]$/, '')
}
