/** Look, ask and find with a pointer: what one does first, and what happens then. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { drawn, type Explorer, openExplorer, pictureOf } from './explorer.ts'

describeWith('browser', 'the explorer in a browser', () => {
  let explorer: Explorer
  let page: Page
  let problems: string[]
  /** What a test makes fail on purpose. */
  let expected: RegExp
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())
  beforeEach(async () => {
    expected = /^$/
    ;({ page, problems } = await explorer.open())
  })
  afterEach(async () => {
    await page.context().close()
    expect(problems.filter((problem) => !expected.test(problem))).toEqual([])
  })

  const evidence = () => page.getByRole('complementary', { name: 'Evidence' })
  const option = (name: RegExp) => page.getByRole('option', { name })
  const choose = (name: RegExp) => option(name).click()

  describe('look', () => {
    it('shows RWKV, Mamba and linear attention at first sight, by name', async () => {
      const nodes = await pictureOf(page)
      const readable = nodes.filter((node) => node.readable).map(({ label }) => label)
      expect(readable).toEqual(expect.arrayContaining(['RWKV', 'Mamba', 'linear attention']))
      for (const name of readable.slice(0, 3))
        expect(await page.getByRole('listbox').first().textContent()).toContain(name)
      expect(await page.getByRole('application').getAttribute('aria-label')).toMatch(
        /^Graph of \d+ entities and \d+ edges$/,
      )
    })

    it('finds RWKV by its first letters and shows in whose words it is named', async () => {
      await page.getByRole('combobox').fill('rw')
      await page.locator('#hit-0', { hasText: 'RWKV' }).waitFor()
      await page.keyboard.press('Enter')
      await evidence().getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
      const receipts = evidence().locator('.receipt')
      await receipts.first().waitFor()
      expect(await receipts.count()).toBeGreaterThan(3)
      expect(await receipts.locator('mark.name-strong').first().textContent()).toMatch(/^rwkv/i)
      for (const quote of await receipts.locator('blockquote').allTextContents()) expect(quote).toMatch(/rwkv/i)
    })

    it('opens an edge at the lines that join its ends, and a line in its document', async () => {
      await choose(/^RWKV ?,/)
      await evidence()
        .getByRole('button', { name: /^Mamba\b/ })
        .click()
      const receipt = evidence().locator('.receipt').first()
      await receipt.waitFor()
      expect(await evidence().getByRole('heading', { level: 2 }).textContent()).toBe('Mamba – RWKV')
      const marked = await evidence().locator('.meetings > li').first().locator('mark.name-strong').allTextContents()
      expect(marked.join(' ')).toMatch(/rwkv/i)
      expect(marked.join(' ')).toMatch(/mamba/i)
      const quote = (await receipt.locator('blockquote').textContent()) ?? ''
      const line = /:(\d+)$/.exec((await receipt.getByRole('link').textContent()) ?? '')?.[1]
      await receipt.getByRole('link').click()
      const passage = page.locator('.passage[data-target="true"]')
      await passage.waitFor()
      expect(page.url()).toContain(`line=${line}`)
      expect(await passage.textContent()).toContain(quote)
      expect(await passage.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true)
    })

    it('chooses what is touched in the picture, and lets go', async () => {
      const mamba = (await pictureOf(page)).find(({ id }) => id === 'model/mamba')
      await page.mouse.click(mamba?.x ?? 0, mamba?.y ?? 0)
      await evidence().getByRole('heading', { name: 'Mamba', exact: true }).waitFor()
      expect(page.url()).toContain('focus=model/mamba')
      await page.goBack()
      await evidence().getByText('Choose a node').waitFor()
    })

    it('expands a node into its company, and takes that back', async () => {
      await choose(/^RWKV ?,/)
      const before = await drawn(page)
      await evidence()
        .getByRole('button', { name: /^Expand/ })
        .click()
      await page.waitForFunction(
        (count) => document.querySelectorAll('.entities [role=option]').length > count,
        before.length,
      )
      const after = await drawn(page)
      expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
      await page.getByRole('button', { name: 'Undo' }).click()
      expect((await drawn(page)).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
    })

    it('leaves a kind out, and brings it back', async () => {
      const kinds = async () => new Set((await drawn(page)).map(({ kind }) => kind))
      await pictureOf(page)
      const method = page.getByRole('button', { name: /^Method \d/ })
      await method.click()
      expect(await method.getAttribute('aria-pressed')).toBe('false')
      expect(await kinds()).not.toContain('Method')
      expect(await option(/, Method,/).count()).toBe(0)
      expect(page.url()).toContain('hide=Method')
      await method.click()
      expect(await kinds()).toContain('Method')
    })

    it('speaks Chinese when asked to, and remembers it', async () => {
      await page.getByRole('button', { name: '中文' }).click()
      await page.getByRole('link', { name: '看', exact: true }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
      await page.reload()
      await page.getByRole('link', { name: '看', exact: true }).waitFor()
    })

    it('is light or dark as asked, in the picture too', async () => {
      await pictureOf(page)
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const seen = new Map<string | null, string>()
      for (let click = 0; click < 3; click++) {
        await page.getByRole('button', { name: /^Colours/ }).click()
        seen.set(await page.locator('html').getAttribute('data-theme'), await paper())
      }
      expect([...seen.keys()].sort()).toEqual(['auto', 'dark', 'light'])
      expect(seen.get('dark')).not.toBe(seen.get('light'))
    })
  })

  describe('ask', () => {
    it('refuses to write, in place', async () => {
      expected = /400/
      await page.getByRole('link', { name: 'Ask', exact: true }).click()
      await page.locator('.cm-content').waitFor()
      await page.getByRole('textbox', { name: 'Cypher query' }).focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.insertText("MATCH (n) SET n.name = 'mine'")
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await page
        .getByRole('alert')
        .getByText(/SET is refused: the console only reads the graph/)
        .waitFor()
      expect(await page.locator('.cm-content').textContent()).toContain("'mine'")
    })
    it('runs every question of the gallery, and each has an answer', async () => {
      await page.getByRole('link', { name: 'Ask', exact: true }).click()
      const questions = page.locator('#ask-panel').getByRole('listitem').getByRole('button')
      await questions.first().waitFor()
      expect(await questions.count()).toBeGreaterThanOrEqual(15)
      for (const question of await questions.all()) {
        await question.click()
        await page
          .locator('.answer[aria-busy="false"], .answer:not([aria-busy])')
          .getByText(/^[1-9]\d* rows?\b/)
          .first()
          .waitFor()
      }
    }, 120_000)
  })

  it('finds the papers that matter for a concept, each with the reason', async () => {
    await page.getByRole('link', { name: 'Find', exact: true }).click()
    await page.getByLabel('A concept, a name, a paper, or a sentence').fill('长度外推')
    await page.keyboard.press('Enter')
    const papers = page.locator('.papers > article')
    await papers.first().waitFor()
    expect(await papers.count()).toBeGreaterThan(2)
    const [score = '', ...parts] = (await papers.first().locator('.why-sum').textContent())?.match(/\d+\.\d+/g) ?? []
    expect(parts.reduce((sum, part) => sum + Number(part), 0)).toBeCloseTo(Number(score), 1)
    await papers.first().getByRole('button', { name: 'Why?' }).click()
    await papers.first().locator('.receipt blockquote').first().waitFor()
  })

  it('says that nobody answers when the server is gone, and goes on when it is back', async () => {
    expected = /ERR_CONNECTION_REFUSED|Failed to (?:load|fetch)/
    await pictureOf(page)
    await explorer.stop()
    await choose(/^Mamba ?,/)
    const alert = evidence().getByRole('alert').first()
    await alert.waitFor()
    expect(await alert.textContent()).toContain('Kith does not answer')
    expect((await drawn(page)).length).toBeGreaterThan(10)
    await explorer.start()
    for (const again of await evidence().getByRole('button', { name: 'Try again' }).all()) await again.click()
    await evidence().locator('.receipt').first().waitFor()
  })
})
