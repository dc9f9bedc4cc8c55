/**
 * The pages that ask the server, and the part of a pane that does: each is a chunk of its own, fetched when it is opened.
 *
 * The one-file page has nobody to ask; its build puts `asking-nobody.tsx` in this file's place.
 */
import type { Page } from '../../state/route.ts'
import { lazy } from '../lazy.tsx'

const Ask = lazy('ask', async () => (await import('./ask.tsx')).Ask)
const Find = lazy('find', async () => (await import('./find.tsx')).Find)
const Gaps = lazy('gaps', async () => (await import('./gaps.tsx')).Gaps)
const Survey = lazy('survey', async () => (await import('./survey.tsx')).Survey)
const News = lazy('news', async () => (await import('./news.tsx')).News)

export { FollowButton } from '../evidence/follow-button.tsx'
export { PapersFold } from '../evidence/papers-fold.tsx'

export function AskingPage({ page }: { page: Page }) {
  switch (page.view) {
    case 'ask':
      return <Ask query={page.query} />
    case 'find':
      return <Find concept={page.concept} only={page.only} />
    case 'survey':
      return <Survey concept={page.concept} />
    case 'gaps':
      return <Gaps concept={page.concept} />
    case 'news':
      return <News since={page.since} />
    default:
      return null
  }
}
