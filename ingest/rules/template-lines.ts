/** Lines, and labels of lines, that are only their folder's template: no name is read in them. */
import type { Claims } from '../finds.ts'
import { LONGEST_TEMPLATE_LINE, labelOf } from '../template.ts'
import type { Page } from './page.ts'

export function closeTemplate({ text, stretches, isTemplate }: Page, claims: Claims): void {
  if (!isTemplate) return
  for (const stretch of stretches) {
    for (let start = stretch.start; start < stretch.end; ) {
      const newline = text.indexOf('\n', start)
      const end = newline < 0 || newline > stretch.end ? stretch.end : newline
      if (end - start < LONGEST_TEMPLATE_LINE && isTemplate(text.slice(start, end))) claims.close(start, end)
      else {
        const label = labelOf(text, start, end)
        if (label && isTemplate(text.slice(label.start, label.end))) claims.close(start, label.end)
      }
      start = end + 1
    }
  }
}
