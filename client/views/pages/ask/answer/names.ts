/** What the entities of an answer are called: as its nodes say, and of ends that only an edge names, as the graph says. */
import { useMemo } from 'preact/hooks'
import type { Names } from '../../../../answer/text.ts'
import { endsWithoutName, namesIn } from '../../../../answer/things.ts'
import { getPicture } from '../../../../api.ts'
import type { Cell } from '../../../../types.ts'
import { useLoad } from '../../../load.ts'

/** The server tells of so many entities at once. */
const MOST_ASKED = 1_000

/** Ids stand for names until these are there; where the server does not answer, they stay. */
export function useNames(rows: readonly (readonly Cell[])[]): Names {
  const told = useMemo(() => namesIn(rows), [rows])
  const nameless = useMemo(() => endsWithoutName(rows, told).slice(0, MOST_ASKED), [rows, told])
  const load = useLoad('names', async (signal) => (nameless.length ? (await getPicture(nameless, signal)).nodes : []))
  const more = load.status === 'ready' ? load.value : null
  return useMemo(
    () =>
      more?.length ? new Map([...told, ...more.map(({ id, name, title }) => [id, title ?? name] as const)]) : told,
    [told, more],
  )
}
