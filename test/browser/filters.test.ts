/** What is left out, by pointer and by keyboard, and that the address, the counts and the live region tell it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { drawn, type Explorer, openExplorer, pictureOf } from './explorer.ts'

describeWith('browser', 'filters in a browser', () => {
  let explorer: Explorer
  let page: Page
  let problems: string[]
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())
  beforeEach(async () => {
    ;({ page, problems } = await explorer.open())
    await pictureOf(page)
  })
  afterEach(async () => {
    await page.context().close()
    expect(problems).toEqual([])
  })

  const params = async () => new URLSearchParams((await page.evaluate(() => location.hash)).split('?')[1])
  const entities = async () =>
    Number((await page.getByRole('tab', { name: /^Entities/ }).textContent())?.match(/\d+/)?.[0])
  const edges = async () => Number((await page.getByRole('tab', { name: /^Edges/ }).textContent())?.match(/\d+/)?.[0])
  const open = (name: string) => page.locator('summary', { hasText: name }).click()
  const from = () => page.getByRole('slider', { name: /From$/ })
  const until = () => page.getByRole('slider', { name: /Until$/ })

  it('tells beforehand how many a switch brings', async () => {
    const method = page.getByRole('button', { name: /^Method \d/ })
    const count = Number((await method.textContent())?.match(/\d+/)?.[0])
    const all = await entities()
    await method.click()
    expect(await entities()).toBe(all - count)
    expect(await method.textContent()).toContain(String(count))
    await method.click()
    expect(await entities()).toBe(all)
  })

  it('shows one kind alone, and resets with a click or a key', async () => {
    await page.getByRole('button', { name: /^Paper \d/ }).click({ modifiers: ['Alt'] })
    expect(new Set((await drawn(page)).map(({ kind }) => kind))).toEqual(new Set(['Paper']))
    await page.getByRole('button', { name: /^Reset \d filters?$/ }).click()
    expect((await params()).has('hide')).toBe(false)
    await page.getByRole('button', { name: 'Show only Paper' }).click({ force: true })
    expect((await params()).get('hide')).toContain('Model')
    await page.keyboard.press('r')
    expect((await params()).has('hide')).toBe(false)
  })

  it('leaves out a relation and what weighs little, and says so', async () => {
    await open('Edges')
    const all = await edges()
    await page.getByRole('button', { name: /^named together/ }).click()
    expect(await edges()).toBeLessThan(all)
    expect((await params()).get('omit')).toBe('CO_MENTION')
    await page.getByRole('button', { name: /^named together/ }).click()
    const weight = page.getByRole('slider', { name: /^Weight at least/ })
    await weight.focus()
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight')
    const least = Number((await params()).get('weight'))
    expect(least).toBeGreaterThan(0)
    expect(await edges()).toBeLessThan(all)
    expect(await weight.getAttribute('aria-valuetext')).toBe(`${least.toFixed(2)}, ${await edges()} edges pass`)
    await page.getByText(`${await entities()} entities and ${await edges()} edges pass`).waitFor({ state: 'attached' })
  })

  describe('by time', () => {
    it('takes the months that are dragged over, as one step back', async () => {
      const plot = await page.locator('.plot').boundingBox()
      const { x = 0, y = 0, width = 0, height = 0 } = plot ?? {}
      const all = await entities()
      await page.mouse.move(x + width * 0.3, y + height / 2)
      await page.mouse.down()
      await page.mouse.move(x + width * 0.45, y + height / 2, { steps: 8 })
      await page.mouse.move(x + width * 0.6, y + height / 2, { steps: 8 })
      await page.mouse.up()
      expect((await params()).get('since')).toMatch(/^2024-\d\d$/)
      expect((await params()).get('until')).toMatch(/^2024-\d\d$/)
      expect(await entities()).toBeLessThan(all)
      await page.goBack()
      expect((await params()).has('since')).toBe(false)
      expect(await entities()).toBe(all)
    })

    it('takes one month by a click, an end by its handle, and all again by a double click', async () => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('.plot').boundingBox()) ?? {}
      await page.mouse.click(x + width * 0.5, y + height / 2)
      expect((await params()).get('since')).toBe((await params()).get('until'))
      const handle = (await until().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      await page.mouse.move(handle.x + 3, handle.y + 10)
      await page.mouse.down()
      await page.mouse.move(x + width * 0.8, y + 10, { steps: 6 })
      await page.mouse.up()
      expect(((await params()).get('until') ?? '') > ((await params()).get('since') ?? '~')).toBe(true)
      await page.mouse.dblclick(x + width * 0.2, y + height / 2)
      expect([(await params()).has('since'), (await params()).has('until')]).toEqual([false, false])
    })

    it('moves its ends with the arrow keys, and neither past the other', async () => {
      await from().focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      expect((await params()).get('since')).toBe('2024-02')
      expect(await from().getAttribute('aria-valuetext')).toMatch(/^2024-02, \d+ mentions$/)
      await page.keyboard.press('End')
      expect(await from().getAttribute('aria-valuenow')).toBe(await until().getAttribute('aria-valuenow'))
      await page.keyboard.press('Home')
      expect((await params()).has('since')).toBe(false)
      await until().focus()
      await page.keyboard.press('PageDown')
      expect((await params()).get('until')).toMatch(/^2024-0/)
      await page.getByRole('button', { name: 'All time' }).click()
      expect((await params()).has('until')).toBe(false)
    })
  })

  it('shows what one document names, chosen by keyboard in the tree', async () => {
    await open('Where')
    const tree = page.getByRole('tree')
    await tree.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const chosen = page.getByRole('treeitem', { selected: true })
    const count = Number((await chosen.locator('.count').textContent())?.match(/\d+/)?.[0])
    expect((await params()).get('source')).toBe(await chosen.getAttribute('title'))
    expect(await entities()).toBe(count)
    await page.keyboard.press('Enter')
    expect((await params()).has('source')).toBe(false)
  })

  it('closes and opens a folder with the arrow keys', async () => {
    await open('Where')
    const folder = page.getByRole('treeitem', { name: /^papers/ })
    expect(await folder.getAttribute('aria-expanded')).toBe('true')
    await page.getByRole('tree').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    expect(await folder.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press(' ')
    expect((await params()).get('source')).toBe('papers/2405.21060.md')
  })

  it('reads all of it from an address', async () => {
    await page.goto(`${explorer.url}/#/look?hide=Method&since=2024-03&until=2024-06&weight=0.42&source=papers/`)
    await page.getByRole('button', { name: 'Reset 4 filters' }).waitFor()
    await open('Edges')
    expect(await page.getByRole('slider', { name: /^Weight/ }).getAttribute('aria-valuetext')).toMatch(/^0\.42,/)
    expect(await from().getAttribute('aria-valuetext')).toMatch(/^2024-03,/)
  })
})
