/** The quality card: precision and recall by set of notes, kind and language, and what they were measured on. */
import { number, words } from '../../state/language.ts'
import type { About } from '../../types.ts'
import { KindMark } from '../mark.tsx'
import { NumberTable } from './figures.tsx'

type Card = NonNullable<About['quality']>
type Measured = Pick<Card['kinds'][number], 'names' | 'precision' | 'recall' | 'f1'>

export function Quality({ card }: { card: Card }) {
  const { about: w, kinds } = words.value
  const columns = [w.names, w.precision, w.recall, w.f1]
  return (
    <>
      <p lang="en">{card.measuredOn}</p>
      <p class="muted">{w.means}</p>
      <NumberTable
        caption={w.byGroup}
        columns={[w.group, w.documents, ...columns]}
        rows={card.groups.map(({ group, documents, seen, strictF1, ...rest }) => [
          <span key={group}>
            <bdi>{group}</bdi> <span class="muted">{seen ? w.seen : w.unseen}</span>
          </span>,
          number(documents),
          ...toCells({ ...rest, f1: strictF1 }),
        ])}
      />
      <div class="side-by-side">
        <NumberTable
          caption={w.qualityByKind}
          columns={[w.kind, ...columns]}
          rows={card.kinds.map(({ kind, ...rest }) => [
            <span key={kind} class="kind-cell">
              <KindMark kind={kind} /> {kinds[kind]}
            </span>,
            ...toCells(rest),
          ])}
        />
        <NumberTable
          caption={w.qualityByLanguage}
          columns={[w.byLanguage, ...columns]}
          rows={card.languages.map(({ language, ...rest }) => [w.language[language] ?? language, ...toCells(rest)])}
        />
      </div>
    </>
  )
}

const toCells = ({ names, precision, recall, f1 }: Measured) => [
  number(names),
  ...[precision, recall, f1].map((share) => share.toFixed(3)),
]
