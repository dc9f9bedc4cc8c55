/** What every command promises: help, exit codes, one line where something is wrong. */

import { writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { testFolder } from '../../folder.ts'
import { kith } from '../../kith.ts'

const folder = testFolder()

const COMMANDS = [
  ...['demo', 'build', 'serve', 'extract', 'search', 'show', 'bridge', 'related', 'survey', 'gaps'],
  ...['digest', 'follow', 'unfollow', 'read', 'diff', 'cypher'],
  ...['merge', 'split', 'rename', 'kind', 'ignore', 'undo'],
  ...['verify', 'export', 'push', 'eval', 'doctor'],
] as const

it('names its commands', async () => {
  const { code, stdout, stderr } = await kith(['--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const named = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)
  expect(named).toEqual([...COMMANDS, 'help'])
})

it.each(COMMANDS)('kith %s --help says what it takes', async (command) => {
  const { code, stdout, stderr } = await kith([command, '--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(new RegExp(`^Usage: kith ${command} .*\n\n\\S`))
})

it('says its version', async () => {
  const { code, stdout } = await kith(['--version'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

it.each([
  [['bild'], /unknown command 'bild' \(Did you mean build\?\)/],
  [['build'], /missing required argument 'path'/],
  [['build', '.', '--jbos', '2'], /unknown option '--jbos' \(Did you mean --jobs\?\)/],
  [['build', '.', '--jobs', '0'], /whole number from 1/],
  [['build', '.', '--jobs', 'two'], /whole number from 1/],
  [['build', '.', '--jobs'], /argument missing/],
  [['search'], /missing required argument/],
  [['search', 'x', '--limit', '-1'], /whole number from 1/],
  [['show'], /missing required argument/],
  [['show', 'a', 'b'], /too many arguments/],
  [['cypher'], /missing required argument/],
  [['cypher', 'RETURN 1', '--params', '[1]'], /It must be a JSON object/],
  [['cypher', 'RETURN 1', '--params', '{'], /It must be a JSON object/],
  [['cypher', 'RETURN 1', '--format', 'xml'], /Allowed choices are table, json, csv/],
  [['export', '--format', 'docx'], /Allowed choices are .*jsonl/],
  [['serve', '--port', '70000'], /number from 0 to 65535/],
  [['serve', '--port', 'http'], /number from 0 to 65535/],
  [['verify', 'now'], /too many arguments/],
  [['eval', 'gold.json'], /required option '--text <path...>' not specified/],
  [['push'], /missing required argument 'url'/],
  [['merge', 'a'], /missing required argument 'into'/],
  [['split', 'a'], /required option '--surface <spelling...>' not specified/],
  [['kind', 'a', 'Beast'], /Allowed choices are Model, /],
  [['undo', '0'], /whole number from 1/],
  [['--nothing'], /unknown option '--nothing'/],
])('kith %j is wrong usage: 2, and one line that says so', async (args, says) => {
  const { code, stdout, stderr } = await kith(args, { cwd: folder() })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^kith: [^\n]*"kith --help" says what there is\.\n$/)
  expect(stderr).toMatch(says)
})

it('kith alone shows what there is, and is wrong usage', async () => {
  const { code, stdout, stderr } = await kith([])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^Usage: kith /)
})

describe('without a graph', () => {
  it.each([
    [['search', 'rwkv']],
    [['show', 'rwkv']],
    [['related', 'dpo']],
    [['merge', 'a', 'b']],
    [['cypher', 'RETURN 1 AS n']],
    [['export']],
    [['verify', '--root', '.']],
    [['push', 'bolt://127.0.0.1:1']],
  ])('kith %j fails with one line that says what to do', async (args) => {
    const { code, stdout, stderr } = await kith(args, { cwd: folder() })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^kith: There is no graph at [^\n]*kith build <folder>[^\n]*\n$/)
  })
})

describe('settings', () => {
  it.each<[Record<string, string>, readonly string[], RegExp]>([
    [{ KITH_GRAPH: 'mysql://db' }, ['search', 'x'], /"mysql:\/\/db" is no graph/],
    [{ KITH_GRAPH: 'file:' }, ['search', 'x'], /"file:" is no graph/],
    [{ KITH_PORT: 'many' }, ['serve'], /KITH_PORT is "many"/],
    [{ KITH_LOG: 'loud' }, ['serve'], /KITH_LOG is "loud".*warn/],
    [{ KITH_HOST: '0.0.0.0' }, ['serve'], /KITH_TOKEN must be set/],
    [{ KITH_GRAPH: 'bolt://127.0.0.1:1' }, ['search', 'x'], /Neo4j does not answer at bolt:\/\/127\.0\.0\.1:1/],
    [{ NEO4J_URI: 'bolt://127.0.0.1:1' }, ['search', 'x'], /Neo4j does not answer/],
  ])('%j that cannot be are named', async (env, args, says) => {
    const { code, stdout, stderr } = await kith(args, { cwd: folder(), env })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^kith: [^\n]+\n$/)
    expect(stderr).toMatch(says)
  })

  it('may stand in .env, and the environment is stronger', async () => {
    writeFileSync(folder('.env'), 'KITH_GRAPH=file:from-env-file\n')
    const first = await kith(['search', 'x'], { cwd: folder() })
    const second = await kith(['search', 'x'], { cwd: folder(), env: { KITH_GRAPH: 'file:from-environment' } })
    const third = await kith(['search', 'x', '--graph', 'file:from-flag'], { cwd: folder() })
    expect(first.stderr).toContain('from-env-file')
    expect(second.stderr).toContain('from-environment')
    expect(third.stderr).toContain('from-flag')
  })

  it('with a password in an address never show it', async () => {
    const env = { KITH_GRAPH: 'bolt://neo4j:hunter2@127.0.0.1:1' }
    const { stdout, stderr } = await kith(['search', 'x'], { cwd: folder(), env })
    expect(stdout + stderr).not.toContain('hunter2')
  })
})
