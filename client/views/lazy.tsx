/** A component that is fetched when it is first shown, so that the page opens without it. */
import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { useLoad } from './load.ts'
import { Failed, Loading } from './states.tsx'

/** @param name what the component is called; two of one name would show each other's state */
export function lazy<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null
  return function Lazy(props: Props) {
    // As it was when this one was first drawn: with another component in its place, what is typed in it would be lost.
    const [There] = useState(() => Loaded)
    return There ? <There {...props} /> : <First {...props} />
  }
  function First(props: Props) {
    const state = useLoad(name, async () => {
      Loaded = await load()
      return Loaded
    })
    if (state.status === 'failed') return <Failed error={state.error} again={state.again} />
    if (state.status === 'loading') return <Loading lines={10} />
    return <state.value {...props} />
  }
}
