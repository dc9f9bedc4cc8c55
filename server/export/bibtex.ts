/**
 * Papers → BibTeX, for LaTeX with UTF-8 (Chinese stays as it is).
 *
 * Only what the notes tell: where they name no author or year, the entry has none. A key is the first author's family
 * name, the year and the title's first telling word (`gu2023mamba`); a paper keeps its key in every selection of a graph,
 * because keys that would be the same are told apart over all papers, in the order of their ids.
 */
import { order } from '../../ingest/entities.ts'
import type { Entity } from '../api.ts'

/**
 * @param entities those that are no papers are left out
 * @param all the entities of the whole graph, for keys that never change; default those given
 */
export function toBibtex(entities: readonly Entity[], all: readonly Entity[] = entities): string {
  const keys = toKeys(all.filter(isPaper))
  return entities
    .filter(isPaper)
    .map((paper) => toEntry(paper, keys.get(paper.id) ?? asKey(paper.id)))
    .join('\n')
}

const isPaper = ({ kind }: Entity): boolean => kind === 'Paper'

function toEntry(paper: Entity, key: string): string {
  const { name, title = name, authors = [], year, arxiv, doi, url } = paper
  // arXiv's own DOI says nothing that the eprint does not say.
  const published = doi !== undefined && !doi.toLowerCase().startsWith('10.48550/')
  const fields: [string, string | undefined][] = [
    // Two braces keep the capitals of Mamba and RWKV.
    ['title', `{${escapeTex(title)}}`],
    ['author', authors.length ? authors.map(toAuthor).join(' and ') : undefined],
    ['year', year === undefined ? undefined : String(year)],
    ['eprint', arxiv],
    ['archivePrefix', arxiv && 'arXiv'],
    ['doi', doi && toAddress(doi)],
    ['url', url ? toAddress(url) : arxiv && `https://arxiv.org/abs/${arxiv}`],
  ]
  const lines = fields.flatMap(([field, value]) => (value ? `  ${field} = {${value}}` : []))
  return `@${published ? 'article' : 'misc'}{${key},\n${lines.join(',\n')}\n}\n`
}

/** A name that holds an "and" of its own is one name all the same. */
function toAuthor(author: string): string {
  const name = escapeTex(author)
  return /\sand\s/i.test(name) ? `{${name}}` : name
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

const escapeTex = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}$&#%_^~]/g, (sign) => TEX[sign] ?? sign)

/** What is read letter by letter, and must only not end its field. */
const toAddress = (text: string): string => text.replace(/[\s{}\\]/g, encodeURIComponent)

function toKeys(papers: readonly Entity[]): Map<string, string> {
  const taken = new Set<string>()
  const keys = new Map<string, string>()
  for (const paper of [...papers].sort((a, b) => order(a.id, b.id))) {
    const plain = plainKey(paper)
    let key = plain
    for (let other = 2; taken.has(key); other++) key = `${plain}-${other}`
    taken.add(key)
    keys.set(paper.id, key)
  }
  return keys
}

const SMALL = new Set(
  'a an and are as at be by can do does for from how in into is it of on or the to via what with'.split(' '),
)

function plainKey({ id, name, title = name, authors = [], year }: Entity): string {
  const words = title
    .split(/[^\p{L}\p{N}]+/u)
    .map(asKey)
    .filter((word) => word && !SMALL.has(word))
  const [author = ''] = authors
  const family = asKey(author.includes(',') ? author.replace(/,.*/s, '') : (author.trim().split(/\s+/).at(-1) ?? ''))
  const key = family ? `${family}${year ?? ''}${words[0] ?? ''}` : `${words[0] ?? ''}${year ?? ''}${words[1] ?? ''}`
  // BibTeX wants a key in plain letters, and 张 or 线性 has none: the id does.
  return /[a-z]/.test(key) ? key.slice(0, 60) : asKey(id)
}

/** Gödel → godel. */
const asKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
