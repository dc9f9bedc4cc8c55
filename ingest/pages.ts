/**
 * A text that is the page of one paper → what it says of the paper.
 *
 * A page names its arXiv id near its top, beside a labelled line of authors: a note that merely links to a paper does not.
 */
import { dateIn } from './dates.ts'
import { arxivIn, paperId } from './links.ts'
import type { PaperFacts } from './types.ts'

const TOP = 3_000
const TITLE = /^#\s+(.+)$/m
// **作者**: A, B · Authors: A and B
const AUTHORS = /^\W{0,4}(?:作者|Authors?)\W{0,4}[:：]\W{0,4}(.+)$/im
const PUBLISHED = /(?:发布日期|发表日期|Published|Date)\W{0,4}[:：](.{0,40})/i
const ABSTRACT = /^#+.{0,12}(?:摘要（原文）|Abstract)\s*$/im

export interface Page {
  id: string
  facts: PaperFacts
  date: string | null
}

/** The paper a text is the page of, or null for a text that is none. */
export function paperOf(text: string): Page | null {
  const top = text.slice(0, TOP)
  const authors = AUTHORS.exec(top)?.[1]
  const title = TITLE.exec(top)?.[1]?.trim()
  const arxiv = authors && title ? arxivIn(top) : null
  if (!arxiv || !authors || !title) return null
  const date = dateIn(PUBLISHED.exec(top)?.[1] ?? '')
  const abstract = abstractOf(text)
  return {
    id: paperId({ arxiv }),
    date,
    facts: {
      arxiv,
      title,
      authors: authorNames(authors),
      url: `https://arxiv.org/abs/${arxiv}`,
      year: date ? Number(date.slice(0, 4)) : 2000 + Number(arxiv.slice(0, 2)),
      ...(abstract && { abstract }),
    },
  }
}

/** `Piotr Piękos, Róbert Csordás and Jürgen Schmidhuber` → three names. */
export function authorNames(line: string): string[] {
  return line
    .split(/,|，|、|;|；|\band\b|等/)
    .map((name) => name.replace(/[*_`]/g, '').trim())
    .filter((name) => name.length > 1 && name.length < 60 && !/\d|et al/.test(name))
}

function abstractOf(text: string): string | null {
  const heading = ABSTRACT.exec(text)
  if (!heading) return null
  const start = heading.index + heading[0].length
  const next = text.indexOf('\n#', start)
  const abstract = text
    .slice(start, next < 0 ? text.length : next)
    .replace(/^\s*>\s?/gm, '')
    .trim()
  return abstract.slice(0, 4_000) || null
}
