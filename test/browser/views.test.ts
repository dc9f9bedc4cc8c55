/** A view is where one left it: after a reload, after a rebuild, at a friend's, and on the way back. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { SAMPLE } from '../sample.ts'
import { type Drawn, drawn, type Explorer, openExplorer, pictureOf } from './explorer.ts'

const ONE_MORE = `# 2024-06-01

RWKV and Mamba again: both are linear attention, and xLSTM joins them. xLSTM was compared with Mamba and RWKV.
Mamba needs no KV cache, xLSTM neither. DPO came up too, beside contrastive learning.
`

describeWith('browser', 'a view', () => {
  let explorer: Explorer
  let notes: string
  beforeAll(async () => {
    notes = mkdtempSync(join(tmpdir(), 'kith-notes-'))
    cpSync(SAMPLE, notes, { recursive: true })
    explorer = await openExplorer(notes)
  })
  afterAll(async () => {
    await explorer.close()
    rmSync(notes, { recursive: true, force: true })
  })

  const places = (nodes: readonly Drawn[]) => new Map(nodes.map(({ id, modelX, modelY }) => [id, [modelX, modelY]]))
  const idsOf = (nodes: readonly Drawn[]) => nodes.map(({ id }) => id).sort()
  const hashOf = (page: Page) => page.evaluate(() => location.hash)
  const expandRwkv = async (page: Page) => {
    await page.getByRole('option', { name: /^RWKV ?,/ }).click()
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    const before = (await drawn(page)).length
    await page.locator('.canvas').press('e')
    await page.waitForFunction(
      (count) => new URLSearchParams(location.hash.split('?')[1]).get('show')?.split(',').length !== count,
      before,
    )
    await page.waitForFunction(() => location.hash.includes('show='))
    return pictureOf(page)
  }

  describe('stands still', () => {
    it('when the page is loaded again, and when the notes are built anew with one more', async () => {
      const { page } = await explorer.open()
      const first = places(await pictureOf(page))
      await page.waitForTimeout(600)
      await page.reload()
      expect(places(await pictureOf(page))).toEqual(first)

      writeFileSync(join(notes, '20240601.md'), ONE_MORE)
      await explorer.rebuild()
      await page.reload()
      const after = places(await pictureOf(page))
      const stayed = [...first.keys()].filter((id) => after.has(id))
      expect(stayed.length).toBeGreaterThan(first.size / 2)
      expect(stayed.filter((id) => String(after.get(id)) !== String(first.get(id)))).toEqual([])
      await page.context().close()
    })

    it('when something is placed by hand and all is arranged anew', async () => {
      const { page } = await explorer.open()
      const mamba = (await pictureOf(page)).find(({ id }) => id === 'model/mamba')
      const [x, y] = [mamba?.x ?? 0, mamba?.y ?? 0]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 60, y + 40, { steps: 5 })
      await page.mouse.up()
      await page.waitForFunction(() => location.hash.includes('pin='))
      const placed = places(await drawn(page)).get('model/mamba')
      await page.locator('.canvas').press('1')
      await page.waitForTimeout(500)
      const arranged = places(await pictureOf(page))
      expect(arranged.get('model/mamba')?.map(Math.round)).toEqual(placed?.map(Math.round))
      await page.context().close()
    })
  })

  it('is restored by its address alone, for a friend who was never here', async () => {
    const { page } = await explorer.open()
    await pictureOf(page)
    const mine = idsOf(await expandRwkv(page))
    await page
      .getByRole('button', { name: /^Person\b/ })
      .first()
      .click()
    const hash = await hashOf(page)
    await page.context().close()

    const friend = await explorer.open(hash)
    expect(idsOf(await pictureOf(friend.page))).toEqual(mine)
    expect(await hashOf(friend.page)).toBe(hash)
    await friend.page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    expect(friend.problems).toEqual([])
    await friend.page.context().close()
  })

  it('comes back with the browser, and goes forward again', async () => {
    const { page } = await explorer.open()
    const first = idsOf(await pictureOf(page))
    const wide = idsOf(await expandRwkv(page))
    await page.getByRole('option', { name: /^Mamba ?,/ }).click()
    await page.getByRole('heading', { name: 'Mamba', exact: true }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    expect(idsOf(await pictureOf(page))).toEqual(wide)
    await page.goBack()
    await page.waitForFunction(() => !location.hash.includes('focus='))
    expect(idsOf(await pictureOf(page))).toEqual(first)
    await page.goForward()
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    await page.context().close()
  })

  it.each([
    ['an id that is no longer there', '#/look?show=model/rwkv,model/mamba,model/gone-since'],
    ['a focus that is no longer there', '#/look?focus=model/gone-since'],
    ['no address at all', '#/%%%?=&&&show=%E0%A4%A&pin=1_1_&layout=9'],
    ['markup', '#/look?focus=<img src=x onerror=alert(1)>'],
  ])('survives %s, and says so or shows the first picture', async (_what, hash) => {
    const { page, problems } = await explorer.open(hash)
    const shown = await pictureOf(page)
    expect(shown.map(({ id }) => id)).toContain('model/rwkv')
    expect(await page.locator('script:not([src]), img[src=x]').count()).toBe(0)
    // That something is not there is a 404, which the browser tells by itself.
    expect(problems.filter((problem) => !/404|400/.test(problem))).toEqual([])
    await page.context().close()
  })

  it('of ten thousand names is bounded, and says so', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `model/m${index}`)
    const { page } = await explorer.open(`#/look?show=model/rwkv,${many.join(',')}`)
    expect(idsOf(await pictureOf(page))).toEqual(['model/rwkv'])
    expect(await page.locator('[aria-live]').first().textContent()).toMatch(/no longer in the graph/)
    await page.context().close()
  })
})
