/**
 * A digest as an Atom feed (RFC 4287): an entry for each paper and for each first meeting.
 *
 * An entry's id is made of the ids in the graph and its time is the notes' own, so that a feed reader shows each once,
 * whenever and however often it asks.
 */
import { order } from '../../ingest/entities.ts'
import type { Digest, FirstMeeting } from '../api/keep.ts'
import { PARTS, type RelatedPaper } from '../api/related.ts'
import type { Receipt } from '../api.ts'
import { VERSION } from '../root.ts'
import { toQuote } from './quotes.ts'

/** RFC 4151: a name, and a year in which it was ours. `.invalid` belongs to nobody, for ever. */
const TAG = 'tag:kith.invalid,2024:'

interface Entry {
  id: string
  title: string
  date: string
  url: string | null
  authors: readonly string[]
  /** The concepts for which it is told. */
  about: readonly string[]
  html: string
}

export interface FeedOptions {
  /** The feed's own address, where it has one. */
  self?: string | undefined
  /** What was asked for instead of what is followed: that is another feed. Default none. */
  asked?: readonly string[] | undefined
}

export function digestAtom(digest: Digest, { self, asked = [] }: FeedOptions = {}): string {
  const entries = [...paperEntries(digest), ...digest.meetings.items.flatMap((one) => toMeetingEntry(one, digest))]
  entries.sort((a, b) => order(b.date, a.date) || order(a.id, b.id))
  const updated = entries[0]?.date ?? digest.newest ?? NO_DAY
  const concepts = digest.concepts.map(({ concept, asked }) => concept?.name ?? asked)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', [`${TAG}digest`, ...asked.map(encodeURIComponent)].join(':')),
    element('title', concepts.length ? `Kith: ${concepts.join(', ')}` : 'Kith: what is new'),
    element('updated', toInstant(updated)),
    ...(self ? [`<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`] : []),
    `<author>${element('name', 'Kith')}</author>`,
    `<generator version="${escapeXml(VERSION)}">Kith</generator>`,
    ...entries.map(toXml),
    '</feed>',
    '',
  ].join('\n')
}

/** Of a graph in which nothing is dated: a feed must say when it changed. */
const NO_DAY = '1970-01-01'

/** A paper that is told for two concepts is one entry. */
function paperEntries({ concepts, newest }: Digest): Entry[] {
  const papers = new Map<string, { paper: RelatedPaper; about: string[]; reasons: string[] }>()
  for (const { concept, asked, items } of concepts) {
    for (const paper of items) {
      const told = papers.get(paper.id) ?? { paper, about: [], reasons: [] }
      const name = concept?.name ?? asked
      told.about.push(name)
      told.reasons.push(`<p>${escapeXml(`${name}: ${describeScore(paper)}`)}</p>${toQuotes(paper.receipts)}`)
      papers.set(paper.id, told)
    }
  }
  return [...papers.values()].map(({ paper, about, reasons }) => ({
    id: `${TAG}${paper.id.split('/').map(encodeURIComponent).join('/')}`,
    title: paper.title,
    date: paper.date ?? newest ?? NO_DAY,
    url: paper.url,
    authors: paper.authors,
    about,
    html: reasons.join(''),
  }))
}

function describeScore({ score, parts }: RelatedPaper): string {
  const reasons = PARTS.filter((part) => (parts[part] ?? 0) > 0)
  return `${score.toFixed(2)} = ${reasons.map((part) => `${part} ${(parts[part] ?? 0).toFixed(2)}`).join(' + ')}`
}

function toMeetingEntry({ source, target, date, receipts }: FirstMeeting, { newest }: Digest): Entry {
  const ends = [source.id, target.id]
  return {
    id: `${TAG}meeting:${ends.map(encodeURIComponent).join(':')}`,
    title: `${source.name} — ${target.name}`,
    date: date ?? newest ?? NO_DAY,
    url: null,
    authors: [],
    about: [source.name, target.name],
    html: toQuotes(receipts),
  }
}

function toQuotes(receipts: readonly Receipt[]): string {
  return receipts
    .map((receipt) => {
      const source = escapeXml(`${receipt.path}:${receipt.line}`)
      return `<blockquote><p>${escapeXml(toQuote(receipt))}</p><p><small>${source}</small></p></blockquote>`
    })
    .join('')
}

function toXml({ id, title, date, url, authors, about, html }: Entry): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', toInstant(date)),
    element('published', toInstant(date)),
    ...(url ? [`<link rel="alternate" href="${escapeXml(url)}"/>`] : []),
    ...authors.map((author) => `<author>${element('name', author)}</author>`),
    ...about.map((term) => `<category term="${escapeXml(term)}"/>`),
    `<content type="html">${escapeXml(html)}</content>`,
    '</entry>',
  ].join('\n')
}

/** Days may be told as months or years: the first of them is meant. */
function toInstant(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`
}

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 cannot hold at all, control characters and halves of pairs, is left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
}
