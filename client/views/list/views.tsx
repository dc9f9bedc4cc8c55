/** The saved views, below the stories: a press opens one, and its menu renames, copies or deletes it. */
import { openDialog } from '../../state/dialog.ts'
import { words } from '../../state/language.ts'
import { openMenu } from '../../state/menu.ts'
import type { SavedView } from '../../state/saved.ts'
import { deleteSaved, openView, savedViews } from '../../state/views.ts'
import { Icon } from '../icon.tsx'

export function SavedViews() {
  const views = savedViews.value
  if (!views.length) return null
  return (
    <section class="saved-views" aria-labelledby="saved-views">
      <h2 id="saved-views" class="small-head">
        {words.value.saved.title}
      </h2>
      <ul>
        {views.map((view) => (
          <ViewRow key={view.id} view={view} />
        ))}
      </ul>
    </section>
  )
}

function ViewRow({ view }: { view: SavedView }) {
  const { saved: w } = words.value
  const showMenu = (x: number, y: number) => openMenu({ x, y, for: { type: 'view', id: view.id } })
  return (
    <li
      onContextMenu={(event) => {
        event.preventDefault()
        showMenu(event.clientX, event.clientY)
      }}
    >
      <button
        type="button"
        class="link row-name"
        dir="auto"
        onClick={() => openView(view)}
        onKeyDown={(event) => {
          if (event.key === 'Delete') deleteSaved(view.id)
          else if (event.key === 'F2') openDialog({ type: 'rename', id: view.id })
          else return
          event.preventDefault()
        }}
      >
        {view.name}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={w.more(view.name)}
        aria-haspopup="menu"
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect()
          showMenu(left, bottom)
        }}
      >
        <Icon name="more" />
      </button>
    </li>
  )
}
