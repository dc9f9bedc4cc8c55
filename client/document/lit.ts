/**
 * Which names a document marks more strongly than the others: one rule of a style sheet, however long the text is.
 *
 * The sheet is made by code, which the content policy allows, and sets only how strong: what that looks like stands in
 * document.css.
 */
import { classOf } from '../kinds.ts'
import type { Kind } from '../types.ts'

const STRONG = '{ --mix: 30%; --line: 3px }'

/** @returns a function that takes the rule away */
export function light(ids: readonly string[], kind: Kind | null): () => void {
  const selectors = ids.map((id) => `.document [data-entity="${CSS.escape(id)}"]`)
  if (kind) selectors.push(`.document .name.${classOf(kind)}`)
  const sheet = new CSSStyleSheet()
  if (selectors.length) sheet.replaceSync(`${selectors.join(', ')} ${STRONG}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}
