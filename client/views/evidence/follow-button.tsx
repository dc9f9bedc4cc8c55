/** Follows an entity, so that what is new for it comes first on the page of news. */
import { useEffect } from 'preact/hooks'
import { words } from '../../state/language.ts'
import { isFollowed, loadMarks, setFollow } from '../../state/marks.ts'
import type { EntityDetail } from '../../types.ts'

export function FollowButton({ detail: { id, name, kind } }: { detail: Pick<EntityDetail, 'id' | 'name' | 'kind'> }) {
  const on = isFollowed(id)
  useEffect(() => void loadMarks(), [])
  return (
    <button type="button" class="button" aria-pressed={on} onClick={() => void setFollow(id, !on, { name, kind })}>
      {words.value.reading.follow}
    </button>
  )
}
