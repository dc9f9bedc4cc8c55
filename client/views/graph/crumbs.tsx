/** The entities that were looked at, in order; each leads back. */
import { crumbs } from '../../state/crumbs.ts'
import { words } from '../../state/language.ts'
import { selectEntity } from '../../state/select.ts'
import { KindMark } from '../mark.tsx'

export function Breadcrumb() {
  const { items, at } = crumbs.value
  // One alone is what one sees anyway.
  if (items.length < 2) return null
  return (
    <nav class="crumbs" aria-label={words.value.picture.looked}>
      <ol>
        {items.map(({ id, name, kind }, index) => (
          <li key={id}>
            <button
              type="button"
              class="crumb"
              aria-current={index === at ? 'true' : undefined}
              onClick={() => selectEntity(id)}
            >
              <KindMark kind={kind} />
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
