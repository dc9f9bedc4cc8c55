/** The left pane's upper half: the stories to begin with, how much of the graph is in view, and all of it as a table. */
import { bringBack } from '../../state/explore.ts'
import { graph } from '../../state/graph.ts'
import { number, words } from '../../state/language.ts'
import { visible } from '../../state/visible.ts'
import { whole } from '../../state/whole.ts'
import { Empty, Loading } from '../states.tsx'
import { Stories } from './stories.tsx'
import { TableTabs } from './table-tabs.tsx'
import { SavedViews } from './views.tsx'

export function EntityList() {
  const { list } = words.value
  const { total } = whole.value
  return (
    <section class="list">
      <div class="begin">
        <Stories />
        <SavedViews />
      </div>
      <h2 class="small-head">
        {list.inView(number(visible.value.entities.length), total === null ? '…' : number(total))}
      </h2>
      <TakenOff />
      {total === null && <Loading lines={10} />}
      {total === 0 && <Empty>{words.value.graph.empty}</Empty>}
      {total !== null && total > 0 && <TableTabs />}
    </section>
  )
}

function TakenOff() {
  const { list } = words.value
  const hidden = graph.value.present.hidden.size
  if (!hidden) return null
  return (
    <p class="muted hidden-line">
      {list.hidden(hidden)}{' '}
      <button type="button" class="link" onClick={() => void bringBack()}>
        {list.bringBack}
      </button>
    </p>
  )
}
