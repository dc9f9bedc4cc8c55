/** The pages say what is: settings, commands, files and formulas are compared with the code. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { MOST_NAMES, SCOPE_WEIGHTS } from '../ingest/edges.ts'
import { SETTINGS } from '../server/config.ts'
import { ROOT } from '../server/root.ts'
import { kith } from './kith.ts'

const page = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const readme = page('README.md')

describe('the README', () => {
  it('has every setting with its default', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_0-9]+)` \| (?:`([^`]*)`)?\s*\|/gm)].map(([, name, value]) => [
      name,
      value ?? '',
    ])
    expect(rows).toEqual(SETTINGS.map((setting) => [setting.name, setting.default]))
  })

  it('has every command', async () => {
    const { stdout } = await kith(['--help'])
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[options\]|<)/gm)].map(([, name]) => name)
    expect(commands.length).toBeGreaterThan(10)
    for (const command of commands) expect(readme).toContain(`\`kith ${command}`)
  })

  it('shows a picture that is there', () => {
    for (const [, file = ''] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
      expect(existsSync(join(ROOT, file))).toBe(true)
  })

  it('tells the weights of an edge as they are', () => {
    for (const figure of [...Object.values(SCOPE_WEIGHTS), ...Object.values(MOST_NAMES)])
      expect(readme).toMatch(new RegExp(`\\b${String(figure).replace('.', '\\.')}\\b`))
  })
})

describe('CONTRIBUTING', () => {
  it('names files that are there', () => {
    const named = [
      ...page('CONTRIBUTING.md').matchAll(/`((?:ingest|server|client|cypher|test|sample)\/[\w./-]*)`/g),
    ].map(([, path = '']) => path)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})

describe('the package', () => {
  it('holds what runs, and nothing that does not', () => {
    const { files, bin } = JSON.parse(page('package.json')) as { files: string[]; bin: { kith: string } }
    expect(files).toEqual([
      'dist',
      'cypher',
      'docs/quality.json',
      'ingest/lexicon/*.tsv',
      'ingest/lexicon/packages/*.tsv',
      'sample',
    ])
    expect(existsSync(join(ROOT, bin.kith))).toBe(true)
  })

  it('names its licence, and carries it', () => {
    expect(page('LICENSE')).toContain('Apache License')
    expect(readdirSync(ROOT)).toEqual(expect.arrayContaining(['SECURITY.md', 'CHANGELOG.md', 'CONTRIBUTING.md']))
  })
})

it('names no folder of the machine it was made on', () => {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  const files = stdout
    .split('\0')
    .filter((file) => /\.(?:[cm]?[jt]sx?|md|json|ya?ml|cypher|tsv|txt|css|html)$/.test(file))
  const telling = files.filter(
    (file) => existsSync(join(ROOT, file)) && /(?:\/home\/|\/Users\/|\/work\/|C:\\Users)\w/.test(page(file)),
  )
  expect(telling).toEqual([])
})
