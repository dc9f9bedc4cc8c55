/** Words from the notes with the names in them marked in the colour of their kind; those in question the strongest. */
import { classOf } from '../../kinds.ts'
import { toPieces } from '../../pieces.ts'
import type { Mark } from '../../types.ts'

export interface QuoteProps {
  text: string
  marks: readonly Mark[]
  /** Ids of the entities in question. */
  about?: readonly string[]
  /** Given, names are links to this address. */
  linkTo?: (mark: Mark) => string
}

export function Quote({ text, marks, about = [], linkTo }: QuoteProps) {
  return (
    <>
      {toPieces(text, marks).map(({ text: piece, mark }, index) => {
        if (!mark) return piece
        const strong = about.includes(mark.entity)
        const look = `name ${classOf(mark.kind)}${strong ? ' name-strong' : ''}`
        return linkTo ? (
          <a key={index} class={look} href={linkTo(mark)} data-entity={mark.entity}>
            {piece}
          </a>
        ) : (
          <mark key={index} class={look}>
            {piece}
          </mark>
        )
      })}
    </>
  )
}
