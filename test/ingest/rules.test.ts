/** The rules keep what their catalog says of them. */
import { describe, expect, it } from '@jest/globals'
import { CATALOG } from '../../ingest/rules/catalog.ts'
import { graphOf } from './graph-of.ts'

describe('a rule', () => {
  it.each(CATALOG.map(({ name, reason, example }) => [name, reason, example]))('%s: %s', (name, _reason, example) => {
    const surface = /⟦(.*?)⟧/s.exec(example)?.[1]
    const { mentions } = graphOf({ 'n.md': example.replace(/[⟦⟧]/g, '') })
    expect(mentions.map((mention) => `${mention.rule} ${mention.surface}`)).toContain(`${name} ${surface}`)
  })

  it('is told once', () => {
    const names = CATALOG.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
