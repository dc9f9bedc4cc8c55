/** How much of the explorer goes over the wire: what the page asks for at once, and what it asks for later. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Row } from './bench.ts'

const CLIENT = join(import.meta.dirname, '..', '..', 'dist', 'client')

export async function measureBundle(): Promise<Row[]> {
  if (!existsSync(join(CLIENT, 'index.html'))) {
    return [{ what: 'the explorer over the wire', figure: 'not measured', note: 'npm run build:client makes it' }]
  }
  const page = readFileSync(join(CLIENT, 'index.html'), 'utf8')
  const files = readdirSync(join(CLIENT, 'assets')).map((name) => ({
    name,
    zipped: gzipSync(readFileSync(join(CLIENT, 'assets', name))).length,
    first: page.includes(name),
  }))
  const sum = (some: typeof files) => some.reduce((all, { zipped }) => all + zipped, gzipSync(page).length)
  const later = files.filter(({ first }) => !first).sort((a, b) => b.zipped - a.zipped)
  return [
    {
      what: 'the explorer over the wire, gzip: first load',
      figure: inKilobytes(sum(files.filter(({ first }) => first))),
      note: 'page, style and script: search and list work',
    },
    { what: 'the explorer over the wire, gzip: everything', figure: inKilobytes(sum(files)), note: 'with the graph' },
    ...later.map(
      ({ name, zipped }): Row => ({
        what: `a chunk that is loaded later: ${name.replace(/-[\w-]{8}\.(\w+)$/, '.$1')}`,
        figure: inKilobytes(zipped),
        note: 'gzip',
      }),
    ),
  ]
}

const inKilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`
