/**
 * A snapshot → the one-file page: the explorer's own code with the data inside.
 *
 * `npm run build` makes the page without data (dist/page/page.html). The data goes into a script element that no browser
 * runs; `<` is written `\u003c` there, so no note can end the element, whatever it says.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Snapshot } from '../api.ts'
import { KithError } from '../errors.ts'
import { ROOT } from '../root.ts'

/** What the page without data has in the places of the title and of the data. */
const TITLE = '<title>Kith</title>'
const DATA = '<script type="application/json" id="kith-data"></script>'

/** @throws KithError `unavailable` where the explorer was not built */
export function toPage(snapshot: Snapshot, template: string = readTemplate()): string {
  if (!template.includes(TITLE) || !template.includes(DATA)) throw new Error('page.html has no place for the data')
  // A function, because a $ in a replacement text means something.
  return template
    .replace(TITLE, () => `<title>${escapeHtml(snapshot.title)} · Kith</title>`)
    .replace(DATA, () => DATA.replace('></', `>${toScriptJson(snapshot)}</`))
}

/** JSON that can stand in a script element. U+2028 and U+2029 end lines to some readers. */
export const toScriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const HTML: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replace(/[<>&"']/g, (sign) => HTML[sign] ?? sign)

function readTemplate(): string {
  const path = join(ROOT, 'dist', 'page', 'page.html')
  if (!existsSync(path))
    throw new KithError('unavailable', 'The explorer was not built, so no page can be made of it. Run "npm run build".')
  return readFileSync(path, 'utf8')
}
