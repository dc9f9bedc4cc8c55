/** Asks of one paper why it is missing or low: a sentence, and its bar beside that of the best ten. */
import { useState } from 'preact/hooks'
import { getRelated } from '../../../api.ts'
import { findWords } from '../../../messages/find-words.ts'
import { wordsOf } from '../../../state/language.ts'
import type { Only } from '../../../state/route.ts'
import type { Kind, Related, RelatedPaper } from '../../../types.ts'
import { useLoad } from '../../load.ts'
import { Failed, Loading } from '../../states.tsx'
import { NameField } from './name-field.tsx'
import { focusAt } from './papers.tsx'
import { averageOf, lengthOf } from './parts.ts'
import { Why } from './why.tsx'
import { WhyBar, WhySum } from './why-bar.tsx'
import { toReason } from './why-not-said.ts'

const words = wordsOf(findWords)
const PAPERS: readonly Kind[] = ['Paper']
const BEST = 10
/** The field, for the key that leads here. */
const FIELD = 'why-not'

interface Props {
  concept: string
  only: Only
  /** What the list shows. */
  items: readonly RelatedPaper[]
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onOnly: (only: Only) => void
}

export function WhyNot({ concept, only, items, isOpen, onOpen, onOnly }: Props) {
  const { whyNot: w, offered } = words.value
  const [asked, setAsked] = useState<{ paper: string; text: string } | null>(null)
  return (
    <details class="why-not" open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary aria-keyshortcuts="w">{w.title}</summary>
      <NameField
        id={FIELD}
        label={w.label}
        placeholder={w.placeholder}
        go={w.go}
        offered={offered}
        text={asked?.text ?? ''}
        kinds={PAPERS}
        onTake={({ id, name }) => setAsked({ paper: id, text: name })}
        onText={(text) => setAsked({ paper: text.slice(0, 500), text })}
      />
      {asked && <Reason concept={concept} only={only} items={items} paper={asked.paper} onOnly={onOnly} />}
    </details>
  )
}

/** On the next frame: a fold that was closed must first be open. */
export function focusWhyNot(): void {
  requestAnimationFrame(() => document.getElementById(FIELD)?.focus())
}

interface ReasonProps extends Pick<Props, 'concept' | 'only' | 'items' | 'onOnly'> {
  paper: string
}

function Reason({ concept, only, items, paper, onOnly }: ReasonProps) {
  const key = JSON.stringify([concept, only, paper])
  const load = useLoad(key, (signal) => getRelated(concept, { ...only, limit: 1, paper }, signal))
  if (load.status === 'loading') return <Loading lines={3} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  return <Told related={load.value} items={items} onOnly={onOnly} />
}

function Told({
  related: { asked, total, concept },
  items,
  onOnly,
}: { related: Related } & Pick<Props, 'items' | 'onOnly'>) {
  const w = words.value
  if (!asked) return null
  const { paper, rank, filtered } = asked
  const average = averageOf(items.slice(0, BEST))
  const most = Math.max(lengthOf(paper.parts), lengthOf(average))
  return (
    <div class="why-not-told" role="status">
      <p>
        <strong dir="auto">{paper.title}</strong>
      </p>
      <p>{toReason(asked, total, w)}</p>
      {filtered && (
        <button type="button" class="link" onClick={() => onOnly({})}>
          {w.clear}
        </button>
      )}
      {rank !== null && rank <= items.length && (
        <button type="button" class="link" onClick={() => focusAt(rank - 1)}>
          {w.whyNot.inList}
        </button>
      )}
      {!filtered && items.length > 0 && (
        <dl class="why-compare">
          <dt>{w.whyNot.it}</dt>
          <dd>
            <WhyBar parts={paper.parts} most={most} />
            <WhySum parts={paper.parts} score={paper.score} />
          </dd>
          <dt>{w.whyNot.best}</dt>
          <dd>
            <WhyBar parts={average} most={most} />
            <WhySum parts={average} score={lengthOf(average)} />
          </dd>
        </dl>
      )}
      {paper.receipts.length > 0 && <Why id="why-not-why" paper={paper} concept={concept?.id ?? null} />}
    </div>
  )
}
