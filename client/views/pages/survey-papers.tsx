/** The names of a section by kind, and its papers, each with the sentence that places it. */

import { KINDS } from '../../kinds.ts'
import { surveyWords } from '../../messages/survey-words.ts'
import { toSafeUrl } from '../../pieces.ts'
import { focusEntity } from '../../state/focus.ts'
import { words as frame, wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'
import type { SurveyPaper, SurveySection } from '../../types.ts'
import { ReceiptCard } from '../evidence/receipt.tsx'
import { KindMark } from '../mark.tsx'

const words = wordsOf(surveyWords)

const inGraph = (id: string) => hashOf({ view: 'look' }, focusEntity(id)())

export function NamesByKind({ names }: { names: SurveySection['names'] }) {
  const { kinds } = frame.value
  if (!names.length) return null
  return (
    <dl class="survey-names">
      {KINDS.flatMap((kind) => {
        const own = names.filter((name) => name.kind === kind)
        if (!own.length) return []
        return [
          <div key={kind}>
            <dt>
              <KindMark kind={kind} /> {kinds[kind]}
            </dt>
            <dd>
              {own.map(({ id, name }) => (
                <a key={id} href={inGraph(id)}>
                  <bdi>{name}</bdi>
                </a>
              ))}
            </dd>
          </div>,
        ]
      })}
    </dl>
  )
}

interface PapersProps {
  papers: readonly SurveyPaper[]
  about: readonly string[]
}

export function Papers({ papers, about }: PapersProps) {
  return (
    <ul class="survey-papers">
      {papers.map((paper) => (
        <Paper key={paper.id} paper={paper} about={about} />
      ))}
    </ul>
  )
}

const MOST_AUTHORS = 4

function Paper({ paper, about }: { paper: SurveyPaper; about: readonly string[] }) {
  const w = words.value
  const { id, title, authors, year, arxiv, quote } = paper
  const url = toSafeUrl(paper.url ?? (arxiv && `https://arxiv.org/abs/${arxiv}`))
  const named = authors.slice(0, MOST_AUTHORS).join(', ') + (authors.length > MOST_AUTHORS ? ' et al.' : '')
  return (
    <li class="survey-paper">
      <h5>
        <a href={inGraph(id)} title={w.open}>
          <bdi>{title || id}</bdi>
        </a>
      </h5>
      <p class="muted paper-facts">
        {named && <bdi>{named}</bdi>}
        {year && <span>{year}</span>}
        {url && (
          <a href={url} target="_blank" rel="noreferrer noopener">
            {arxiv ? `arXiv:${arxiv}` : new URL(url).hostname}
          </a>
        )}
        <a class="survey-link" href={hashOf({ view: 'find', concept: id })}>
          {w.related}
        </a>
      </p>
      {quote ? <ReceiptCard receipt={quote} about={[...about, id]} /> : <p class="muted">{w.noQuote}</p>}
    </li>
  )
}
