/** The survey page: contents, quotes that open their document, taking it away, and what it says where there is nothing. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer } from './explorer.ts'

describeWith('browser', 'the survey of a concept', () => {
  let explorer: Explorer
  beforeAll(async () => {
    explorer = await openExplorer()
  }, 120_000)
  afterAll(() => explorer.close())

  it('is one of the ways to find, and starts from a name that is typed', async () => {
    const { page, problems } = await explorer.open('#/find')
    await page.getByRole('navigation', { name: 'Ways to find' }).getByRole('link', { name: 'Survey' }).click()
    const field = page.getByRole('combobox', { name: 'Concept' })
    await field.fill('linear attention')
    await field.press('Enter')
    await page.getByRole('heading', { name: 'linear attention', exact: true }).waitFor()
    expect(page.url()).toContain('#/survey?concept=')
    await page.getByRole('heading', { name: 'How this was made' }).waitFor()
    await page.context().close()
    expect(problems).toEqual([])
  })

  it('goes from its contents to a part by keyboard, and the focus goes along', async () => {
    const { page } = await explorer.open('#/survey?concept=linear%20attention')
    const entry = page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name: 'How this was made' })
    await entry.focus()
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: 'How this was made' })
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('opens the document of a quote at its line', async () => {
    const { page } = await explorer.open('#/survey?concept=linear%20attention')
    await page.locator('.survey-text .receipt-source a').first().click()
    await page.locator('.passage[data-target="true"]').waitFor()
    await page.context().close()
  })

  it('hands out what the server writes, in the language of the screen', async () => {
    const { page } = await explorer.open('#/survey?concept=linear%20attention', { locale: 'zh-CN' })
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Markdown', exact: true }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/\.md$/)
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^# .*：综述起点\n/)
    await page.context().close()
  })

  it('is the text alone on paper', async () => {
    const { page } = await explorer.open('#/survey?concept=linear%20attention')
    await page.locator('.survey-text').waitFor()
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.header', '.find-tabs', '.survey-contents', '.survey-take', '.survey form'])
      expect({ [hidden]: await page.locator(hidden).isVisible() }).toEqual({ [hidden]: false })
    expect(await page.locator('.survey-text').isVisible()).toBe(true)
    // The whole text is there, not only what fits the window.
    const cut = await page.locator('.page.survey').evaluate((element) => element.scrollHeight - element.clientHeight)
    expect(cut).toBeLessThanOrEqual(1)
    await page.context().close()
  })

  it('says in a sentence that nothing speaks of it, with names near it', async () => {
    const { page } = await explorer.open('#/survey?concept=RWVK')
    await page.getByText('Nothing here speaks of “RWVK”.').waitFor()
    await page.locator('.nearest').getByRole('link', { name: 'RWKV', exact: true }).click()
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    await page.context().close()
  })

  it('offers another try when the server fails', async () => {
    const { page } = await explorer.open()
    let fails = true
    await page.route('**/api/survey?*', (route) => (fails ? route.abort() : route.continue()))
    await page.goto(`${explorer.url}/#/survey?concept=RWKV`)
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    fails = false
    await again.click()
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    await page.context().close()
  })

  it.each([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ] as const)('has no fault that axe can find, $locale, $colorScheme', async (options) => {
    const { page } = await explorer.open('#/survey?concept=linear%20attention', options)
    await page.locator('.survey-method').waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    await page.context().close()
    expect(faults).toEqual([])
  })
})
