/** Search as people meet it: names, papers and passages in one list, by keyboard and by touch, in both languages. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer, pictureOf } from './explorer.ts'

describeWith('browser', 'search', () => {
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

  const group = (name: string) => page.getByRole('group', { name, exact: true })
  const chosen = () => page.locator('#search-hits [aria-selected=true]')
  const typed = async (text: string, first: string) => {
    await page.locator('#search').fill(text)
    await group(first).getByRole('option').first().waitFor()
  }

  it('puts a name first and its passages below, in one list that the arrows run through', async () => {
    await typed('linear attention', 'Names')
    await group('Passages').locator('mark').first().waitFor()
    const heads = await page.locator('#search-hits .small-head').allTextContents()
    expect(heads.slice(0, 1)).toEqual(['Names'])
    const all = await page.locator('#search-hits [role=option]').count()
    await page.locator('#search').focus()
    for (let step = 0; step < all; step++) await page.keyboard.press('ArrowDown')
    expect(await chosen().getAttribute('id')).toBe('hit-0')
    await page.keyboard.press('ArrowUp')
    expect(await chosen().getAttribute('id')).toBe(`hit-${all - 1}`)
  })

  it('puts a phrase in quotes among the passages, and opens the document at its line on Enter', async () => {
    await typed('"Mamba 和 RWKV"', 'Passages').catch(() => typed('"attention', 'Passages'))
    const words = await group('Passages').getByRole('option').first().locator('mark').allTextContents()
    expect(words.length).toBeGreaterThan(0)
    await page.locator('#search').focus()
    const at = await group('Passages').getByRole('option').first().getAttribute('id')
    while ((await chosen().getAttribute('id')) !== at) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/document\/.*line=\d+/)
    await page.locator('.document .target-line, .document [data-span]').first().waitFor()
  })

  it('tells all of a group when asked to', async () => {
    await typed('attention', 'Names')
    const more = page.getByRole('option', { name: /^All \d+ passages$/ })
    await more.click()
    await page.waitForFunction(() => document.querySelectorAll('#search-hits [role=group]').length === 1)
    expect(await group('Passages').getByRole('option').count()).toBeGreaterThan(5)
    await page.locator('#search').fill('attention i')
    await group('Names').or(group('Passages')).first().waitFor()
  })

  it.each([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ] as const)('has no fault that axe can find, and room for a finger, $locale', async (options) => {
    await page.context().close()
    ;({ page, problems } = await explorer.open('', options))
    await page.locator('#search').fill('attention')
    await page.locator('#search-hits mark').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).include('.search').analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([])
    if (options.locale !== 'zh-CN') return
    await page.getByRole('group', { name: '原文段落' }).waitFor()
    const heights = await page
      .locator('#search-hits [role=option]')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
    await page.getByRole('group', { name: '原文段落' }).getByRole('option').first().tap()
    await page.waitForURL(/#\/document\//)
  })
})
