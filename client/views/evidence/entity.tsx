/** The evidence for one entity: what it is, where it is named, in whose company, and the words. */
import { getEntity } from '../../api.ts'
import { graph } from '../../state/graph.ts'
import { useLoad } from '../load.ts'
import { PapersFold } from '../pages/asking.tsx'
import { Loading } from '../states.tsx'
import { Company } from './company.tsx'
import { EntityHead } from './entity-head.tsx'
import { EntityTools } from './entity-tools.tsx'
import { FailedOrGone, isGone } from './gone.tsx'
import { Mentions } from './mentions.tsx'

export function EntityEvidence({ id }: { id: string }) {
  const load = useLoad(id, (signal) => getEntity(id, signal))
  const isThere = !(load.status === 'failed' && isGone(load.error))
  const known = load.status === 'ready' ? load.value : graph.value.present.entities.get(id)
  const detail = load.status === 'ready' ? load.value : undefined
  return (
    <div class="evidence">
      {known && isThere && <EntityHead entity={known} detail={detail} />}
      {load.status === 'loading' && <Loading lines={8} />}
      {load.status === 'failed' && <FailedOrGone error={load.error} again={load.again} ids={[id]} />}
      {detail && (
        <>
          <EntityTools detail={detail} />
          <Company id={detail.id} />
          <PapersFold id={detail.id} />
          <Mentions detail={detail} />
        </>
      )}
    </div>
  )
}
