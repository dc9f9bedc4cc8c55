/** The strip over the pages that find: papers, a survey, gaps. Links, so that each can be opened beside the others. */
import '../../styles/find-tabs.css'
import { findTabsWords } from '../../messages/find-tabs-words.ts'
import { wordsOf } from '../../state/language.ts'
import { hashOf } from '../../state/location.ts'

const TABS = ['find', 'survey', 'gaps'] as const
const words = wordsOf(findTabsWords)

export interface FindTabsProps {
  /** The page that shows the strip. */
  here: (typeof TABS)[number]
  /** What is asked about; the other pages open with it. Default: nothing. */
  concept?: string | undefined
}

export function FindTabs({ here, concept = '' }: FindTabsProps) {
  const w = words.value
  return (
    <nav class="find-tabs" aria-label={w.label}>
      {TABS.map((view) => (
        <a key={view} href={hashOf({ view, concept })} aria-current={view === here ? 'page' : undefined}>
          {w[view]}
        </a>
      ))}
    </nav>
  )
}
