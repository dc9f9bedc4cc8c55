/** Marks a paper as read, or takes the mark away. */
import { findWords } from '../../../messages/find-words.ts'
import { wordsOf } from '../../../state/language.ts'
import type { RelatedPaper } from '../../../types.ts'
import { isRead, toggleRead } from './reading.ts'

const words = wordsOf(findWords)

export function ReadButton({ paper }: { paper: Pick<RelatedPaper, 'id' | 'read'> }) {
  return (
    <button
      type="button"
      class="link"
      aria-pressed={isRead(paper)}
      aria-keyshortcuts="m"
      onClick={() => toggleRead(paper)}
    >
      {words.value.read}
    </button>
  )
}
