/** The annotated documents in groups, and where their texts are: beside the project, not in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compare } from '../../server/evaluate.ts'
import type { Extracted } from '../../server/extracted.ts'
import type { Gold } from '../../server/gold.ts'
import { ROOT } from '../../server/root.ts'
import type { Compared } from '../../server/scores.ts'

const SHARED = resolve(ROOT, '..', 'shared')
const OWN = join(ROOT, 'test', 'gold')

export interface Group {
  name: string
  /** Whether its documents were seen while the word lists were written. */
  seen: boolean
  /** The folder of its annotations, and that of the texts. */
  gold: string
  text: string
  /** The folder of what a second annotator made of some of them. */
  second?: string
}

const corpus = (name: string) => join(SHARED, 'corpus', name)

export const GROUPS: readonly Group[] = [
  { name: 'logs', seen: true, gold: join(SHARED, 'gold'), text: corpus('notes') },
  { name: 'first pages', seen: true, gold: join(SHARED, 'gold', 'arxiv'), text: corpus('arxiv') },
  { name: 'first articles', seen: true, gold: join(SHARED, 'gold', 'zh-notes'), text: corpus('zh-notes') },
  ...[
    { name: 'new pages', folder: 'arxiv' },
    { name: 'new articles', folder: 'zh-notes' },
  ].map(({ name, folder }) => ({
    name,
    seen: false,
    gold: join(OWN, folder),
    text: corpus(folder),
    second: join(OWN, 'second'),
  })),
  { name: 'last pages', seen: false, gold: join(OWN, 'last', 'arxiv'), text: corpus('arxiv') },
  { name: 'last articles', seen: false, gold: join(OWN, 'last', 'zh-notes'), text: corpus('zh-notes') },
]

/** Why nothing can be measured, or null where it can. */
export const MISSING: string | null = existsSync(join(SHARED, 'gold'))
  ? null
  : 'the annotated texts are not in ../shared'

export function readGolds(folder: string): Gold[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold)
}

/** A group with its documents, read by hand and by Kith. */
export interface Measured extends Group {
  golds: Gold[]
  documents: Compared<Extracted>[]
}

/** Each folder of texts is read once, and whole, as `kith extract` reads it. */
export async function measure(): Promise<Measured[]> {
  const groups = GROUPS.map((group) => ({ ...group, golds: readGolds(group.gold) }))
  const read = new Map<string, Compared<Extracted>>()
  for (const text of new Set(groups.map(({ text }) => text))) {
    const golds = groups.flatMap((group) => (group.text === text ? group.golds : []))
    for (const document of await compare(golds, [text])) read.set(document.doc, document)
  }
  return groups.map((group) => ({
    ...group,
    documents: group.golds.map(({ doc }) => {
      const document = read.get(doc)
      if (!document) throw new Error(`${doc} is annotated, and not in ${group.text}.`)
      return document
    }),
  }))
}
