/** Since when: a day that documents tell of. What that comes to, and how to take it along. */
import { getDigestText } from '../../api.ts'
import { newsWords } from '../../messages/news-words.ts'
import { copy } from '../../state/copy.ts'
import { number, wordsOf } from '../../state/language.ts'
import { go } from '../../state/location.ts'
import { attempt } from '../../state/notice.ts'
import { tokenHeaders } from '../../token.ts'
import type { Digest } from '../../types.ts'
import { Empty } from '../states.tsx'

const words = wordsOf(newsWords)

interface Props {
  digest: Digest
  /** As the address has it. */
  since: string | undefined
}

export function When({ digest, since }: Props) {
  const w = words.value
  if (digest.since === null || digest.until === null)
    return (
      <Empty>
        {w.noDates} {w.noDatesHint}
      </Empty>
    )
  const { days, documents, outOf, undated } = digest
  // An address may say a month or a year: it is told as it stands there.
  const isKnown = days.some(({ date }) => date === digest.since)
  return (
    <div class="news-when">
      <label class="choice">
        {w.since}
        <select value={digest.since} onChange={(event) => go({ view: 'news', since: event.currentTarget.value })}>
          {!isKnown && <option value={digest.since}>{digest.since}</option>}
          {days.map((day) => (
            <option key={day.date} value={day.date}>
              {w.day(day.date, number(day.documents))}
            </option>
          ))}
        </select>
      </label>
      <span class="news-take">
        <button type="button" class="button" onClick={() => void takeMarkdown(since)}>
          {w.copy}
        </button>
        {!needsToken() && (
          <a class="button" href="/api/digest?format=atom" type="application/atom+xml" title={w.feedHint}>
            {w.feed}
          </a>
        )}
      </span>
      <p class="muted" role="status">
        {w.told(number(documents), number(outOf), digest.since, digest.until)}
        {!digest.chosen && ` ${w.byDefault(digest.since)}`}
        {undated > 0 && ` ${w.undated(number(undated))}`}
      </p>
    </div>
  )
}

/** A feed reader does not bear it: where one is needed, the feed cannot be read by following a link. */
const needsToken = (): boolean => Object.keys(tokenHeaders()).length > 0

const takeMarkdown = (since: string | undefined) =>
  attempt(async () => {
    await copy(await getDigestText(since), words.peek().copied)
  })
