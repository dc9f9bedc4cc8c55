/** A paper by its title, which leads to it in the graph; its year, and where to read it. */
import { toSafeUrl } from '../../../pieces.ts'
import { focusEntity } from '../../../state/focus.ts'
import { hashOf } from '../../../state/location.ts'
import type { PaperBetween, UndiscussedPaper } from '../../../types.ts'

interface Props {
  paper: UndiscussedPaper | PaperBetween
  level: 'h4' | 'h5'
}

export function PaperTitle({ paper: { id, title, year, arxiv, url }, level: Level }: Props) {
  const address = toSafeUrl(url)
  return (
    <>
      <Level class="gap-paper">
        <a href={hashOf({ view: 'look' }, focusEntity(id)())}>
          <bdi>{title}</bdi>
        </a>
      </Level>
      <p class="muted gap-facts">
        {year !== null && <span>{year}</span>}
        {address && (
          <a href={address} target="_blank" rel="noreferrer noopener">
            {arxiv ? `arXiv:${arxiv}` : new URL(address).hostname}
          </a>
        )}
      </p>
    </>
  )
}
