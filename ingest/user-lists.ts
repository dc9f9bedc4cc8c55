/**
 * The word lists and a user's own names → the word lists as that user wants them.
 *
 * The user wins: a name they add takes over whatever a list has of that spelling, and what they ignore is in no list.
 */
import { fold } from './fold.ts'
import type { Fault } from './ledger-text.ts'
import type { Kind } from './types.ts'
import type { UserNames } from './user-names.ts'

/** The text of the list of one kind; see lexicon.ts. */
export type List = readonly [Kind, string]

interface Line {
  kind: Kind
  /** The name first; with their marks. */
  spellings: string[]
}

/** The user's own lists come first. Faults are aliases of names that are in no list. */
export function withUserNames(lists: Iterable<List>, names: UserNames): { lists: List[]; faults: Fault[] } {
  const own = names.add.map(({ kind, name, spellings }): Line => ({ kind, spellings: [name, ...spellings] }))
  const owners = new Map<string, Line>()
  for (const line of own) for (const spelling of line.spellings) owners.set(bare(spelling), line)
  const ignored = new Set(names.ignore.map(bare).filter((spelling) => !owners.has(spelling)))
  const listed: Line[] = []
  for (const line of readLines(lists)) {
    const [name = '', ...others] = line.spellings
    if (ignored.has(bare(name))) continue
    const kept = others.filter((spelling) => !ignored.has(bare(spelling)) && !owners.has(bare(spelling)))
    const owner = owners.get(bare(name))
    if (owner) owner.spellings.push(...kept)
    else listed.push({ kind: line.kind, spellings: [name, ...kept] })
  }
  const faults = addAliases([...own, ...listed], names)
  return { lists: [...writeLists(own), ...writeLists(listed)], faults }
}

/** An alias is taken from whatever had it before. */
function addAliases(lines: readonly Line[], { alias }: UserNames): Fault[] {
  if (alias.length === 0) return []
  const taken = new Set(alias.flatMap(({ spellings }) => spellings.map(bare)))
  const bySpelling = new Map<string, Line>()
  for (const line of lines.toReversed()) for (const spelling of line.spellings) bySpelling.set(bare(spelling), line)
  for (const line of lines) bySpelling.set(bare(line.spellings[0] ?? ''), line)
  for (const line of lines) {
    const [name = '', ...others] = line.spellings
    line.spellings = [name, ...others.filter((spelling) => !taken.has(bare(spelling)))]
  }
  return alias.flatMap(({ name, spellings, line: at }) => {
    const line = bySpelling.get(bare(name))
    line?.spellings.push(...spellings)
    return line ? [] : [{ line: at, message: `"${name}" is in no list. Put it under add, with its kind.` }]
  })
}

function readLines(lists: Iterable<List>): Line[] {
  return [...lists].flatMap(([kind, text]) =>
    text
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#'))
      .map((line) => {
        const [name = '', rest = ''] = line.split('\t')
        return { kind, spellings: [name, ...rest.split('|')].map((spelling) => spelling.trim()).filter(Boolean) }
      }),
  )
}

function writeLists(lines: readonly Line[]): List[] {
  const kinds = [...new Set(lines.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const own = lines.filter((line) => line.kind === kind)
    return [kind, own.map(({ spellings: [name, ...others] }) => `${name}\t${others.join(' | ')}\n`).join('')]
  })
}

/** Folded, without its mark. */
function bare(spelling: string): string {
  return fold(spelling.replace(/[!?]$/, ''))
}
