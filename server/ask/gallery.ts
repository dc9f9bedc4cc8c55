/**
 * The questions of `cypher/gallery/`, each a file whose header says all that the screen shows of it:
 *
 *     // en: Concepts that two models share
 *     // zh: 两个模型共有的概念
 *     // group: company
 *     //
 *     // $a  "model/rwkv"  one entity, by its id · 一个实体的 id
 *
 * A parameter's line holds its name, the value it begins with as JSON, and what it means in both languages.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { GROUPS, type SavedQuery } from '../api/gallery.ts'
import { ROOT } from '../root.ts'

let queries: SavedQuery[] | undefined

/** By group, then by name. */
export function gallery(): SavedQuery[] {
  const folder = join(ROOT, 'cypher', 'gallery')
  queries ??= readdirSync(folder)
    .sort()
    .map((file) => toSavedQuery(file.replace(/\.cypher$/, ''), readFileSync(join(folder, file), 'utf8')))
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group))
  return queries
}

/** @throws Error where the header does not say what the screen needs: that is a fault of ours, found by the tests */
export function toSavedQuery(name: string, text: string): SavedQuery {
  const lines = text.trim().split('\n')
  const end = lines.findIndex((line) => !line.startsWith('//'))
  const header = lines.slice(0, end).map((line) => line.replace(/^\/\/ ?/, ''))
  const said = (key: string) => header.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2) ?? ''
  const [en, zh, group] = [said('en'), said('zh'), GROUPS.find((one) => one === said('group'))]
  if (!en || !zh || !group) throw new Error(`cypher/gallery/${name}.cypher lacks en, zh or a known group in its header`)
  return {
    name,
    group,
    title: { en, zh },
    params: header.filter((line) => line.startsWith('$')).map((line) => toParam(name, line)),
    query: lines.slice(end).join('\n'),
  }
}

/** `$a  "model/rwkv"  one entity, by its id · 一个实体的 id`. */
function toParam(file: string, line: string): SavedQuery['params'][number] {
  const [, name, value, en, zh] = /^\$(\w+) {2,}(\S.*?) {2,}(\S.*?) · (\S.*)$/.exec(line) ?? []
  if (!name || !value || !en || !zh) throw new Error(`cypher/gallery/${file}.cypher does not explain ${line}`)
  return { name, value: JSON.parse(value) as SavedQuery['params'][number]['value'], about: { en, zh } }
}
