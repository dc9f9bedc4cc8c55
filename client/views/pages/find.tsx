/** From a concept to the papers that matter for it, each with the parts of its score and the lines behind it. */
import { useEffect, useRef } from 'preact/hooks'
import { getRelated } from '../../api.ts'
import { toSafeUrl } from '../../pieces.ts'
import { graph } from '../../state/graph.ts'
import { words } from '../../state/language.ts'
import { go } from '../../state/location.ts'
import { toHash } from '../../state/route.ts'
import type { Part, Related, RelatedPaper } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'
import { useLoad } from '../load.ts'
import { Empty, Failed, Loading } from '../states.tsx'

const LIMIT = 20

export function Find({ concept }: { concept: string }) {
  const { find: w } = words.value
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current) field.current.value = graph.peek().present.entities.get(concept)?.name ?? concept
  }, [concept])
  return (
    <main class="page find">
      <h2>{w.title}</h2>
      <form
        class="find-form"
        onSubmit={(event) => {
          event.preventDefault()
          go({ view: 'find', concept: field.current?.value.trim() ?? '' })
        }}
      >
        <label for="concept">{w.concept}</label>
        <input id="concept" ref={field} type="search" placeholder={w.placeholder} maxLength={2_000} />
        <button type="submit" class="button primary">
          {w.go}
        </button>
      </form>
      {concept ? <Answer concept={concept} /> : <Empty>{w.prompt}</Empty>}
    </main>
  )
}

function Answer({ concept }: { concept: string }) {
  const load = useLoad(concept, (signal) => getRelated(concept, LIMIT, signal))
  if (load.status === 'loading') return <Loading lines={10} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  return <Papers related={load.value} concept={concept} />
}

function Papers({ related: { items }, concept }: { related: Related; concept: string }) {
  const { find: w } = words.value
  if (!items.length) return <Empty>{w.none}</Empty>
  const names = [...new Set(items.flatMap((paper) => Object.keys(paper.parts) as Part[]))]
  const most = Math.max(...items.map((paper) => paper.score))
  return (
    <>
      <p class="muted" role="status">
        {w.count(items.length)}
      </p>
      <ol class="papers">
        {items.map((paper) => (
          <Paper key={paper.id} paper={paper} names={names} most={most} concept={concept} />
        ))}
      </ol>
    </>
  )
}

interface PaperProps {
  paper: RelatedPaper
  /** The names of all parts, so that a part has one tint in every row. */
  names: readonly Part[]
  most: number
  concept: string
}

function Paper({ paper, names, most, concept }: PaperProps) {
  const { find: w } = words.value
  const arxiv = toSafeUrl(paper.arxiv && `https://arxiv.org/abs/${paper.arxiv}`)
  return (
    <li>
      <h3>
        <a href={toHash({ page: { view: 'look' }, focus: { type: 'entity', id: paper.id } })} title={w.show}>
          {paper.title || paper.id}
        </a>
      </h3>
      <p class="muted paper-facts">
        {paper.year && <span>{paper.year}</span>}
        {arxiv && (
          <a href={arxiv} target="_blank" rel="noreferrer noopener">
            arXiv:{paper.arxiv}
          </a>
        )}
      </p>
      <Why paper={paper} names={names} most={most} />
      {paper.receipts.length > 0 && (
        <details>
          <summary>{w.receipts(paper.receipts.length)}</summary>
          {paper.receipts.map((receipt) => (
            <ReceiptCard key={`${receipt.document} ${receipt.start}`} receipt={receipt} about={[paper.id, concept]} />
          ))}
        </details>
      )}
    </li>
  )
}

/** The score as a bar of its parts, and the same in numbers. */
function Why({ paper: { parts, score }, names, most }: Pick<PaperProps, 'paper' | 'names' | 'most'>) {
  const { find: w } = words.value
  const given = names.filter((name) => (parts[name] ?? 0) > 0)
  return (
    <div class="why">
      <span class="why-bar" aria-hidden="true">
        {given.map((name) => (
          <span
            key={name}
            class={`why-part why-${names.indexOf(name) % 5}`}
            style={{ width: `${((parts[name] ?? 0) / most) * 100}%` }}
          />
        ))}
      </span>
      <p>
        {w.score} <b>{score.toFixed(2)}</b> ={' '}
        {given.map((name, index) => (
          <span key={name} class="why-term">
            {index > 0 && ' + '}
            <i class={`why-key why-${names.indexOf(name) % 5}`} aria-hidden="true" />
            {(w.part as Record<string, string>)[name] ?? name} {(parts[name] ?? 0).toFixed(2)}
          </span>
        ))}
      </p>
    </div>
  )
}
