import { describe, expect, it } from '@jest/globals'
import type { Command, CommandId } from '../../client/commands.ts'
import { toKeyNames } from '../../client/key-names.ts'
import { matching } from '../../client/matching.ts'
import { type Recent, remember, toRecent } from '../../client/state/recent.ts'
import { answer, CLOSED, hasten, isForCommands, isPending, move, type, withoutSign } from '../../client/state/search.ts'

const command = (id: CommandId, when = true): Command => ({ id, keys: [], when: () => when, run: () => {} })
const commands = [command('undo'), command('fit'), command('bringBack', false), command('saveView'), command('theme')]
const found = (text: string) => matching(text, commands).map(({ id }) => id)

describe('the commands in the palette', () => {
  it.each([
    ['in English', 'fit', ['fit']],
    ['in Chinese', '撤销', ['undo']],
    ['by any of its words, in any order', 'view save', ['saveView']],
    ['however it is written', 'ＵＮＤＯ', ['undo']],
    ['not by a letter that is in every name', 'e', []],
    ['not by words that none has', 'zzz', []],
  ])('are found %s', (_how, text, ids) => {
    expect(found(text)).toEqual(ids)
  })

  it('are only those that mean something now', () => {
    expect(found('bring back')).toEqual([])
    expect(found('')).toEqual(['undo', 'fit', 'saveView', 'theme'])
  })
})

describe('the search field', () => {
  it.each(['>', ' > fit', '＞适应', '》适应'])('takes %j for a command', (text) => {
    expect(isForCommands(text)).toBe(true)
    expect(withoutSign(text)).not.toMatch(/^[\s>＞》]/)
  })

  it('waits for names, not for commands', () => {
    expect(isPending(type('rw')(CLOSED))).toBe(true)
    expect(isPending(answer('rw', [])(type('rw')(CLOSED)))).toBe(false)
    expect(isPending(type('>rw')(CLOSED))).toBe(false)
    expect(isPending(type(' ')(CLOSED))).toBe(false)
  })

  it('takes nothing in haste once other letters came', () => {
    expect(type('rwk')(hasten()(type('rw')(CLOSED))).hasty).toBe(false)
  })

  it('goes up from the field to the last offer', () => {
    expect(move(-1, 3)(type('rw')(CLOSED)).active).toBe(2)
    expect(move(1, 0)(type('rw')(CLOSED)).active).toBe(-1)
  })
})

describe('what was looked at before', () => {
  const one = { id: 'model/rwkv', name: 'RWKV', kind: 'Model' as const }
  it('stands once, latest first, and never more than six', () => {
    const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...one, id }))
    const all = [one, ...others, one].reduce<readonly Recent[]>((now, next) => remember(next)(now), toRecent(null))
    expect(all.map(({ id }) => id)).toEqual(['model/rwkv', 'f', 'e', 'd', 'c', 'b'])
  })

  it.each(['', 'no JSON', '{}', '[1, null, {"id": "x"}, {"id": "x", "name": "X", "kind": "Nothing"}]'])(
    'is nothing where %j was kept',
    (text) => {
      expect(toRecent(text)).toEqual([])
    },
  )
})

it('names keys as they stand on the keyboard', () => {
  expect(toKeyNames('Mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(toKeyNames('Mod+Shift+z', true)).toEqual(['⌘', '⇧', 'Z'])
  expect(toKeyNames('+', false)).toEqual(['+'])
})
