/** HTML tags: nothing in them is prose. */
import type { Claims } from '../finds.ts'
import type { Page } from './page.ts'

// <a title="RWKV">, over a line's end but over no blank line
const TAG = /<\/?[a-zA-Z](?:[^<>\n]|\n(?!\s*\n))*>/g

export function closeTags({ text }: Page, claims: Claims): void {
  if (!text.includes('<')) return
  for (const { 0: tag, index } of text.matchAll(TAG)) claims.close(index, index + tag.length)
}
