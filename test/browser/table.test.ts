/** The same graph as tables: for who would rather read rows, or cannot see the picture. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer, pictureOf } from './explorer.ts'

describeWith('browser', 'the tables in a browser', () => {
  let explorer: Explorer
  let page: Page
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())
  beforeEach(async () => {
    ;({ page } = await explorer.open())
    await pictureOf(page)
  })
  afterEach(() => page.context().close())

  const params = async () => new URLSearchParams((await page.evaluate(() => location.hash)).split('?')[1])
  const box = (tab = 'entities') => page.locator(`.${tab}`)
  const names = () => page.locator('.table-body .row .row-name').allTextContents()
  const activeOf = (tab = 'entities') => box(tab).getAttribute('aria-activedescendant')
  const widen = () => page.getByRole('button', { name: 'Wide table' }).click()

  it('sorts by a column, the other way round when asked again, and says so', async () => {
    await page.getByRole('button', { name: 'Name', exact: true }).click()
    const down = await names()
    expect(down).toEqual([...down].sort(new Intl.Collator('en', { numeric: true }).compare))
    await page.getByText('Sorted by Name, ascending').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Name', exact: true }).click()
    expect(await names()).toEqual(down.reverse())
  })

  it('moves with the arrows, opens with Enter, adds with Space and extends with Shift', async () => {
    await box().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    expect(await activeOf()).toBe('entities-row-1')
    expect((await params()).has('focus')).toBe(false)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.includes('focus='))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    expect(await page.locator('.entities [aria-selected=true]').count()).toBe(2)
    await page.keyboard.press('End')
    await page.keyboard.press('PageUp')
    expect(await activeOf()).not.toBe('entities-row-2')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await page.locator('.entities [aria-selected=true]').count()).toBe(3)
    expect((await params()).get('some')?.split(',')).toHaveLength(3)
  })

  it('shows what can be done with a row, by the Menu key and by the right button', async () => {
    await box().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('option').nth(3).click({ button: 'right' })
    await page.getByRole('menu').waitFor()
  })

  it('opens an edge from the list of edges', async () => {
    await page.getByRole('tab', { name: /^Entities/ }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { selected: true }).textContent()).toMatch(/^Edges/)
    await box('edges').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.locator('.meetings .receipt').first().waitFor()
    expect([...(await params()).keys()]).toEqual(['a', 'b'])
  })

  it('spreads over the picture with every column, and folds back with Escape', async () => {
    await widen()
    const grid = page.getByRole('grid')
    expect(await grid.getByRole('columnheader').count()).toBe(7)
    expect(await grid.getAttribute('aria-rowcount')).toBe(String((await grid.locator('.row').count()) + 1))
    await grid.getByRole('button', { name: 'Company in view' }).click()
    const header = grid.getByRole('columnheader', { name: /^Company/ })
    expect(await header.getAttribute('aria-sort')).toBe('descending')
    const company = (await grid.locator('.row .cell-company').allTextContents()).map(Number)
    expect(company).toEqual([...company].sort((a, b) => b - a))
    expect((await grid.boundingBox())?.width).toBeGreaterThan(700)
    await page.getByRole('tab', { name: /^Edges/ }).click()
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(
      expect.arrayContaining(['Relation', 'Scope', 'Weight ↓', 'Met']),
    )
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').first().waitFor()
  })

  it('shows all three names of a story', async () => {
    await page.getByRole('button', { name: 'RWKV – Mamba – linear attention' }).click()
    expect((await params()).get('some')?.split(',').sort()).toEqual([
      'method/linear-attention',
      'model/mamba',
      'model/rwkv',
    ])
    expect(await page.locator('.entities [aria-selected=true]').count()).toBe(3)
  })

  it.each([
    ['light', 1280, 'en-GB'],
    ['dark', 1280, 'zh-CN'],
    ['light', 390, 'zh-CN'],
  ] as const)(
    'has no fault that axe can find: %s, %d px, %s',
    async (colorScheme, width, locale) => {
      const hash = '#/look?since=2024-03&hide=Paper'
      const { page: other } = await explorer.open(hash, { colorScheme, locale, viewport: { width, height: 800 } })
      await other.locator('.entities [role=option]').first().waitFor({ state: 'attached' })
      if (width < 900) await other.locator('[aria-controls=pane-list]').click()
      for (const summary of await other.locator('.legend summary').all()) await summary.click()
      const found: string[] = []
      const look = async (what: string) => {
        const { violations } = await new AxeBuilder({ page: other }).include('.pane-list').analyze()
        found.push(
          ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${what}: ${id}: ${target.join(' ')}`)),
        )
      }
      await look('list')
      await other.locator('#tab-edges').click()
      await look('edges')
      await other.locator('.tabs-line .quiet').click()
      await look('wide')
      await other.context().close()
      expect(found).toEqual([])
    },
    180_000,
  )
})
