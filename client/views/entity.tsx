/** The evidence for one entity: what it is called, where it is named, in whose company, and the words. */
import { getEntity } from '../api.ts'
import { toSafeUrl } from '../pieces.ts'
import { expand, hide } from '../state/actions.ts'
import { companyOf, graph } from '../state/graph.ts'
import { number, words } from '../state/language.ts'
import { hashOf } from '../state/location.ts'
import { notice } from '../state/notice.ts'
import type { Entity, EntityDetail } from '../types.ts'
import { Company } from './company.tsx'
import { useLoad } from './load.ts'
import { KindMark } from './mark.tsx'
import { ReceiptCard } from './receipt.tsx'
import { Failed, Loading } from './states.tsx'

/** As many as the server sends. */
const MOST_RECEIPTS = 50

export function EntityEvidence({ id }: { id: string }) {
  const load = useLoad(id, (signal) => getEntity(id, signal))
  const known = load.status === 'ready' ? load.value : graph.value.present.entities.get(id)
  return (
    <div class="evidence">
      {known && <Head entity={known} />}
      {load.status === 'loading' && <Loading lines={8} />}
      {load.status === 'failed' && <Failed error={load.error} again={load.again} />}
      {load.status === 'ready' && <Body detail={load.value} />}
    </div>
  )
}

function Head({ entity }: { entity: Entity }) {
  const { kinds, evidence } = words.value
  const { firstSeen, lastSeen } = entity
  // A name in other letters is no news.
  const aliases = entity.aliases.filter((alias) => alias.toLowerCase() !== entity.name.toLowerCase())
  return (
    <header>
      <h2>{entity.title ?? entity.name}</h2>
      <p class="kind-line">
        <KindMark kind={entity.kind} /> {kinds[entity.kind]}
        {entity.title && entity.title !== entity.name && <span class="muted"> {entity.name}</span>}
      </p>
      {aliases.length > 0 && (
        <p class="muted">
          {evidence.also} {aliases.join(' · ')}
        </p>
      )}
      <p>
        {evidence.mentions(number(entity.mentions), number(entity.documents))}
        <span class="muted dates">{firstSeen && lastSeen ? evidence.seen(firstSeen, lastSeen) : evidence.undated}</span>
      </p>
      <Links entity={entity} />
    </header>
  )
}

function Links({ entity }: { entity: Entity }) {
  const links = [
    ['arXiv', entity.arxiv && `https://arxiv.org/abs/${entity.arxiv}`],
    ['DOI', entity.doi && `https://doi.org/${entity.doi}`],
    ['URL', entity.url],
  ] as const
  const safe = links.flatMap(([name, url]) => {
    const href = toSafeUrl(url)
    return href ? [{ name, href }] : []
  })
  if (!safe.length) return null
  return (
    <p class="links">
      {safe.map(({ name, href }) => (
        <a key={name} href={href} target="_blank" rel="noreferrer noopener">
          {name === 'URL' ? new URL(href).host : name}
          {name === 'arXiv' && `:${entity.arxiv}`}
        </a>
      ))}
    </p>
  )
}

function Body({ detail }: { detail: EntityDetail }) {
  const { evidence, list } = words.value
  return (
    <>
      <Tools detail={detail} />
      <Company id={detail.id} />
      <section>
        <h3>
          {evidence.receipts}
          {detail.receipts.length >= MOST_RECEIPTS && (
            <small> {evidence.firstOf(number(detail.receipts.length), number(detail.mentions))}</small>
          )}
        </h3>
        {detail.receipts.map((receipt) => (
          <ReceiptCard
            key={`${receipt.passage} ${receipt.document} ${receipt.start}`}
            receipt={receipt}
            about={[detail.id]}
          />
        ))}
      </section>
      <section>
        <h3>{evidence.documents}</h3>
        <ul class="rows">
          {detail.perDocument.map(({ document, path, title, date, mentions }) => (
            <li key={document}>
              <a class="row" href={hashOf({ view: 'document', id: document, line: null })} title={path}>
                <span class="row-name">{title || path}</span>
                <span class="muted">{date}</span>
                <span class="count">
                  {number(mentions)}
                  <span class="visually-hidden"> {list.mentions}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Tools({ detail: { id, name, neighbors } }: { detail: EntityDetail }) {
  const { evidence } = words.value
  const { present } = graph.value
  const inView = companyOf(present, id).size
  return (
    <p class="tools">
      <button
        type="button"
        class="button"
        disabled={inView >= neighbors || notice.value.busy > 0}
        onClick={() => void expand(id)}
      >
        {evidence.expand} <small>{evidence.expansion(number(inView), number(neighbors))}</small>
      </button>
      <a class="button" href={hashOf({ view: 'find', concept: id })}>
        {evidence.related}
      </a>
      {present.entities.has(id) && (
        <button type="button" class="button" onClick={() => hide(id)} aria-label={`${evidence.hide}: ${name}`}>
          {evidence.hide}
        </button>
      )}
    </p>
  )
}
