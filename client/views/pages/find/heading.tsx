/** What the question was taken for: an entity, a paper, or only words; and the names that come near words. */
import { findWords } from '../../../messages/find-words.ts'
import { graph } from '../../../state/graph.ts'
import { words as frame, wordsOf } from '../../../state/language.ts'
import { hashOf } from '../../../state/location.ts'
import type { Related } from '../../../types.ts'
import { KindMark } from '../../mark.tsx'

const words = wordsOf(findWords)
/** Characters of a sentence that a heading repeats. */
const MOST = 80

export function Heading({ related: { concept }, text }: { related: Pick<Related, 'concept'>; text: string }) {
  const w = words.value
  const { kinds } = frame.value
  if (!concept)
    return <h3 dir="auto">{w.forWords([...text].length > MOST ? `${[...text].slice(0, MOST).join('')} …` : text)}</h3>
  const title = graph.value.present.entities.get(concept.id)?.title ?? concept.name
  return (
    <h3>
      {concept.kind === 'Paper' ? w.near(title) : w.for(concept.name)}{' '}
      <small class="kind-line">
        <KindMark kind={concept.kind} /> {kinds[concept.kind]}
      </small>
    </h3>
  )
}

export function Nearest({ related: { concept, nearest } }: { related: Pick<Related, 'concept' | 'nearest'> }) {
  const w = words.value
  if (concept) return null
  return (
    <>
      <p class="muted">{w.noName}</p>
      {nearest.length > 0 && (
        <p class="nearest">
          <span class="muted">{w.nearest}</span> <NameLinks names={nearest} />
        </p>
      )}
    </>
  )
}

/** Each name asks for its papers. */
export function NameLinks({ names }: { names: Related['nearest'] }) {
  return (
    <span class="chips">
      {names.map(({ id, name, kind }) => (
        <a key={id} class="chip" href={hashOf({ view: 'find', concept: id })}>
          <KindMark kind={kind} />
          <bdi>{name}</bdi>
        </a>
      ))}
    </span>
  )
}
