/**
 * A document's text → the names in it, each with the rule that found it.
 *
 * The rules are tried in the order below; what one of them claims, none after it may. So no name stands inside another,
 * except that a title's own names are kept apart as `inTitle`: they join entities, but the title is what a reader sees.
 */
import { type Claims, createClaims, type Find } from './finds.ts'
import { readLayout } from './rules/layout.ts'
import { readLinks } from './rules/links.ts'
import { readListedNames, readNames } from './rules/names.ts'
import type { Page } from './rules/page.ts'
import { readPeople } from './rules/people.ts'
import { nameRepositories } from './rules/repositories.ts'
import { readSubjects } from './rules/subjects.ts'
import { closeTags } from './rules/tags.ts'
import { closeTemplate } from './rules/template-lines.ts'
import { readTitles } from './rules/titles.ts'

const RULES: readonly ((page: Page, claims: Claims) => void)[] = [
  readSubjects,
  closeTemplate,
  readTitles,
  readLinks,
  closeTags,
  readLayout,
  readNames,
  readPeople,
]

/** Finds by start, a title before the names inside it; `text.slice(start, end)` is the surface. */
export function toMentions(page: Page): Find[] {
  const claims = createClaims(page.text.length, page.stretches)
  for (const rule of RULES) rule(page, claims)
  const { finds } = claims
  nameRepositories(page, finds)
  return [...finds, ...namesInTitles(page, finds.filter(isTitle).sort(byPlace))].sort(byPlace)
}

/** A paper's find that is words, not a link. */
function isTitle({ named, rule }: Find): boolean {
  return named.kind === 'Paper' && !rule.startsWith('link:')
}

function namesInTitles(page: Page, titles: readonly Find[]): Find[] {
  if (titles.length === 0) return []
  const claims = createClaims(page.text.length, titles)
  readListedNames({ ...page, stretches: titles }, claims)
  return claims.finds.map((find) => ({ ...find, inTitle: true }))
}

function byPlace(a: Find, b: Find): number {
  return a.start - b.start || b.end - a.end
}
