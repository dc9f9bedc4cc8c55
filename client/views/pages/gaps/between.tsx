/** The papers that speak of two names, in no line of both: asked for when they are opened. */
import { useState } from 'preact/hooks'
import { getPapersBetween } from '../../../api.ts'
import { gapsWords } from '../../../messages/gaps-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import type { GapPair } from '../../../types.ts'
import { ReceiptCard } from '../../evidence/receipt.tsx'
import { useLoad } from '../../load.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { PaperTitle } from './paper-title.tsx'

const words = wordsOf(gapsWords)
/** Papers told of one pair. */
const MOST = 20

interface Props {
  a: GapPair['a']
  b: GapPair['b']
  count: number
}

export function BetweenPapers({ a, b, count }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.value.papers(count, number(count))}</summary>
      {isOpen && <Papers a={a} b={b} />}
    </details>
  )
}

function Papers({ a, b }: Pick<Props, 'a' | 'b'>) {
  const load = useLoad(`${a.id} ${b.id}`, (signal) => getPapersBetween(a.id, b.id, MOST, signal))
  if (load.status === 'loading') return <Loading lines={3} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const { items } = load.value
  if (!items.length) return <Empty>{words.value.noPapers}</Empty>
  return (
    <ul class="gap-papers">
      {items.map((paper) => (
        <li key={paper.id}>
          <PaperTitle paper={paper} level="h5" />
          {paper.receipts.map((receipt) => (
            <ReceiptCard key={`${receipt.passage} ${receipt.start}`} receipt={receipt} about={[a.id, b.id]} />
          ))}
        </li>
      ))}
    </ul>
  )
}
