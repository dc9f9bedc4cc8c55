/** A repository or a project's page that no list knows, on the page of a paper, is the home of what the paper proposes, or else of the paper. */
import type { Find, Named } from '../finds.ts'
import type { Page } from './page.ts'

const HOMES = ['link:github', 'link:project-page']
const PROPOSED = ['own:title', 'own:proposes', 'own:proposes-zh', 'own:called', 'own:called-zh']

export function nameRepositories({ paper }: Page, finds: readonly Find[]): void {
  if (!paper) return
  const repositories = finds.filter(({ rule, named }) => HOMES.includes(rule) && !named.id)
  if (repositories.length === 0) return
  const proposed = PROPOSED.flatMap((rule) => finds.find((find) => find.rule === rule) ?? []).map(({ named }) => named)
  const home: Named = proposed[0] ?? {
    kind: 'Paper',
    id: paper.id,
    name: paper.facts.title ?? paper.id,
    facts: paper.facts,
  }
  for (const repository of repositories) repository.named = home
}
