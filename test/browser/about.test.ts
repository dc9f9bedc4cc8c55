/** About this graph: what was read and found, what was not, and how far it can be trusted. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer } from './explorer.ts'

describeWith('browser', 'about this graph', () => {
  let explorer: Explorer
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())

  it('tells the same counts as the server, in tables with captions', async () => {
    const { page, problems } = await explorer.open()
    await page.getByRole('link', { name: 'About this graph' }).click()
    const about = await page.evaluate(async () => (await fetch('/api/about')).json())
    const kinds = page.getByRole('table', { name: 'Entities by kind' })
    await kinds.waitFor()
    const models = kinds.getByRole('row', { name: /^Model/ }).getByRole('cell')
    expect(await models.textContent()).toBe(String(about.counts.entities.Model))
    await page.getByText(about.sha256).waitFor()
    await page.getByText(`${about.corpus.firstSeen} to ${about.corpus.lastSeen}`).waitFor()
    await page.getByText('Everything that was given was read.').waitFor()
    await page.context().close()
    expect(problems).toEqual([])
  })

  it('says what was skipped and that nothing was measured, as text', async () => {
    const { page } = await explorer.open()
    await page.route('**/api/about', async (route) => {
      const about = await (await route.fetch()).json()
      const skipped = { items: [{ path: 'a/<b>x</b>.pdf', reason: 'It is <i>encrypted</i>.' }], total: 3 }
      await route.fulfill({ json: { ...about, quality: null, skipped } })
    })
    await page.goto(`${explorer.url}/#/about`)
    const row = page.getByRole('table', { name: '1 of 3 files' }).getByRole('row').nth(1)
    expect(await row.textContent()).toBe('a/<b>x</b>.pdfIt is <i>encrypted</i>.')
    await page.getByText('Nothing was measured here.').waitFor()
    await page.context().close()
  })

  it('offers another try when the server fails', async () => {
    const { page } = await explorer.open()
    let fails = true
    await page.route('**/api/about', (route) => (fails ? route.abort() : route.continue()))
    await page.goto(`${explorer.url}/#/about`)
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    fails = false
    await again.click()
    await page.getByRole('table', { name: 'Entities by kind' }).waitFor()
    await page.context().close()
  })

  it.each([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  ] as const)('has no fault that axe can find, $locale, $colorScheme', async (options) => {
    const { page } = await explorer.open('#/about', options)
    await page.locator('.figure-table').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await page.context().close()
    expect(faults).toEqual([])
  })
})
