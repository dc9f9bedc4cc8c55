/** What an entity is: its names, its kind, how often and when it is named, what the notes say it is, and its links. */
import { type Link, toLinks } from '../../evidence/links.ts'
import { number, words } from '../../state/language.ts'
import type { Entity, EntityDetail } from '../../types.ts'
import { KindMark } from '../mark.tsx'
import { Name } from '../name.tsx'
import { ReceiptCard } from './receipt.tsx'
import { Sparkline } from './sparkline.tsx'

interface Props {
  entity: Entity
  /** What only the server's answer tells. */
  detail: EntityDetail | undefined
}

export function EntityHead({ entity, detail }: Props) {
  const { kinds, evidence, reading } = words.value
  const { firstSeen, lastSeen } = entity
  // A name in other letters is no news.
  const aliases = entity.aliases.filter((alias) => alias.toLowerCase() !== entity.name.toLowerCase())
  return (
    <header>
      <h2>
        <Name of={entity} />
      </h2>
      <p class="kind-line">
        <KindMark kind={entity.kind} /> {kinds[entity.kind]}
        {entity.title && entity.title !== entity.name && <bdi class="muted">{entity.name}</bdi>}
      </p>
      {aliases.length > 0 && <Aliases aliases={aliases} />}
      <p class="facts">
        <span>{evidence.mentions(number(entity.mentions), number(entity.documents))}</span>
        <span class="muted dates">{firstSeen && lastSeen ? evidence.seen(firstSeen, lastSeen) : evidence.undated}</span>
      </p>
      {detail && <Sparkline perMonth={detail.perMonth} />}
      <Links links={toLinks(entity, detail?.links)} />
      {detail?.definition && (
        <section class="definition">
          <h3>{reading.definition}</h3>
          <ReceiptCard receipt={detail.definition} about={[entity.id]} />
        </section>
      )}
    </header>
  )
}

function Aliases({ aliases }: { aliases: readonly string[] }) {
  return (
    <p class="muted aliases">
      {words.value.evidence.also}{' '}
      {aliases.map((alias, at) => (
        <span key={alias}>
          {at > 0 && ' · '}
          <bdi>{alias}</bdi>
        </span>
      ))}
    </p>
  )
}

function Links({ links }: { links: readonly Link[] }) {
  if (!links.length) return null
  return (
    <p class="links">
      {links.map(({ name, url }) => (
        <a key={url} href={url} target="_blank" rel="noreferrer noopener" title={url}>
          <bdi>{name}</bdi>
        </a>
      ))}
    </p>
  )
}
