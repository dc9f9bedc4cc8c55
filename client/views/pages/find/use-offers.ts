/** The names that fit what is being typed: asked for after a little quiet, the older answer dropped for the newer. */
import { useEffect, useState } from 'preact/hooks'
import { getHits } from '../../../api.ts'
import type { Hit, Kind } from '../../../types.ts'

/** Milliseconds of quiet before asking. */
const QUIET = 100
const MOST = 8
/** Nobody's name is longer; a pasted page is free text. */
const LONGEST = 120

const NONE: readonly Hit[] = []

/** @param text null while nothing is to be offered */
export function useOffers(text: string | null, kinds?: readonly Kind[]): readonly Hit[] {
  const [found, setFound] = useState<{ text: string; hits: readonly Hit[] }>({ text: '', hits: NONE })
  const wanted = text?.trim() ?? ''
  const isAskable = wanted !== '' && wanted.length <= LONGEST
  useEffect(() => {
    if (!isAskable) return
    const own = new AbortController()
    const timer = setTimeout(() => {
      getHits(wanted, MOST, own.signal, kinds).then(
        ({ items }) => setFound({ text: wanted, hits: items }),
        // What is typed is a question without any help, too.
        () => {},
      )
    }, QUIET)
    return () => {
      clearTimeout(timer)
      own.abort()
    }
  }, [wanted, isAskable])
  // While the next letters are on their way, what fitted the last ones stays.
  return isAskable && found.hits.length > 0 ? found.hits : NONE
}
