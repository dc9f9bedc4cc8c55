/** What a part of the page asks for and has or has not got yet. A new key forgets the old answer and stops its request. */
import { useEffect, useState } from 'preact/hooks'

export type Load<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  | { status: 'failed'; error: unknown; again: () => void }

export function useLoad<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Load<T> {
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<{ key: string; load: Load<T> }>({ key, load: { status: 'loading' } })
  useEffect(() => {
    const own = new AbortController()
    setState({ key, load: { status: 'loading' } })
    load(own.signal).then(
      (value) => {
        if (!own.signal.aborted) setState({ key, load: { status: 'ready', value } })
      },
      (error: unknown) => {
        const again = () => setTurn((now) => now + 1)
        if (!own.signal.aborted) setState({ key, load: { status: 'failed', error, again } })
      },
    )
    return () => own.abort()
    // `load` is what the key stands for.
  }, [key, turn])
  return state.key === key ? state.load : { status: 'loading' }
}
