/** What is followed and was read: a plain file that people may write in, and that no change of Kith's ever spoils. */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { changeKept, keptFile, readKept } from '../../../server/keep/kept.ts'
import { changeKeptText, type Mark, readKeptText } from '../../../server/keep/kept-text.ts'
import { testFolder } from '../../folder.ts'

const folder = testFolder()
const mark = (id: string): Mark => ({ id, name: id.toUpperCase(), day: '2024-05-06' })
const follow = (...ids: string[]) => ({ follows: { add: ids.map(mark), drop: () => false } })
const unfollow = (...ids: string[]) => ({ follows: { add: [], drop: ({ id }: Mark) => ids.includes(id) } })
const idsOf = (text: string) => readKeptText(text, 'kept').follows.map(({ id }) => id)

describe('the text', () => {
  it('is made where there is none, and says what it is', () => {
    const text = changeKeptText(
      '',
      { ...follow('model/rwkv'), read: { add: [mark('paper/x')], drop: () => false } },
      'f',
    )
    expect(text).toBe(
      `# What is followed and what was read. Kith adds and takes away entries; comments and other keys stay.\n\nfollows:\n  - id: model/rwkv\n    name: MODEL/RWKV\n    day: 2024-05-06\nread:\n  - id: paper/x\n    name: PAPER/X\n    day: 2024-05-06\n`,
    )
  })

  it('keeps comments, order and keys that Kith does not know', () => {
    const text = `# mine\nproject: thesis # keep me\nfollows: # the three\n  # the first love\n  - id: model/rwkv\n    why: it started here\n  - DPO\nviews: {a: 1}\n`
    const after = changeKeptText(changeKeptText(text, follow('model/mamba'), 'f'), unfollow('DPO'), 'f')
    for (const kept of [
      '# mine',
      'project: thesis # keep me',
      '# the three',
      '# the first love',
      'why: it started here',
    ])
      expect(after).toContain(kept)
    expect(after.indexOf('project')).toBeLessThan(after.indexOf('follows'))
    expect(after).toMatch(/views: \{ ?a: 1 ?\}/)
    expect(idsOf(after)).toEqual(['model/rwkv', 'model/mamba'])
  })

  it('is the very same text where nothing changes', () => {
    const text = 'follows:   [ model/rwkv ]\n\n\n# end'
    expect(changeKeptText(text, follow('model/rwkv'), 'f')).toBe(text)
    expect(changeKeptText(text, unfollow('model/none'), 'f')).toBe(text)
  })

  it.each([
    ['', []],
    ['# only a comment\n', []],
    ['follows:\nread:\n', []],
    ['follows: []\n', []],
    ['follows: [model/rwkv, DPO]\n', ['model/rwkv', 'DPO']],
    ['\ufefffollows:\r\n- model/rwkv\r\n', ['model/rwkv']],
  ])('may be %j', (text, ids) => {
    expect(idsOf(text)).toEqual(ids)
    expect(idsOf(changeKeptText(text, follow('method/new'), 'f'))).toEqual([...ids, 'method/new'])
  })

  it.each([
    ['follows: [a\nread: b', /^f line \d is no YAML/],
    ['- a\n- b\n', /^f line 1 is no list that Kith knows/],
    ['just words', /^f line 1 is no list/],
    ['read: []\nfollows: RWKV\n', /^f line 2 says "follows:" and no list/],
    ['follows:\n  - id: a\n  - name: no id\n', /^f line 3 is no entry of "follows:"/],
    ['follows:\n  - 12\n', /^f line 2 is no entry/],
    ['follows: [a]\nfollows: [b]\n', /^f line 2 is no YAML/],
    ['a: 1\n---\nb: 2\n', /^f line \d is no YAML/],
  ])('that is %j is named with its line, and never written over', (text, says) => {
    expect(() => readKeptText(text, 'f')).toThrow(says)
    expect(() => changeKeptText(text, follow('model/rwkv'), 'f')).toThrow(says)
  })

  it('holds what was followed and not unfollowed since, in order (law)', () => {
    const step = fc.record({ id: fc.constantFrom('a/1', 'b/2', 'c/3', 'd/4'), on: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let text = ''
        let wanted: string[] = []
        for (const { id, on } of steps) {
          text = changeKeptText(text, on ? follow(id) : unfollow(id), 'f')
          wanted = on ? [...new Set([...wanted, id])] : wanted.filter((one) => one !== id)
        }
        expect(idsOf(text)).toEqual(wanted)
      }),
    )
  })
})

describe('the file', () => {
  it('loses nothing when many change it at once, and leaves nothing beside it', async () => {
    const file = folder('kith.kept.yaml')
    const ids = Array.from({ length: 24 }, (_, at) => `method/m${at}`)
    await Promise.all(ids.map((id) => changeKept(file, follow(id))))
    const { follows } = await readKept(file)
    expect(follows.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(readdirSync(folder()).filter((name) => name.startsWith('.kith'))).toEqual([])
  })

  it('is written though a process died while it held the lock', async () => {
    const lock = folder('.kith.kept.yaml.lock')
    // No process has this number.
    writeFileSync(lock, '4194999')
    await changeKept(folder('after.yaml'), follow('model/rwkv'))
    expect(existsSync(lock)).toBe(false)
  })

  it('that cannot be read as such stays as it is, byte for byte', async () => {
    const file = folder('bad.yaml')
    writeFileSync(file, 'follows: [a\n')
    await expect(changeKept(file, follow('b'))).rejects.toThrow(/bad\.yaml line/)
    expect(readFileSync(file, 'utf8')).toBe('follows: [a\n')
  })

  it('may be a link to a file elsewhere, and stays one', async () => {
    writeFileSync(folder('real.yaml'), '')
    symlinkSync(folder('real.yaml'), folder('link.yaml'))
    await changeKept(folder('link.yaml'), follow('model/rwkv'))
    expect(readFileSync(folder('real.yaml'), 'utf8')).toContain('model/rwkv')
  })

  it('says where it may be put, where there is no place for it', async () => {
    await expect(changeKept(null, follow('a'))).rejects.toThrow(/not known here.*KITH_KEPT or --kept/)
    await expect(changeKept(folder('gone', 'kept.yaml'), follow('a'))).rejects.toThrow(/cannot be written.*KITH_KEPT/)
    expect(await readKept(null)).toEqual({ follows: [], read: [] })
  })

  it('lies beside the notes, unless a setting says otherwise', async () => {
    writeFileSync(folder('sources'), '/notes\n')
    const graph = `file:${folder()}`
    expect(await keptFile({ graph, kept: null })).toBe('/notes/kith.kept.yaml')
    expect(await keptFile({ graph, kept: 'mine.yaml' })).toBe('mine.yaml')
    expect(await keptFile({ graph: `file:${folder('none')}`, kept: null })).toBe(null)
  })
})
