/** News: what the newest documents added for what one follows. While a new answer comes, the last stays. */
import { useEffect, useRef } from 'preact/hooks'
import '../../styles/news.css'
import { getDigest } from '../../api.ts'
import { newsWords } from '../../messages/news-words.ts'
import { wordsOf } from '../../state/language.ts'
import { loadMarks, marks } from '../../state/marks.ts'
import type { Digest } from '../../types.ts'
import { useLoad } from '../load.ts'
import { Failed, Loading } from '../states.tsx'
import { Follows } from './news-follows.tsx'
import { Meetings } from './news-meetings.tsx'
import { NewNames } from './news-names.tsx'
import { ConceptPapers } from './news-papers.tsx'
import { When } from './news-when.tsx'

const words = wordsOf(newsWords)

/** @param since the first day, month or year; undefined for the last dated day before the newest */
export function News({ since }: { since?: string | undefined }) {
  const { status, kept } = marks.value
  useEffect(() => void loadMarks(), [])
  return (
    <main class="page news">
      <h2>{words.value.title}</h2>
      <Follows />
      {status === 'unknown' || status === 'loading' ? (
        <Loading lines={10} />
      ) : (
        <Added since={since} follows={kept.join(' ')} />
      )}
    </main>
  )
}

/** @param follows what the answer is about: it is asked for anew when the server knows of others */
function Added({ since, follows }: { since: string | undefined; follows: string }) {
  const load = useLoad(`${since} ${follows}`, (signal) => getDigest(since, signal))
  const last = useRef<Digest | null>(null)
  if (load.status === 'ready') last.current = load.value
  const digest = last.current
  if (load.status === 'failed') return <Failed error={load.error} again={load.again} />
  if (!digest) return <Loading lines={10} />
  return (
    <div class="news-answer" aria-busy={load.status === 'loading'}>
      <When digest={digest} since={since} />
      {digest.since !== null && (
        <>
          {digest.concepts.map((news) => (
            <ConceptPapers key={news.asked} news={news} since={digest.since ?? ''} />
          ))}
          <Meetings meetings={digest.meetings} />
          <NewNames entities={digest.entities} />
        </>
      )}
    </div>
  )
}
