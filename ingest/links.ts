/**
 * Links and identifiers → what they denote, one id however they are spelled.
 *
 * `arxiv.org/abs/2312.00752v2`, `/pdf/2312.00752.pdf`, `/html/…`, huggingface.co/papers/…, DOI 10.48550/arXiv.… and the
 * bare `arXiv:2312.00752` are one paper.
 */
import { slug } from './fold.ts'
import type { Kind, PaperFacts } from './types.ts'

export interface Link {
  id: string
  kind: Kind
  /** What to call it when nothing better is known. */
  name: string
  facts: PaperFacts
}

interface LinkRule {
  name: string
  pattern: RegExp
  toLink: (found: string[]) => Link | null
}

const ARXIV_ID = String.raw`(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?`

/** A site whose name is a tool's denotes the tool, and all others nothing: only the word lists can tell. */
const SITE = 'site'
export const SITE_RULE = `link:${SITE}`

/** In the order they are tried. Each pattern is matched against one whole URL or identifier. */
export const LINK_RULES: readonly LinkRule[] = [
  {
    name: 'arxiv',
    // https://arxiv.org/abs/2312.00752 · arxiv.org/pdf/2312.00752v2.pdf · alphaxiv.org/abs/… · ar5iv.org/html/…
    pattern: new RegExp(
      String.raw`(?:arxiv|alphaxiv|ar5iv(?:\.labs\.arxiv)?)\.org\/(?:abs|pdf|html|format|overview)\/${ARXIV_ID}`,
      'i',
    ),
    toLink: ([id = '']) => paperLink({ arxiv: id }),
  },
  {
    name: 'hugging-face-paper',
    pattern: new RegExp(String.raw`huggingface\.co\/papers\/${ARXIV_ID}`, 'i'),
    toLink: ([id = '']) => paperLink({ arxiv: id }),
  },
  {
    name: 'arxiv-doi',
    pattern: new RegExp(String.raw`10\.48550\/arxiv\.${ARXIV_ID}`, 'i'),
    toLink: ([id = '']) => paperLink({ arxiv: id }),
  },
  {
    name: 'arxiv-id',
    pattern: new RegExp(String.raw`^arxiv\s?[:：]\s?${ARXIV_ID}`, 'i'),
    toLink: ([id = '']) => paperLink({ arxiv: id }),
  },
  {
    name: 'openreview',
    pattern: /openreview\.net\/(?:forum|pdf)\?id=([\w-]+)/i,
    toLink: ([id = '']) => ({
      id: `paper/openreview-${id}`,
      kind: 'Paper',
      name: `OpenReview:${id}`,
      facts: { url: `https://openreview.net/forum?id=${id}` },
    }),
  },
  {
    name: 'acl-anthology',
    pattern: /(?:aclanthology\.org|aclweb\.org\/anthology)\/([A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9-]+\.\d+)/i,
    toLink: ([id = '']) => ({
      id: `paper/acl-${slug(id)}`,
      kind: 'Paper',
      name: `ACL:${id}`,
      facts: { url: `https://aclanthology.org/${id}` },
    }),
  },
  {
    name: 'doi',
    pattern: /(?:doi\.org\/|doi\s?[:：]\s?)(10\.\d{4,9}\/[^\s"<>]+)/i,
    toLink: ([id = '']) => ({ id: `paper/doi-${slug(id)}`, kind: 'Paper', name: `doi:${id}`, facts: { doi: id } }),
  },
  {
    name: 'proceedings',
    // a paper's own PDF in proceedings
    pattern:
      /((?:proceedings\.(?:neurips|nips|mlr)\.\w+|papers\.nips\.cc|openaccess\.thecvf\.com|(?:www\.)?usenix\.org|dl\.acm\.org|sigops\.org)\/[^\s]*?([^/\s]+?)(?:\.pdf|\.html)?)$/i,
    toLink: ([url = '', name = '']) => ({
      id: `paper/${slug(name)}`,
      kind: 'Paper',
      name: url,
      facts: { url: `https://${url}` },
    }),
  },
  {
    name: 'hugging-face-dataset',
    pattern: /huggingface\.co\/datasets\/([\w.-]+)\/([\w.-]+)/i,
    toLink: ([, name = '']) => ({ id: '', kind: 'Dataset', name, facts: {} }),
  },
  {
    name: 'hugging-face-model',
    pattern: /huggingface\.co\/(?!papers|datasets|spaces|docs|blog|models|collections|join)([\w.-]+)\/([\w.-]+)/i,
    toLink: ([, name = '']) => ({ id: '', kind: 'Model', name, facts: {} }),
  },
  {
    name: 'github',
    pattern: /github\.com\/([\w-]+)\/([\w.-]+)/i,
    toLink: ([, name = '']) => ({ id: '', kind: 'Tool', name: name.replace(/\.git$/, ''), facts: {} }),
  },
  {
    name: 'project-page',
    // styledrop.github.io, tatsu-lab.github.io/gpt_paper_assistant; not the posts of somebody's blog
    pattern:
      /([\w-]+)\.github\.io(?:\/(?!posts?\b|blog|about|\d|[^\s]*\.html)([\w-]+)(?:\.github\.io)?)?\/?(?:[\w-]+\/?){0,2}$/i,
    toLink: ([owner = '', page]) => {
      const name = (page ?? owner).replace(/[-_](?:benchmark|project|page|homepage|website)$/i, '')
      return { id: '', kind: /bench|dataset|eval/i.test(page ?? owner) ? 'Dataset' : 'Method', name, facts: {} }
    },
  },
  {
    name: SITE,
    pattern:
      /^https?:\/\/(?:www\.|docs?\.)?([\w-]+)\.(?:ai|com|io|dev|org|app|net|co)(?:\/(?:docs?|en|latest|stable|tutorials?|install)\b[^\s]*)?\/?$/i,
    toLink: ([name = '']) => ({ id: '', kind: 'Tool', name, facts: {} }),
  },
]

/** The characters a URL may hold in a note; Chinese text and punctuation end it. */
export const URL =
  /(?:https?:\/\/|(?<![\w.@-])(?:(?:www\.)?arxiv\.org|openreview\.net|github\.com|huggingface\.co|aclanthology\.org|doi\.org)\/)[\w\-.~:/?#@!$&'*+,;=%()[\]]+|(?<![\w/])arxiv\s?[:：]\s?\d{4}\.\d{4,5}(?:v\d+)?|(?<![\w/])doi\s?[:：]\s?10\.\d{4,9}\/[\w\-.;()/:]+/gi

/** Where one URL ends for a reader: without the punctuation and the brackets of the sentence around it. */
export function trimUrl(url: string): string {
  let end = url.length
  for (; end > 0; end--) {
    const last = url[end - 1] as string
    if ('.,;:!?\'"*[]'.includes(last)) continue
    if (last === ')' && count(url.slice(0, end), ')') > count(url.slice(0, end), '(')) continue
    break
  }
  const trimmed = url.slice(0, end)
  // (https://a.b/c)，(d) keeps its own pair only
  const closing = trimmed.indexOf(')')
  return closing > 0 && !trimmed.slice(0, closing).includes('(') ? trimmed.slice(0, closing) : trimmed
}

/** What a URL or identifier denotes, with the rule that knows; null for a blog, a post, a company page. */
export function toLink(url: string): { link: Link; rule: string } | null {
  for (const { name, pattern, toLink } of LINK_RULES) {
    const found = pattern.exec(url)
    const link = found && toLink(found.slice(1))
    if (link) return { link, rule: `link:${name}` }
  }
  return null
}

/** The first arXiv id in a text, without its version. */
export function arxivIn(text: string): string | null {
  for (const { 0: url } of text.matchAll(URL)) {
    const link = toLink(trimUrl(url))?.link
    if (link?.facts.arxiv) return link.facts.arxiv
  }
  return null
}

export function paperId({ arxiv }: { arxiv: string }): string {
  return `paper/arxiv-${arxiv.toLowerCase().replace('/', '-')}`
}

function paperLink({ arxiv }: { arxiv: string }): Link {
  return {
    id: paperId({ arxiv }),
    kind: 'Paper',
    name: `arXiv:${arxiv}`,
    facts: { arxiv, url: `https://arxiv.org/abs/${arxiv}` },
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
