/** News: what one follows, what the newest documents added for it, and what was read. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { SAMPLE } from '../sample.ts'
import { type Explorer, openExplorer } from './explorer.ts'

describeWith('browser', 'news', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const kept = join(folder, 'kith.kept.yaml')
  let explorer: Explorer
  beforeAll(async () => {
    // A copy: what is followed is kept beside the notes.
    cpSync(SAMPLE, folder, { recursive: true })
    rmSync(kept, { force: true })
    explorer = await openExplorer(folder)
  })
  afterEach(() => rmSync(kept, { force: true }))
  afterAll(async () => {
    await explorer.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const follow = (...names: string[]) =>
    Promise.all(
      names.map((name) =>
        fetch(`${explorer.url}/api/kept`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Kith': '1' },
          body: JSON.stringify({ follow: name }),
        }),
      ),
    )
  const chips = (page: Page) => page.getByRole('list', { name: 'You follow' }).getByRole('listitem')

  it('teaches whoever follows nothing, and shows first meetings and new names all the same', async () => {
    const { page, problems } = await explorer.open()
    await page.getByRole('link', { name: 'News', exact: true }).click()
    await page.getByText('Follow a concept, a model or a method').waitFor()
    await page.getByText('2024-09-12 is the last dated day before the newest.').waitFor()
    expect(await page.getByRole('region', { name: 'First meetings' }).locator('.receipt').count()).toBeGreaterThan(4)
    await page.getByRole('region', { name: 'New names' }).getByRole('link', { name: 'GRPO' }).waitFor()
    await page.context().close()
    expect(problems).toEqual([])
  })

  it('follows by keyboard and keeps it; a chip is removed by its button, and the focus stays near', async () => {
    const { page } = await explorer.open('#/news')
    await page.getByLabel('Follow a name').fill('linear att')
    await page
      .getByRole('option', { name: /linear attention/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await chips(page).filter({ hasText: 'linear attention' }).waitFor()
    await page.getByRole('heading', { name: 'Papers for linear attention' }).waitFor()
    await page.getByLabel('Follow a name').fill('rwkv')
    await page.keyboard.press('Enter')
    await chips(page).filter({ hasText: 'RWKV' }).waitFor()
    expect(readFileSync(kept, 'utf8')).toMatch(/model\/rwkv/)
    await page.reload()
    await page.getByRole('button', { name: 'Follow linear attention no longer' }).click()
    await page.getByRole('heading', { name: 'Papers for linear attention' }).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Follow RWKV no longer')
    await page.context().close()
  })

  it('says what a name is not, and follows nothing', async () => {
    const { page } = await explorer.open('#/news')
    await page.getByLabel('Follow a name').fill('nothing called so')
    await page.getByRole('button', { name: 'Follow', exact: true }).click()
    await page.getByText('The notes have no name “nothing called so”.').first().waitFor()
    await page.context().close()
  })

  it('takes back what the server could not keep, and says why', async () => {
    const { page } = await explorer.open('#/news')
    await page.route('**/api/kept', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: 'The disk is full.' } } })
        : route.continue(),
    )
    await page.getByRole('group', { name: 'Names to begin with' }).getByRole('button', { name: 'Mamba' }).click()
    await page.getByText('The disk is full.').first().waitFor()
    expect(await chips(page).count()).toBe(0)
    await page.context().close()
  })

  it('marks a paper as read, here and in the file', async () => {
    await follow('GRPO')
    const { page } = await explorer.open('#/news')
    const mark = page.getByRole('button', { name: 'Mark as read' }).first()
    await mark.click()
    expect(await mark.getAttribute('aria-pressed')).toBe('true')
    await expect(readSoon(kept, /read:\n {2}- id: paper\//)).resolves.toBe(true)
    await mark.click()
    await page.context().close()
  })

  it('shows another time, which the address tells', async () => {
    const { page } = await explorer.open('#/news')
    await page.getByLabel('Since').selectOption('2024-05-06')
    await page.getByText(/documents tell of 2024-05-06 to 2025-02-12\./).waitFor()
    expect(new URL(page.url()).hash).toBe('#/news?since=2024-05-06')
    await page.goBack()
    await page.getByText(/tell of 2024-09-12 to/).waitFor()
    await page.context().close()
  })

  it('opens a meeting in the graph, with its lines', async () => {
    const { page } = await explorer.open('#/news')
    await page.getByRole('link', { name: /SimPO — GPT-4/ }).click()
    await page.locator('.meetings .receipt').first().waitFor()
    expect(page.url()).toContain('a=method/simpo&b=model/gpt-4')
    await page.context().close()
  })

  it('hands out Markdown and a feed', async () => {
    const { page } = await explorer.open('#/news', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy as Markdown' }).click()
    await page.getByText('What is new is on the clipboard.').first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# What is new, 2024-09-12/)
    const href = await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href')
    const errors = await page.evaluate(async (address) => {
      const text = await (await fetch(address)).text()
      const feed = new DOMParser().parseFromString(text, 'application/xml')
      return [feed.querySelectorAll('parsererror').length, feed.querySelectorAll('feed > entry > id').length > 4]
    }, href ?? '')
    expect(errors).toEqual([0, true])
    await page.context().close()
  })

  it('offers another try when the server fails', async () => {
    const { page } = await explorer.open()
    let fails = true
    await page.route('**/api/digest*', (route) => (fails ? route.abort() : route.continue()))
    await page.goto(`${explorer.url}/#/news`)
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    fails = false
    await again.click()
    await page.getByRole('heading', { name: 'First meetings' }).waitFor()
    await page.context().close()
  })

  it('follows from the evidence for an entity', async () => {
    const { page } = await explorer.open('#/look?focus=model/rwkv')
    const button = page.getByRole('button', { name: 'Follow', exact: true })
    await button.click()
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    await expect(readSoon(kept, /model\/rwkv/)).resolves.toBe(true)
    await page.context().close()
  })

  it.each([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ] as const)('has no fault that axe can find, $locale, $colorScheme', async (options) => {
    await follow('GRPO', 'linear attention')
    const { page } = await explorer.open('#/news', options)
    await page.locator('.news-paper').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.news button, .news a, .news select, .news input')]
        .filter((target) => target.getBoundingClientRect().height < 43.5)
        .map((target) => `${target.className} ${target.textContent}`),
    )
    await page.context().close()
    expect(faults).toEqual([])
    if ('hasTouch' in options) expect(small).toEqual([])
  })
})

/** Whether a file says so, now or within some seconds. */
async function readSoon(file: string, wanted: RegExp): Promise<boolean> {
  for (let turn = 0; turn < 50; turn++) {
    try {
      if (wanted.test(readFileSync(file, 'utf8'))) return true
    } catch {
      // It is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
