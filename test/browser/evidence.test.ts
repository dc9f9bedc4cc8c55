/** What is behind a node, an edge, several nodes and a way between two; and the document that a receipt opens. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { drawn, type Explorer, openExplorer, pictureOf } from './explorer.ts'

describeWith('browser', 'the evidence pane in a browser', () => {
  let explorer: Explorer
  let page: Page
  let problems: string[]
  /** What a test makes fail on purpose. */
  let expected = /^$/
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())
  afterEach(async () => {
    await page.context().close()
    expect(problems.filter((problem) => !expected.test(problem))).toEqual([])
    expected = /^$/
  })

  const open = async (hash: string) => {
    ;({ page, problems } = await explorer.open(hash))
  }
  const evidence = () => page.getByRole('complementary', { name: 'Evidence' })
  const button = (name: string | RegExp) => evidence().getByRole('button', { name })
  const ids = async () => (await drawn(page)).map(({ id }) => id)

  describe('a node', () => {
    it('shows its months, its company and its lines by document, the newest first', async () => {
      await open('#/look?focus=model/rwkv')
      await evidence()
        .getByRole('img', { name: /^Mentions by month, 2023-12 to / })
        .waitFor()
      expect(await button(/^Expand/).textContent()).toMatch(/\d+ of \d+ in view/)
      const groups = evidence().locator('.by-document')
      await groups.first().waitFor()
      const dates = await groups.locator('summary .muted').allTextContents()
      expect(dates).toEqual([...dates].sort().reverse())
      await button('newest first').click()
      await button('oldest first').waitFor()
      expect(await groups.locator('summary .muted').allTextContents()).toEqual(dates.toReversed())
    })

    it('narrows its company to a kind, shows more of it, and puts one of them into the picture', async () => {
      await open('#/look?focus=model/rwkv')
      await pictureOf(page)
      const rows = evidence().locator('.row-pair')
      await rows.first().waitFor()
      const before = await rows.count()
      await button(/^\d+ more$/)
        .first()
        .click()
      await page.waitForFunction((count) => document.querySelectorAll('.row-pair').length > count, before)
      await evidence().getByText('By kind or relation').click()
      await button(/^Concept \d+$/).click()
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.row-pair .kind-mark')].every((mark) => mark.classList.contains('kind-concept')),
      )
      const add = button(/^Add .* to the picture$/)
        .and(page.locator('.tool'))
        .first()
      const name = /^Add (.*) to the picture$/.exec((await add.getAttribute('aria-label')) ?? '')?.[1]
      const there = await ids()
      await add.click()
      await page.waitForFunction((text) => !document.querySelector(`[aria-label="Add ${text} to the picture"]`), name)
      expect((await ids()).length).toBe(there.length + 1)
    })

    it('that is not in the graph any more is told, with what is near it and the search', async () => {
      expected = /404/
      await open('#/look?focus=model/rwvk')
      const alert = evidence().getByRole('alert')
      expect(await alert.textContent()).toContain('No entity is called "model/rwvk"')
      await button('Search for “rwvk”').click()
      expect(await page.getByRole('combobox').inputValue()).toBe('rwvk')
      await page.keyboard.press('Escape')
      await button(/^rwkv$/).click()
      await evidence().getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    })
  })

  it('an edge tells its weight as a sum in words, and leads on to the ways between its ends', async () => {
    await open('#/look?a=model/rwkv&b=model/mamba')
    const weight = (await evidence().locator('.weight').first().textContent()) ?? ''
    expect(weight).toMatch(/^weight [\d.]+ = [\d.]+ from (?:\d+ )?sentences?/)
    const [sum = 0, ...parts] = (weight.match(/\d+\.\d+/g) ?? []).map(Number)
    expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(sum, 1)
    expect(await evidence().textContent()).toMatch(/by chance|without each other/)
    await evidence().getByText('How a weight is made').click()
    await evidence()
      .getByText(/^A sentence that names only these two gives 1/)
      .waitFor()
    await button('What else joins them?').click()
    await evidence().getByRole('heading', { name: 'What joins Mamba and RWKV' }).waitFor()
  })

  it('a bridge shows its ways, and the arrow keys bring the chosen one into the picture', async () => {
    await open('#/look?bridge=model/rwkv,method/dpo')
    await pictureOf(page)
    const ways = evidence().getByRole('radio')
    await ways.nth(1).waitFor()
    expect(await ways.first().isChecked()).toBe(true)
    expect(await evidence().locator('.hop mark.name-strong').allTextContents()).not.toEqual([])
    await ways.first().focus()
    await page.keyboard.press('ArrowDown')
    expect(await ways.nth(1).isChecked()).toBe(true)
    const names = (await evidence().locator('.way').nth(1).locator('bdi').allTextContents()) ?? []
    expect(names.length).toBeGreaterThan(2)
    expect(await evidence().locator('.hop').count()).toBe(names.length - 1)
    await page.waitForFunction(
      (name) => [...document.querySelectorAll('.entities')].some((list) => list.textContent?.includes(name ?? '')),
      names[1],
    )
  })

  it('several at once are counted and joined, and one can be taken out', async () => {
    await open('#/look?some=model/rwkv,model/mamba,method/dpo')
    await evidence().getByRole('heading', { name: '3 selected' }).waitFor()
    await evidence()
      .locator('.kind-counts', { hasText: /Model 2\s*Method 1/ })
      .waitFor()
    await button(/^Mamba – RWKV/).waitFor()
    await button('Take Mamba out of the selection').click()
    await evidence().getByRole('heading', { name: '2 selected' }).waitFor()
    await button('Shortest way in this picture').click()
    const way = evidence().locator('.way-here')
    await way.waitFor()
    const names = await way.locator('.way-names bdi').allTextContents()
    expect([names[0], names.at(-1)].sort()).toEqual(['DPO', 'RWKV'])
  })

  describe('a document', () => {
    it('goes from mention to mention of what is in focus, and back to the graph with Escape', async () => {
      await open('#/document/doc%2F20231210.md?line=5&focus=model/rwkv')
      const place = page.locator('.mention-place')
      await place.getByText(/^\d+×$/).waitFor()
      const count = Number.parseInt((await place.textContent()) ?? '', 10)
      await page.keyboard.press('j')
      await place.getByText(`1 of ${count}`).waitFor()
      await page.keyboard.press('k')
      await place.getByText(`${count} of ${count}`).waitFor()
      await page.getByRole('button', { name: /^Next mention/ }).click()
      await place.getByText(`1 of ${count}`).waitFor()
      const here = page.locator('.name[aria-current="true"]')
      expect(await here.textContent()).toMatch(/^rwkv$/i)
      await page.keyboard.press('Escape')
      await page.getByRole('application').waitFor()
      expect(page.url()).toContain('#/look?focus=model/rwkv')
    })

    it('puts the name that is clicked into focus beside the text', async () => {
      await open('#/document/doc%2F20231210.md?line=5')
      await page.locator('.passage .name', { hasText: 'linear attention' }).first().click()
      await evidence().getByRole('heading', { name: 'linear attention', exact: true }).waitFor()
      expect(page.url()).toContain('#/document/')
      const looks = (name: string) =>
        page
          .locator('.passage .name', { hasText: name })
          .first()
          .evaluate((element) => getComputedStyle(element).textDecorationThickness)
      expect(await looks('linear attention')).not.toBe(await looks('Mamba'))
    })

    it('tells its names by kind, and shows them as a picture that can be taken back', async () => {
      await open('#/look')
      const before = (await pictureOf(page)).map(({ id }) => id).sort()
      await page.evaluate(() => {
        location.hash = '#/document/doc%2F20231210.md'
      })
      await page.getByText(/^\d+ names in this document$/).click()
      const names = page.locator('.document-names')
      await names.getByRole('button', { name: /^Model \d+$/ }).click()
      for (const mark of await names.locator('.rows .kind-mark').all())
        expect(await mark.getAttribute('class')).toContain('kind-model')
      await names.getByRole('button', { name: 'Show these names as a picture' }).click()
      await page.waitForFunction(() => location.hash.includes('show='))
      const now = await ids()
      expect(now.length).toBeLessThanOrEqual(40)
      expect(now).toContain('model/rwkv')
      expect(now.sort()).not.toEqual(before)
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.waitForFunction(() => !location.hash.includes('show='))
      expect((await ids()).sort()).toEqual(before)
    })

    it('that is not there is told, and can be asked for again', async () => {
      expected = /404/
      await open('#/document/doc%2Fnone.md')
      await page.locator('.document').getByRole('button', { name: 'Try again' }).waitFor()
      expect(await page.locator('.document').getByRole('alert').textContent()).toContain('No document has the id')
    })
  })
})
