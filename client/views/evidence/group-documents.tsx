/** The documents that name several of the selected, those with the most names first. */
import { documentsTogether } from '../../evidence/together.ts'
import { number, words } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import type { Sources } from '../../state/sources.ts'
import { More } from '../more.tsx'

export function GroupDocuments({ sources, ids }: { sources: Sources; ids: readonly string[] }) {
  const { reading: w } = words.value
  const documents = documentsTogether(sources, ids)
  if (!documents.length) return null
  return (
    <section>
      <h3>
        {w.together} <small>{number(documents.length)}</small>
      </h3>
      <More items={documents}>
        {({ document: { id, path, date }, names }) => (
          <li key={id}>
            <a class="row" href={hashOf({ view: 'document', id, line: null })} title={path}>
              <bdi class="row-name">{path}</bdi>
              <span class="muted">{date}</span>
              <span class="count">{w.namesIn(number(names), number(ids.length))}</span>
            </a>
          </li>
        )}
      </More>
    </section>
  )
}
