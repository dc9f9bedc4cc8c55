/**
 * The word lists → what mentions.ts looks names up in.
 *
 * A line of `ingest/lexicon/<kind>.tsv` is `name <tab> alias | alias`. A `!` at the end of a spelling: only in exactly
 * this case (Yi!, MATH!). A `?`: also an ordinary word, so a cue must be near. `arxiv:2312.00752` is a paper's id.
 */
import { fold, slug } from './fold.ts'
import { paperId } from './links.ts'
import { createMatcher, type Matcher } from './matcher.ts'
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
  /** The entry a name is certainly a spelling of. */
  find(name: string): Entry | undefined
  byId: ReadonlyMap<string, Entry>
}

/** @param lists the text of the `.tsv` file of each kind */
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
      if (spelling.doubtful) others.push(spelling)
      else others.unshift(spelling)
    }
  }
  return {
    matcher: createMatcher([...numbers.keys()]),
    spellingsOf: (pattern) => spellings[pattern] ?? [],
    find: (name) => spellings[numbers.get(fold(name)) ?? -1]?.find((spelling) => isPlain(spelling, name))?.entry,
    byId: new Map(entries.map(({ entry }) => [entry.id, entry])),
  }
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
