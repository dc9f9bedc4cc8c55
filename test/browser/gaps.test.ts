/** The page of gaps: pairs and papers to read, their lines, and the ways into the graph. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer } from './explorer.ts'

interface Told {
  pairs: { items: { a: { name: string }; b: { name: string }; company: { name: string }[] }[]; total: number }
}

describeWith('browser', 'the page of gaps', () => {
  let explorer: Explorer
  let told: Told
  beforeAll(async () => {
    explorer = await openExplorer()
    told = (await (await fetch(`${explorer.url}/api/gaps?limit=12`)).json()) as Told
  }, 120_000)
  afterAll(() => explorer.close())

  it('is one of the ways to find, and tells the pairs in the order of the server', async () => {
    const { page, problems } = await explorer.open('#/find')
    const tabs = page.getByRole('navigation', { name: 'Ways to find' })
    await tabs.getByRole('link', { name: 'Gaps' }).click()
    const rows = page.locator('.gap-list').first().locator('.gap-row > h4')
    await rows.first().waitFor()
    expect(await rows.allTextContents()).toEqual(told.pairs.items.map(({ a, b }) => `${a.name} — ${b.name}`))
    expect(await tabs.getByRole('link', { name: 'Gaps' }).getAttribute('aria-current')).toBe('page')
    await page.context().close()
    expect(problems).toEqual([])
  })

  it('opens the lines of either side by keyboard, and a line opens its document', async () => {
    const { page } = await explorer.open('#/gaps')
    const first = page.locator('.gap-row').first()
    await first.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    const receipts = first.locator('.gap-lines .receipt')
    await receipts.first().waitFor()
    expect(await first.locator('.gap-lines h5').count()).toBe(told.pairs.items[0]?.company.length)
    await receipts.first().getByRole('link').click()
    await page.locator('.passage[data-target="true"]').waitFor()
    await page.context().close()
  })

  it('shows both in the graph, and what joins them', async () => {
    const { page } = await explorer.open('#/gaps')
    const [pair] = told.pairs.items
    const names = new RegExp(`^What joins them ?: ${pair?.a.name}, ${pair?.b.name}$`)
    await page.getByRole('link', { name: names }).click()
    await page
      .getByRole('heading', { name: pair?.a.name ?? '' })
      .first()
      .waitFor()
    expect(page.url()).toContain('bridge=')
    await page.goBack()
    await page.locator('.gap-row a', { hasText: 'Show both in the graph' }).first().click()
    await page.waitForURL(/some=/)
    await page.context().close()
  })

  it('keeps to a name and to kinds, and says where nobody is called so', async () => {
    const { page } = await explorer.open('#/gaps?concept=model/rwkv')
    await page.getByRole('heading', { name: 'Not yet joined to RWKV' }).waitFor()
    await page.waitForFunction(() => (document.getElementById('gaps-concept') as HTMLInputElement).value === 'RWKV')
    for (const text of await page.locator('.gap-list').first().locator('h4').allTextContents())
      expect(text).toMatch(/^RWKV — /)
    const method = page.getByRole('button', { name: 'Method', exact: true })
    await method.click()
    expect(await method.getAttribute('aria-pressed')).toBe('true')
    await page.locator('#gaps-pairs').waitFor()
    const field = page.getByRole('combobox', { name: 'Only around a name' })
    await field.fill('zzzzzz')
    await field.press('Enter')
    await page.getByText(/No entity is called "zzzzzz"/).waitFor()
    await page.context().close()
  })

  it('says when nothing is open, and offers another try when the server fails', async () => {
    const { page } = await explorer.open()
    const none = { items: [], total: 0 }
    let fails = true
    await page.route('**/api/gaps?*', (route) =>
      fails ? route.abort() : route.fulfill({ json: { concept: null, pairs: none, undiscussed: none, between: none } }),
    )
    await page.goto(`${explorer.url}/#/gaps`)
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    fails = false
    await again.click()
    await page.getByText('No two names share much company without being joined.').waitFor()
    await page.getByText('Every paper that is named has a word said about it.').waitFor()
    await page.context().close()
  })

  it('shows words of the notes as text', async () => {
    const { page, problems } = await explorer.open()
    await page.route('**/api/gaps?*', async (route) => {
      const answer = (await (await route.fetch()).text()).replaceAll('"name":"', '"name":"<img src=x onerror=alert(1)>')
      await route.fulfill({ body: answer, contentType: 'application/json' })
    })
    await page.goto(`${explorer.url}/#/gaps`)
    await page.locator('.gap-row h4').first().waitFor()
    expect(await page.locator('.gaps img').count()).toBe(0)
    await page.context().close()
    expect(problems).toEqual([])
  })

  it.each([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ] as const)(
    'has no fault that axe can find, $locale, $colorScheme',
    async (options) => {
      const { page } = await explorer.open('#/gaps', options)
      await page.locator('.gap-row summary').first().click()
      await page.locator('.gap-lines .receipt').first().waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      const low = await page
        .locator('.page a:visible, .page button:visible, .page summary:visible')
        .evaluateAll((all) =>
          all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 120)),
        )
      await page.context().close()
      expect(faults).toEqual([])
      // With a mouse less is enough, and axe asks for that.
      if ('hasTouch' in options) expect(low).toEqual([])
    },
    120_000,
  )
})
