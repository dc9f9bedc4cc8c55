/** Every question that comes with Kith says what it asks in both languages, and has an answer on both stores. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { savedQueries } from '../../../server/api/gallery.ts'
import { gallery, toSavedQuery } from '../../../server/ask/gallery.ts'
import { sha256Of } from '../../../server/canonical.ts'
import { type Console, openConsole } from '../../../server/console/console.ts'
import { openGraph, replaceGraph } from '../../../server/store/open.ts'
import { testFolder } from '../../folder.ts'
import { describeWith, testNeo4j } from '../../needs.ts'
import { sampleGraph } from '../../sample.ts'

const NOBODY = { username: '', password: '', database: '' }
const url = `file:${testFolder()('graph')}`
beforeAll(async () => {
  const graph = await sampleGraph()
  await replaceGraph(url, NOBODY, graph, { sha256: sha256Of(graph) })
}, 60_000)

const valuesOf = ({ params }: (typeof questions)[number]) =>
  Object.fromEntries(params.map(({ name, value }) => [name, value]))
const questions = gallery()

describe('the gallery', () => {
  it('has many questions, in the shape it promises', () => {
    expect(savedQueries.parse({ items: questions, total: questions.length }).items).toEqual(questions)
    expect(questions.length).toBeGreaterThanOrEqual(15)
    expect(new Set(questions.map(({ group }) => group)).size).toBe(5)
  })

  it.each(questions)('$name is told in both languages, its parameters too', ({ title, params }) => {
    for (const { en, zh } of [title, ...params.map(({ about }) => about)]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it.each(questions)('$name gives its parameters, and no others, a value', ({ query, params }) => {
    expect([...new Set(query.match(/\$\w+/g))].sort()).toEqual(params.map(({ name }) => `$${name}`).sort())
  })

  it('refuses a file whose header leaves something out', () => {
    expect(() => toSavedQuery('one', '// en: One\n// group: words\nRETURN 1')).toThrow(/lacks en, zh/)
    expect(() => toSavedQuery('one', '// en: One\n// zh: 一\n// group: words\n// $a  1  一\nRETURN $a')).toThrow(
      /explain/,
    )
  })
})

describe('on the sample notes', () => {
  let console: Console
  beforeAll(() => {
    console = openConsole(url, NOBODY)
  })
  afterAll(() => console.close())

  it.each(questions)('$name has an answer', async (question) => {
    const { rows } = await console.query(question.query, valuesOf(question))
    expect(rows.length).toBeGreaterThan(0)
  })
})

describeWith('Neo4j', 'on a Neo4j', () => {
  const { url: neo4j, credentials } = testNeo4j()
  beforeAll(async () => {
    const graph = await sampleGraph()
    await replaceGraph(neo4j, credentials, graph, { sha256: 'gallery' })
  }, 120_000)

  it.each(questions)(
    '$name has the same answer as on the embedded store',
    async (question) => {
      const databases = [openGraph(url, NOBODY), openGraph(neo4j, credentials)]
      const [here, there] = await Promise.all(databases.map((one) => one.run(question.query, valuesOf(question))))
      expect(there).toEqual(here)
      await Promise.all(databases.map((one) => one.close()))
    },
    60_000,
  )
})
