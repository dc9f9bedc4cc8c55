/** The saved questions of `cypher/gallery/`: the first line of each file says what it finds. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

export interface SavedQuery {
  name: string
  description: string
  query: string
}

let queries: SavedQuery[] | undefined

export function gallery(): SavedQuery[] {
  const folder = join(ROOT, 'cypher', 'gallery')
  queries ??= readdirSync(folder)
    .sort()
    .map((file) => {
      const [first = '', ...lines] = readFileSync(join(folder, file), 'utf8').split('\n')
      return {
        name: file.replace(/\.cypher$/, ''),
        description: first.replace(/^\/\/\s*/, ''),
        query: lines.join('\n').trim(),
      }
    })
  return queries
}
