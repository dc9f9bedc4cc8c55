/**
 * `npm run eval`: how well names are found, beside annotations by hand.
 *
 * Prints the page; `--write` puts it into docs/quality.md, its heart into docs/quality.json, and the scores to guard into
 * baseline.json. `--errors` lists
 * the most frequent mistakes of each group instead, on the terminal alone: they are words of the texts.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { QUALITY } from '../../server/ask/about.ts'
import { ROOT } from '../../server/root.ts'
import { agree } from './agreement.ts'
import { BASELINE, takeBaseline } from './baseline.ts'
import { toCard } from './card.ts'
import { listErrors } from './errors.ts'
import { MISSING, measure } from './groups.ts'
import { leaveOut } from './left-out.ts'
import { toPage } from './page.ts'

const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, errors: { type: 'boolean' } } })

/** Mistakes of one sort that are listed for one group. */
const MOST_ERRORS = 40

if (MISSING) {
  console.error(`Nothing was measured, because ${MISSING}.`)
  process.exit(1)
}

const groups = await measure()
if (options.errors) {
  for (const { name, documents } of groups) console.log(`\n=== ${name}\n\n${listErrors(documents, MOST_ERRORS)}`)
} else {
  const leftOut = await leaveOut(groups, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} documents left out `)
  })
  const twice = new Map(await Promise.all(groups.map(async (group) => [group.name, await agree(group)] as const)))
  const page = toPage({ groups, leftOut, twice })
  console.log(page)
  if (options.write) {
    writeFileSync(join(ROOT, 'docs', 'quality.md'), page)
    writeFileSync(QUALITY, `${JSON.stringify(toCard(groups), null, 2)}\n`)
    writeFileSync(BASELINE, `${JSON.stringify(await takeBaseline(), null, 2)}\n`)
  }
}
