/** Every query of cypher/ says what it finds and what its parameters mean, and no query is left over. */

import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ROOT } from '../server/root.ts'

const queries = filesOf('cypher', '.cypher').map((file) => {
  const lines = readFileSync(join(ROOT, file), 'utf8').trim().split('\n')
  const end = lines.findIndex((line) => !line.startsWith('//'))
  return { file, header: lines.slice(0, end).join('\n'), text: lines.slice(end).join('\n') }
})

/** Below a folder of the project, by their path in it. */
function filesOf(folder: string, end: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file))
    .sort()
}

const parametersIn = (text: string) => [...new Set(text.match(/\$\w+/g))].sort()

describe.each(queries)('$file', ({ header, text }) => {
  it('says in words what it finds', () => {
    expect(header).toMatch(/^\/\/ \S.{10,}/)
  })
  it('explains its parameters, and no others', () => {
    // A parameter is explained on a line of its own: `// $id  of the entity`, `// $a, $b  their ids`.
    const explained = header.split('\n').filter((line) => /^\/\/ \$/.test(line))
    expect(parametersIn(explained.join('\n'))).toEqual(parametersIn(text))
    for (const line of explained) expect(line).toMatch(/^\/\/ \$\w+(?:, \$\w+)* {2,}\S/)
  })
  it('holds nothing but a query', () => {
    expect(text).not.toMatch(/\t|[ ]$|;.*\S/m)
    if (!/schema/.test(header)) expect(text.trim()).not.toBe('')
  })
  it('breaks ties by an id where its answer is cut', () => {
    if (!/^LIMIT\b/m.test(text)) return
    const order = /^ORDER BY (.+)$/m.exec(text)?.[1] ?? 'nothing'
    expect(order.split(',').at(-1)?.trim()).toMatch(/^(?:(?:\w+\.)?id|\w+Id|document|passage|paper|source|target)$/)
  })
})

it('every query is asked for by its name', () => {
  const server = filesOf('server', '.ts')
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n')
  const isAsked = (name: string) => server.includes(`'${name}'`)
  // `save-${name}` asks for a query of each kind of thing.
  const isAskedByKind = (name: string) => {
    const [, prefix, kind] = /^(list|remove|save)-(.+)$/.exec(name) ?? []
    return prefix !== undefined && server.includes(`\`${prefix}-\${name}\``) && isAsked(`${kind}`)
  }
  const names = queries
    .filter(({ file }) => !file.includes('gallery'))
    .map(({ file }) => basename(file).replace(/(?:\.(?:grafeo|neo4j))?\.cypher$/, ''))
  expect(names.filter((name) => !isAsked(name) && !isAskedByKind(name))).toEqual([])
})
