/** The first papers for an entity, as the evidence pane has room for them: titles and bars, and the way to all of them. */
import { getRelated } from '../../../api.ts'
import { findWords } from '../../../messages/find-words.ts'
import { number, wordsOf } from '../../../state/language.ts'
import { hashOf } from '../../../state/location.ts'
import { selectEntity } from '../../../state/select.ts'
import { useLoad } from '../../load.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { mostOf } from './parts.ts'
import { WhyBar, WhySum } from './why-bar.tsx'

const words = wordsOf(findWords)
const FEW = 3

export function FirstPapers({ id }: { id: string }) {
  const { fold: w } = words.value
  const load = useLoad(id, (signal) => getRelated(id, { limit: FEW }, signal))
  if (load.status === 'loading') return <Loading lines={6} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const { items, total } = load.value
  if (!items.length) return <Empty>{w.none}</Empty>
  const most = mostOf(items)
  return (
    <>
      <ol class="first-papers">
        {items.map((paper) => (
          <li key={paper.id}>
            <button type="button" class="link" onClick={() => selectEntity(paper.id)}>
              <bdi>{paper.title || paper.id}</bdi>
            </button>
            <WhyBar parts={paper.parts} most={most} />
            <WhySum parts={paper.parts} score={paper.score} />
          </li>
        ))}
      </ol>
      <p>
        <a class="more" href={hashOf({ view: 'find', concept: id })}>
          {w.all(number(total))}
        </a>
      </p>
    </>
  )
}
