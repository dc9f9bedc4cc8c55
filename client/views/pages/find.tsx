/** Find: from a concept to the papers that matter for it, each with the parts of its score and the lines behind it. */
import { useEffect } from 'preact/hooks'
import '../../styles/find.css'
import { findWords } from '../../messages/find-words.ts'
import { wordsOf } from '../../state/language.ts'
import { go } from '../../state/location.ts'
import { loadMarks } from '../../state/marks.ts'
import { pageKeys } from '../../state/page-keys.ts'
import type { Only } from '../../state/route.ts'
import { Answer } from './find/answer.tsx'
import { called, learnName } from './find/called.ts'
import { Examples } from './find/examples.tsx'
import { NameField } from './find/name-field.tsx'
import { TOLD } from './find/paper-keys.ts'
import { FindTabs } from './find-tabs.tsx'

const words = wordsOf(findWords)
const ANY: Only = {}

export function Find({ concept, only = ANY }: { concept: string; only?: Only | undefined }) {
  const w = words.value
  useEffect(() => {
    const rows = (Object.keys(TOLD) as (keyof typeof TOLD)[]).map((name) => ({ does: w.keys[name], keys: TOLD[name] }))
    pageKeys.set(() => ({ title: w.keys.title, rows }))
    return () => pageKeys.set(() => null)
  }, [w])
  useEffect(() => {
    void loadMarks()
    leaveSearch(concept === '')
  }, [])
  return (
    <main class="page find">
      <FindTabs here="find" concept={concept} />
      <h2>{w.title}</h2>
      <NameField
        id="concept"
        label={w.concept}
        placeholder={w.placeholder}
        go={w.go}
        offered={w.offered}
        text={called(concept)}
        onTake={({ id, name }) => {
          learnName(id, name)
          go({ view: 'find', concept: id })
        }}
        onText={(text) => go({ view: 'find', concept: text })}
      />
      {concept ? <Answer key={concept} concept={concept} only={only} /> : <Examples />}
    </main>
  )
}

/** The search has the focus at first sight, where nobody asked for it: here the keys of the papers are wanted, or the field. */
function leaveSearch(isEmpty: boolean): void {
  const now = document.activeElement
  if (now instanceof HTMLInputElement && now.id === 'search' && now.value === '') now.blur()
  else if (now !== document.body) return
  if (isEmpty && matchMedia('(pointer: fine)').matches) document.getElementById('concept')?.focus()
}
