/** The questions that come with Kith, by what one wants to know. A press runs one. */
import { getQueries } from '../../../api.ts'
import { askWords } from '../../../messages/ask-words.ts'
import { language, wordsOf } from '../../../state/language.ts'
import type { SavedQuery } from '../../../types.ts'
import { useLoad } from '../../load.ts'
import { Empty, Failed, Loading } from '../../states.tsx'

const said = wordsOf(askWords)

export function Gallery({ onTake }: { onTake: (question: SavedQuery) => void }) {
  const w = said.value
  const load = useLoad('queries', getQueries)
  if (load.status === 'loading') return <Loading lines={8} />
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  const { items } = load.value
  if (!items.length) return <Empty>{w.noQuestions}</Empty>
  const groups = [...new Set(items.map(({ group }) => group))]
  return (
    <>
      <p class="muted">{w.galleryHint}</p>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`questions-${group}`}>
          <h3 id={`questions-${group}`} class="small-head">
            {w.groups[group]}
          </h3>
          <ul class="ask-list">
            {items
              .filter((question) => question.group === group)
              .map((question) => (
                <li key={question.name}>
                  <button type="button" class="ask-item" onClick={() => onTake(question)}>
                    {question.title[language.value]}
                    {question.params.length > 0 && (
                      <small>
                        {question.params.map(({ name, value }) => `$${name} = ${String(value)}`).join(' · ')}
                      </small>
                    )}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
