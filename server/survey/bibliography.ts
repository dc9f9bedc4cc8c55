/** The papers of a survey → BibTeX, with the keys that they have in every export of the graph. */
import type { Survey } from '../api/survey.ts'
import { toBibtex } from '../export/bibtex.ts'
import type { Library } from '../find/library.ts'

export function bibtexOf({ sections, others }: Survey, library: Library): string {
  const ids = new Set([...sections.flatMap(({ papers }) => papers), ...others.papers].map(({ id }) => id))
  const all = library.map(({ entity }) => entity)
  return toBibtex(
    all.filter(({ id }) => ids.has(id)),
    all,
  )
}
