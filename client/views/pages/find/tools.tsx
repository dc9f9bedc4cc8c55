/** What one can do with the list as a whole: see it as a picture, take it into a bibliography, read on as a survey. */
import { batch } from '@preact/signals'
import { useState } from 'preact/hooks'
import { findWords } from '../../../messages/find-words.ts'
import { words as frame, number, wordsOf } from '../../../state/language.ts'
import { go, hashOf } from '../../../state/location.ts'
import { selectGroup } from '../../../state/select.ts'
import { tell } from '../../../state/toast.ts'
import { download, fileName } from '../../../take/download.ts'
import { askFile } from '../../../take/file.ts'
import type { Related } from '../../../types.ts'
import { Failed } from '../../states.tsx'

const words = wordsOf(findWords)
/** Papers put into the picture: more would hide what they are about. */
const FIRST = 10

interface Props {
  related: Pick<Related, 'items' | 'concept'>
  /** What was asked, as the file is called. */
  asked: string
}

export function Tools({ related: { items, concept }, asked }: Props) {
  const { tools: w } = words.value
  const ids = items.map(({ id }) => id)
  const first = ids.slice(0, FIRST)
  const [failed, setFailed] = useState<unknown>(null)
  const take = () => {
    setFailed(null)
    takeBibtex(ids, concept?.name ?? asked).catch(setFailed)
  }
  return (
    <>
      <p class="tools">
        <button
          type="button"
          class="button"
          onClick={() => {
            batch(() => {
              go({ view: 'look' })
              selectGroup(concept ? [concept.id, ...first] : first)
            })
          }}
        >
          {w.toGraph(number(first.length))}
        </button>
        <button type="button" class="button" onClick={take}>
          {w.bibtex(number(ids.length))}
        </button>
        <a class="button" href={hashOf({ view: 'survey', concept: concept?.id ?? asked })}>
          {w.survey}
        </a>
      </p>
      {failed !== null && <Failed error={failed} again={take} />}
    </>
  )
}

async function takeBibtex(ids: readonly string[], title: string): Promise<void> {
  const name = fileName(title, 'bib')
  download(name, await askFile({ format: 'bibtex', ids }))
  tell(frame.peek().take.ready(name))
}
