/** Gaps: names with much company in common that nothing joins, and papers that nobody says a word about. */
import { useEffect, useState } from 'preact/hooks'
import { getGaps } from '../../api.ts'
import '../../styles/find.css'
import '../../styles/gaps.css'
import { gapsWords } from '../../messages/gaps-words.ts'
import { wordsOf } from '../../state/language.ts'
import { go, hashOf } from '../../state/location.ts'
import type { Kind } from '../../types.ts'
import { useLoad } from '../load.ts'
import { Failed, Loading } from '../states.tsx'
import { called, learnName } from './find/called.ts'
import { NameField } from './find/name-field.tsx'
import { FindTabs } from './find-tabs.tsx'
import { KindChoice } from './gaps/kinds.tsx'
import { Pairs } from './gaps/pairs.tsx'
import { UndiscussedPapers } from './gaps/undiscussed.tsx'

const words = wordsOf(gapsWords)

export function Gaps({ concept }: { concept: string }) {
  const w = words.value
  const [kinds, setKinds] = useState<readonly Kind[]>([])
  return (
    <main class="page gaps">
      <FindTabs here="gaps" concept={concept} />
      <h2>{w.title}</h2>
      <p class="muted">{w.intro}</p>
      <NameField
        id="gaps-concept"
        label={w.concept}
        placeholder={w.placeholder}
        go={w.go}
        offered={w.offered}
        text={called(concept)}
        onTake={({ id, name }) => {
          learnName(id, name)
          go({ view: 'gaps', concept: id })
        }}
        onText={(text) => go({ view: 'gaps', concept: text })}
      />
      {concept && (
        <p>
          <a class="gaps-all" href={hashOf({ view: 'gaps', concept: '' })}>
            {w.everything}
          </a>
        </p>
      )}
      <KindChoice kinds={kinds} onChange={setKinds} />
      <Found key={`${concept} ${kinds.join()}`} concept={concept} kinds={kinds} />
    </main>
  )
}

/** How many of each list are asked for, at first and with each wish for more; no list is longer than the last. */
const STEPS = [12, 40, 100] as const

function Found({ concept, kinds }: { concept: string; kinds: readonly Kind[] }) {
  const [step, setStep] = useState(0)
  const limit = STEPS[step] ?? STEPS[0]
  const asked = { limit, concept: concept || undefined, kinds: kinds.length ? kinds : undefined }
  const load = useLoad(`${concept} ${kinds.join()} ${limit}`, (signal) => getGaps(asked, signal))
  const meant = load.status === 'ready' ? load.value.concept : null
  // Whoever comes by an address sees RWKV in the field, not model/rwkv.
  useEffect(() => {
    if (meant) learnName(concept, meant.name)
  }, [meant])
  if (load.status === 'loading') return <Loading lines={12} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const { pairs, undiscussed, concept: about } = load.value
  const isMore = step + 1 < STEPS.length
  const more = (list: { items: readonly unknown[]; total: number }) =>
    isMore && list.items.length < list.total ? () => setStep(step + 1) : undefined
  return (
    <>
      <Pairs pairs={pairs} about={about} more={more(pairs)} />
      <UndiscussedPapers papers={undiscussed} about={about} more={more(undiscussed)} />
    </>
  )
}
