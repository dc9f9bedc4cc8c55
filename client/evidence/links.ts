/** Where an entity is at home outside of the notes, and what a failure says is near a name that is not there. */
import { toSafeUrl } from '../pieces.ts'
import type { Entity } from '../types.ts'

export interface Link {
  readonly name: string
  readonly url: string
}

/** What the server tells; else what the entity itself carries. Only addresses that a browser may open, each once. */
export function toLinks(
  { arxiv, doi, url }: Pick<Entity, 'arxiv' | 'doi' | 'url'>,
  told: readonly Link[] = [],
): readonly Link[] {
  const own = [
    { name: `arXiv:${arxiv}`, url: arxiv && `https://arxiv.org/abs/${arxiv}` },
    { name: 'DOI', url: doi && `https://doi.org/${doi}` },
    { name: '', url },
  ]
  const links = new Map<string, Link>()
  for (const link of told.length ? told : own) {
    const safe = toSafeUrl(link.url)
    if (safe && !links.has(safe)) links.set(safe, { name: link.name || new URL(safe).host, url: safe })
  }
  return [...links.values()]
}

/** `No entity is called "x". Near it: model/a, model/b.` → the ids; none where nothing is near. */
export function nearIds(message: string): string[] {
  const [, ids = ''] = /: ((?:[a-z]+\/[^\s,]+(?:, )?)+)\.$/.exec(message) ?? []
  return ids.split(', ').filter(Boolean)
}

/** An id as one would have written the name: `model/rwkv-5` is rwkv 5. */
export const nameFromId = (id: string): string => id.slice(id.indexOf('/') + 1).replaceAll('-', ' ')
