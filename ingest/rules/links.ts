/** URLs and identifiers: one name each where they denote something, and no name inside those that denote nothing. */
import type { Claims, Named } from '../finds.ts'
import type { Entry, Lexicon } from '../lexicon.ts'
import { type Link, SITE_RULE, toLink, trimUrl, URL } from '../links.ts'
import type { PaperFacts } from '../types.ts'
import type { Page } from './page.ts'

export function readLinks({ text, lexicon }: Page, claims: Claims): void {
  for (const { 0: raw, index } of text.matchAll(URL)) {
    const url = trimUrl(raw)
    const end = index + url.length
    if (!claims.isFree(index, index + 1)) continue
    const known = toLink(url)
    // A bare "arXiv: 2312.00752v2" is marked from its number on.
    const start =
      known?.rule === 'link:arxiv-id' ? end - (/[\d.]+(?:v\d+)?$/.exec(url)?.[0].length ?? url.length) : index
    if (known && denotes(known, lexicon)) claims.claim(start, end, known.rule, toNamed(known.link, lexicon))
    claims.close(index, end)
  }
}

function denotes({ link, rule }: { link: Link; rule: string }, lexicon: Lexicon): boolean {
  return rule !== SITE_RULE || entryOf(link.name, lexicon)?.kind === 'Tool'
}

/** A host is written small whatever the name is. */
function entryOf(name: string, lexicon: Lexicon): Entry | undefined {
  return lexicon.find(name) ?? lexicon.find(name.charAt(0).toUpperCase() + name.slice(1))
}

/** A repository is the entity of its name where the lexicon has one. */
function toNamed({ id, kind, name, facts }: Link, lexicon: Lexicon): Named {
  const entry = id ? lexicon.byId.get(id) : entryOf(name, lexicon)
  if (entry) return fromEntry(entry, facts)
  return id ? { kind, name, id, facts } : { kind, name }
}

export function fromEntry({ id, kind, name, facts }: Entry, more?: PaperFacts): Named {
  return kind === 'Paper' ? { id, kind, name, facts: { ...more, ...facts } } : { id, kind, name }
}
