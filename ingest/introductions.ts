/**
 * Mentions → which paper introduced what.
 *
 * A title that begins with a name and a colon introduces what it names: "Mamba: Linear-Time Sequence Modeling …". On the
 * page of one paper, so do the words "we propose StarNet": there the paper need not be named beside them.
 */
import { INTRODUCING } from './rules/relations-introduce.ts'
import type { Document, Entity, Mention, Passage } from './types.ts'

export interface Introduction {
  passage: Passage
  source: Mention
  /** The id of the paper. */
  paper: string
  cue: string
  /** What the receipt must show: the title, or the sentence of the name. */
  title: Mention | null
}

const INTRODUCED: ReadonlySet<string> = new Set(['model', 'method', 'dataset', 'tool'])
const IN_TITLE = /:in-title$/
/** A paper about what others introduced says so after the colon. */
const ABOUT_OTHERS = /survey|review|revisit|overview|tutorial|analysis of|evaluat|case stud|how |what |why |is it|综述/i
/** Names of more documents than this are common knowledge, whatever a page says of them. */
const MOST_DOCUMENTS = 4
const LONGEST_CONTEXT = 64

export function createIntroductions(entities: readonly Entity[], documents: readonly Document[]) {
  const papers = new Map(documents.flatMap(({ id, about }) => (about ? [[id, about] as const] : [])))
  const counts = new Map(entities.map(({ id, documents: count }) => [id, count]))
  const isNew = ({ entity }: Mention) => (counts.get(entity) ?? 1) <= MOST_DOCUMENTS
  /** @param mentions those of the passage */
  return (passage: Passage, mentions: readonly Mention[]): Introduction[] => {
    const about = [...new Set(passage.places.flatMap(({ document }) => papers.get(document) ?? []))]
    const titles = mentions.filter(({ entity }) => entity.startsWith('paper/'))
    return mentions.flatMap((source): Introduction[] => {
      if (!INTRODUCED.has(source.entity.slice(0, source.entity.indexOf('/')))) return []
      if (IN_TITLE.test(source.rule)) {
        const title = titles.find(({ start, end }) => start === source.start && end > source.end)
        if (!title || !(isCoined(source) || isNew(source)) || !opensTitle(passage.text, source, title)) return []
        return [{ passage, source, paper: title.entity, cue: title.surface, title }]
      }
      if (about.length === 0 || !isCoined(source) || !isNew(source)) return []
      const cue = cueBefore(passage.text, source)
      return cue ? about.map((paper) => ({ passage, source, paper, cue, title: null })) : []
    })
  }
}

/** `Name: what it is` */
function opensTitle(text: string, { end }: Mention, title: Mention): boolean {
  const rest = text.slice(end, title.end)
  return /^\s?[:：]/.test(rest) && !ABOUT_OTHERS.test(rest)
}

/** With two capitals, or a capital and a figure: a name that somebody made up. */
function isCoined({ surface }: Mention): boolean {
  return /[A-Z].*[A-Z\d]|\d.*[A-Z]|[a-z][A-Z]/.test(surface)
}

function cueBefore(text: string, { start, end }: Mention): string | null {
  if (
    /^[-\w]/.test(text.slice(end, end + 1)) ||
    /^[*_"'”’`」》)）]*\s?(?:的|-based|based)/.test(text.slice(end, end + 8))
  )
    return null
  const left = text.slice(Math.max(0, start - LONGEST_CONTEXT), start)
  // Of SDM-StarNet, StarNet is not what is proposed.
  if (/[A-Za-z\d]-$/.test(left)) return null
  for (const { pattern } of INTRODUCING) {
    const found = pattern.exec(left)?.[1]
    if (found) return found
  }
  return null
}
