/** Pairs that nothing joins: the two names, what they share, and where to go from there. */
import { useState } from 'preact/hooks'
import { gapsWords } from '../../../messages/gaps-words.ts'
import { focusBridge, focusEntity, focusGroup } from '../../../state/focus.ts'
import { number, wordsOf } from '../../../state/language.ts'
import { hashOf } from '../../../state/location.ts'
import type { GapPair, Gaps, SharedName } from '../../../types.ts'
import { ReceiptCard } from '../../evidence/receipt.tsx'
import { KindMark } from '../../mark.tsx'
import { Empty } from '../../states.tsx'
import { BetweenPapers } from './between.tsx'

const words = wordsOf(gapsWords)
const LOOK = { view: 'look' } as const

interface Props {
  pairs: Gaps['pairs']
  about: Gaps['concept']
  /** Asks for more; undefined where there is no more to ask for. */
  more: (() => void) | undefined
}

export function Pairs({ pairs: { items, total }, about, more }: Props) {
  const w = words.value
  return (
    <section aria-labelledby="gaps-pairs">
      <h3 id="gaps-pairs">{about ? w.pairsOf(about.name) : w.pairs}</h3>
      {items.length === 0 ? (
        <Empty>{about ? w.noneOf(about.name) : w.none}</Empty>
      ) : (
        <p class="muted" role="status">
          {w.told(number(items.length), number(total))}
        </p>
      )}
      <ol class="gap-list">
        {items.map((pair) => (
          <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
        ))}
      </ol>
      {more && (
        <button type="button" class="button" onClick={more}>
          {w.more}
        </button>
      )}
    </section>
  )
}

function Pair({ pair: { a, b, shared, company, papers } }: { pair: GapPair }) {
  const w = words.value
  const [isOpen, setOpen] = useState(false)
  return (
    <li class="gap-row">
      <h4>
        <End of={a} /> <span aria-hidden="true">—</span> <End of={b} />
      </h4>
      <p class="muted gap-facts">
        <span>{w.shared(shared, number(shared))}</span>
        <a href={hashOf(LOOK, focusGroup([a.id, b.id])())}>
          {w.show}
          <Which a={a} b={b} />
        </a>
        <a href={hashOf(LOOK, focusBridge(a.id, b.id)())}>
          {w.bridge}
          <Which a={a} b={b} />
        </a>
      </p>
      <p class="chips">
        <span class="visually-hidden">{w.company}</span>
        {company.map(({ id, name, kind }) => (
          <a key={id} class="chip" href={hashOf(LOOK, focusEntity(id)())}>
            <KindMark kind={kind} />
            <bdi>{name}</bdi>
          </a>
        ))}
      </p>
      {company.length > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{w.lines}</summary>
          {isOpen && company.map((name) => <SharedLines key={name.id} a={a} b={b} name={name} />)}
        </details>
      )}
      {papers > 0 && <BetweenPapers a={a} b={b} count={papers} />}
    </li>
  )
}

/** Which pair a link is of, for those who hear the links one after the other. */
function Which({ a, b }: Pick<GapPair, 'a' | 'b'>) {
  return (
    <span class="visually-hidden">
      : {a.name}, {b.name}
    </span>
  )
}

function End({ of: { id, name, kind } }: { of: GapPair['a'] }) {
  return (
    <a class="gap-end" href={hashOf(LOOK, focusEntity(id)())}>
      <KindMark kind={kind} />
      <bdi>{name}</bdi>
    </a>
  )
}

/** The line that joins a shared name to the one, and the line that joins it to the other; one line may do both. */
function SharedLines({ a, b, name }: { a: GapPair['a']; b: GapPair['b']; name: SharedName }) {
  const lines = new Map([...name.a, ...name.b].map((receipt) => [`${receipt.passage} ${receipt.start}`, receipt]))
  return (
    <section class="gap-lines">
      <h5>
        <bdi>{a.name}</bdi> – <bdi>{name.name}</bdi> – <bdi>{b.name}</bdi>
      </h5>
      {[...lines].map(([key, receipt]) => (
        <ReceiptCard key={key} receipt={receipt} about={[a.id, name.id, b.id]} />
      ))}
    </section>
  )
}
