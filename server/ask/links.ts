/**
 * An entity's own addresses and those by which the notes name it → where it is at home on the web.
 *
 * One name for each site; a repository, a model and a paper are one link however their addresses are spelled. Anything
 * but http and https is left out: the addresses are words of the notes, and the screen makes links of them.
 */
import { toLink } from '../../ingest/links.ts'
import type { Entity, EntityDetail } from '../api.ts'
import type { Database } from '../store/database.ts'
import { load } from '../store/queries.ts'

export type WebLink = EntityDetail['links'][number]

/** Links an entity is given at most. */
const MOST = 6
/** Addresses that are looked at; most are spellings of a few. */
const MOST_ADDRESSES = 60

const readAddresses = load<{ id: string; limit: number }, { surface: string }>('entity-addresses')

export async function askLinks(database: Database, entity: Entity): Promise<WebLink[]> {
  const rows = await readAddresses(database, { id: entity.id, limit: MOST_ADDRESSES })
  return toLinks(
    entity,
    rows.map(({ surface }) => surface),
  )
}

/** @param addresses as the notes spell them, the most frequent first */
export function toLinks(
  { arxiv, doi, url }: Pick<Entity, 'arxiv' | 'doi' | 'url'>,
  addresses: readonly string[],
): WebLink[] {
  const own = [arxiv && `https://arxiv.org/abs/${arxiv}`, doi && `https://doi.org/${doi}`, url]
  const links = new Map<string, WebLink>()
  for (const address of [...own, ...addresses]) {
    const link = address && toWebLink(address)
    if (link && !links.has(link.url.toLowerCase())) links.set(link.url.toLowerCase(), link)
  }
  return [...links.values()].slice(0, MOST)
}

function toWebLink(address: string): WebLink | null {
  const { arxiv, doi } = toLink(address)?.link.facts ?? {}
  if (arxiv) return { name: 'arXiv', url: `https://arxiv.org/abs/${arxiv}` }
  if (doi) return { name: 'DOI', url: `https://doi.org/${doi}` }
  const url = parse(address)
  if (!url) return null
  const site = SITES.find(({ host }) => url.hostname === host)
  const parts = url.pathname.split('/').filter(Boolean)
  if (site) {
    const kept = site.parts && parts.slice(0, site.parts(parts)).map((part) => part.replace(/\.git$/, ''))
    return { name: site.name, url: kept ? `https://${site.host}/${kept.join('/')}` : toText(url) }
  }
  return { name: url.hostname, url: toText(url) }
}

interface Site {
  host: string
  name: string
  /** How many parts of the path tell what it is: github.com/owner/name. Default all, with what is asked. */
  parts?: (path: readonly string[]) => number
}

const SITES: readonly Site[] = [
  { host: 'github.com', name: 'GitHub', parts: () => 2 },
  {
    host: 'huggingface.co',
    name: 'Hugging Face',
    parts: ([first]) => (first === 'datasets' || first === 'spaces' ? 3 : 2),
  },
  { host: 'openreview.net', name: 'OpenReview' },
  { host: 'aclanthology.org', name: 'ACL Anthology' },
]

/** An address may lack its scheme: github.com/owner/name. */
function parse(address: string): URL | null {
  const text = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  // A bare number (2312.00752v2) is no host; a name and a password have no business in a link.
  if (!/\.[a-z]{2,}$/.test(url.hostname) || url.username || url.password) return null
  url.hostname = url.hostname.replace(/^www\./, '')
  return url
}

function toText(url: URL): string {
  return url.href.replace(/\/$/, '')
}
