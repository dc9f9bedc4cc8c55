/**
 * The word lists → what mentions.ts looks names up in.
 *
 * A line of `ingest/lexicon/<kind>.tsv` is `name <tab> alias | alias`. A `!` at the end of a spelling: only in exactly
 * this case (Yi!, MATH!). A `?`: also an ordinary word, so a cue must be near. `arxiv:2312.00752` is a paper's id.
 */
import { fold, slug } from './fold.ts'
import { paperId } from './links.ts'
import { createMatcher, type Matcher } from './matcher.ts'
import { DEFINITIONS, type Definition } from './rules/definitions.ts'
import type { Kind, PaperFacts } from './types.ts'

/** One entity the lexicon knows. */
export interface Entry {
  id: string
  kind: Kind
  name: string
  /** Every spelling, without marks; the name first. */
  spellings: string[]
  facts?: PaperFacts
}

/** One spelling of one entry. */
export interface Spelling {
  entry: Entry
  text: string
  /** Counts only in exactly this case. */
  exact: boolean
  /** Counts only beside a cue. */
  doubtful: boolean
}

export interface Lexicon {
  matcher: Matcher
  /** What a pattern of the matcher may stand for, plain spellings before doubtful ones. */
  spellingsOf(pattern: number): readonly Spelling[]
  /** The definitions that a pattern of the matcher is a cue of. A bracket is a cue of none, and told all the same. */
  cues: ReadonlyMap<number, readonly Definition[]>
  /** The entry a name is certainly a spelling of. */
  find(name: string): Entry | undefined
  /** Whether a name is a spelling of anything, doubtful or not. */
  knows(name: string): boolean
  byId: ReadonlyMap<string, Entry>
  /** The kind that the listed names which end like this one mostly are. */
  kindOf(name: string): Kind | undefined
}

/** @param lists the text of each `.tsv` file and the kind of its names; of two that know a spelling, the first counts */
export function createLexicon(lists: Iterable<readonly [Kind, string]>): Lexicon {
  const entries = [...lists].flatMap(([kind, text]) => readList(kind, text))
  const numbers = new Map<string, number>()
  const spellings: Spelling[][] = []
  for (const { entry, marked } of entries) {
    for (const spelling of marked.map((text) => toSpelling(entry, text))) {
      const folded = fold(spelling.text)
      if (!folded) continue
      const number = numbers.get(folded) ?? numbers.size
      numbers.set(folded, number)
      const others = (spellings[number] ??= [])
      // Plain before doubtful, and of equal ones the list that came first.
      others.splice(spelling.doubtful ? others.length : others.filter(({ doubtful }) => !doubtful).length, 0, spelling)
    }
  }
  const cues = new Map<number, Definition[]>()
  const cueOf = (cue: string) => {
    const folded = fold(cue)
    const number = numbers.get(folded) ?? numbers.size
    numbers.set(folded, number)
    const rules = cues.get(number) ?? []
    cues.set(number, rules)
    return rules
  }
  cueOf('(')
  for (const definition of DEFINITIONS) for (const cue of definition.cues) cueOf(cue).push(definition)
  let kinds: ReturnType<typeof createKinds> | undefined
  return {
    cues,
    matcher: createMatcher([...numbers.keys()]),
    spellingsOf: (pattern) => spellings[pattern] ?? [],
    find: (name) => spellings[numbers.get(fold(name)) ?? -1]?.find((spelling) => isPlain(spelling, name))?.entry,
    knows: (name) => spellings[numbers.get(fold(name)) ?? -1] !== undefined,
    byId: new Map(entries.map(({ entry }) => [entry.id, entry])),
    kindOf: (name) => (kinds ??= createKinds(entries.map(({ entry }) => entry)))(name),
  }
}

/** How many listed names must share an ending before it tells anything. */
const FEWEST_ALIKE = 3

/** Terms are of the kind that terms with the same last word, or the same last two or three characters of Chinese, are. */
function createKinds(entries: readonly Entry[]): (name: string) => Kind | undefined {
  const counts = new Map<string, Map<Kind, number>>()
  for (const { kind, spellings } of entries) {
    if (kind !== 'Concept' && kind !== 'Method') continue
    for (const ending of new Set(spellings.flatMap(endingsOf))) {
      const kinds = counts.get(ending) ?? new Map<Kind, number>()
      counts.set(ending, kinds.set(kind, (kinds.get(kind) ?? 0) + 1))
    }
  }
  return (name) => {
    for (const ending of endingsOf(name)) {
      const kinds = [...(counts.get(ending) ?? [])].sort((a, b) => b[1] - a[1])
      if (kinds.reduce((sum, [, count]) => sum + count, 0) >= FEWEST_ALIKE) return kinds[0]?.[0]
    }
    return undefined
  }
}

/** From the longest: 自适应采样 → 应采样, 采样, 样; `active learning` → learning. */
function endingsOf(name: string): string[] {
  const last = /[A-Za-z]+$/.exec(name)?.[0]
  if (last) return name.includes(' ') || name.includes('-') ? [last.toLowerCase().replace(/s$/, '')] : []
  return [3, 2, 1].filter((length) => length < name.length).map((length) => name.slice(-length))
}

/** Whether a surface is a plain reading of a spelling; doubtful ones never are. */
export function isPlain({ exact, doubtful, text }: Spelling, surface: string): boolean {
  return !doubtful && (!exact || surface === text || surface === `${text}s`)
}

function readList(kind: Kind, text: string): { entry: Entry; marked: string[] }[] {
  return text
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const [first = '', rest = ''] = line.split('\t')
      const columns = rest.split('|').map((alias) => alias.trim())
      const arxiv = columns.find((alias) => alias.startsWith('arxiv:'))?.slice('arxiv:'.length)
      const marked = [first.trim(), ...columns.filter((alias) => alias && !alias.startsWith('arxiv:'))]
      const name = withoutMark(marked[0] as string)
      const entry: Entry = {
        id: arxiv ? paperId({ arxiv }) : `${kind.toLowerCase()}/${slug(name)}`,
        kind,
        name,
        spellings: marked.map(withoutMark),
        ...(kind === 'Paper' && {
          facts: { title: name, ...(arxiv && { arxiv, url: `https://arxiv.org/abs/${arxiv}` }) },
        }),
      }
      return { entry, marked }
    })
}

function toSpelling(entry: Entry, marked: string): Spelling {
  return { entry, text: withoutMark(marked), exact: marked.endsWith('!'), doubtful: marked.endsWith('?') }
}

function withoutMark(marked: string): string {
  return marked.replace(/[!?]$/, '')
}
