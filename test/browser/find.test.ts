/** The page of papers: by mouse, by keyboard and by touch, in both languages; and what it says when there is nothing to say. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Related, WhyNot } from '../../server/api/related.ts'
import { describeWith } from '../needs.ts'
import { SAMPLE } from '../sample.ts'
import { type Explorer, openExplorer, pictureOf } from './explorer.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
const YEARS = [
  { year: 2021, papers: 1 },
  { year: 2023, papers: 4 },
  { year: 2024, papers: 2 },
]

describeWith('browser', 'the page of papers', () => {
  let explorer: Explorer
  let page: Page
  let problems: string[]
  /** What a test makes fail on purpose. */
  let expected = /^$/
  let notes: string
  beforeAll(async () => {
    // A copy, because what is marked as read is kept beside the notes.
    notes = mkdtempSync(join(tmpdir(), 'kith-notes-'))
    cpSync(SAMPLE, notes, { recursive: true })
    explorer = await openExplorer(notes)
  })
  afterAll(async () => {
    await explorer.close()
    rmSync(notes, { recursive: true, force: true })
  })
  afterEach(async () => {
    // An answer that nobody waits for any more may still be on its way through a fake.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.context().close()
    expect(problems.filter((problem) => !expected.test(problem))).toEqual([])
    expected = /^$/
  })

  const open = async (hash: string, options?: BrowserContextOptions) => {
    ;({ page, problems } = await explorer.open(hash, options))
  }
  const papers = () => page.locator('.papers > article')
  const field = () => page.locator('#concept')
  const hash = () => page.evaluate(() => decodeURIComponent(location.hash))
  const inFocus = () => page.evaluate(() => document.activeElement?.id)
  /** What the answer holds is the server's; only what a small sample cannot show is put into it. */
  const withAnswer = (change: (answer: Related, asked: URLSearchParams) => Partial<Related>) =>
    page.route('**/api/related?*', async (route) => {
      const response = await route.fetch()
      const answer = (await response.json()) as Related
      const asked = new URL(route.request().url()).searchParams
      await route.fulfill({ response, json: { ...answer, ...(response.ok() && change(answer, asked)) } })
    })

  describe('by mouse', () => {
    it('completes a name, ranks its papers, says why, and opens the document at the line', async () => {
      await open('#/find')
      await field().fill('rwk')
      await page.getByRole('option', { name: /^RWKV/ }).first().click()
      await papers().first().waitFor()
      expect(await hash()).toBe('#/find?concept=model/rwkv')
      expect(await field().inputValue()).toBe('RWKV')
      await page.getByRole('heading', { name: /^Papers for RWKV/ }).waitFor()

      const first = papers().first()
      const sum = (await first.locator('.why-sum').textContent()) ?? ''
      const [score, ...parts] = (sum.match(/\d+\.\d\d/g) ?? []).map(Number)
      expect(parts.reduce((all, part) => all + part, 0)).toBeCloseTo(score ?? 0, 1)
      await first.getByRole('button', { name: 'Why?' }).click()
      await first.locator('.receipt').first().waitFor()
      await first.locator('.receipt-source a').first().click()
      await page.locator('.passage[data-target="true"]').waitFor()
    })

    it('keeps what was typed as free text, and offers the names that come near it', async () => {
      await open('#/find')
      await field().fill('a kv cache that does not grow')
      await field().press('Enter')
      await page.getByRole('heading', { name: 'Papers near the words “a kv cache that does not grow”' }).waitFor()
      await page.getByText('The notes have no name like this').waitFor()
      expect(await papers().count()).toBeGreaterThan(0)
      expect(await hash()).toBe('#/find?concept=a kv cache that does not grow')
    })

    it('shows the first of them in the graph, with the concept', async () => {
      await open('#/find?concept=model/rwkv')
      await page.getByRole('button', { name: /^Show the first \d+ in the graph$/ }).click()
      await pictureOf(page)
      expect(await hash()).toMatch(/^#\/look\?some=model\/rwkv,paper\//)
    })

    it('hands out the bibliography of what is listed', async () => {
      await open('#/find?concept=model/rwkv')
      const coming = page.waitForEvent('download')
      await page.getByRole('button', { name: /^BibTeX of / }).click()
      expect((await coming).suggestedFilename()).toBe('RWKV.bib')
    })

    it('asks for the papers near a paper', async () => {
      await open('#/find?concept=paper/arxiv-2312.00752')
      await page.getByRole('heading', { name: /^Papers near Mamba: Linear-Time/ }).waitFor()
      expect(await papers().getByRole('heading').first().textContent()).not.toMatch(/^Mamba: Linear-Time/)
    })
  })

  describe('by keyboard', () => {
    it('goes to an offered name with the arrows, and stays with what was typed without them', async () => {
      await open('#/find')
      await field().focus()
      await page.keyboard.type('mamb')
      await page.locator('#concept-names [role=option]').first().waitFor()
      await page.keyboard.press('ArrowDown')
      expect(await field().getAttribute('aria-activedescendant')).toBe('concept-0')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => location.hash === '#/find?concept=mamb')
      await page.keyboard.type('a')
      await page.locator('#concept-names [role=option]').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await papers().first().waitFor()
      expect(await hash()).toMatch(/concept=model\/mamba$/)
    })

    it('walks through the papers with j and k, and with the arrows on one of them', async () => {
      await open('#/find?concept=model/rwkv')
      await papers().first().waitFor()
      const steps = ['j', 'j', 'k', 'ArrowDown', 'End', 'ArrowDown', 'Home'] as const
      const seen: (string | undefined)[] = []
      for (const key of steps) {
        await page.keyboard.press(key)
        seen.push(await inFocus())
      }
      const last = `paper-${(await papers().count()) - 1}`
      expect(seen).toEqual(['paper-0', 'paper-1', 'paper-0', 'paper-1', last, last, 'paper-0'])
    })

    it('says why, marks as read, reads on the web and shows in the graph', async () => {
      await open('#/find?concept=model/rwkv')
      await papers().first().waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('w')
      await papers().first().locator('.receipt').first().waitFor()
      await page.keyboard.press('w')
      await papers().first().locator('.why').waitFor({ state: 'detached' })

      await page.keyboard.press('m')
      await page.locator('#paper-0[data-read="true"]').waitFor()
      await page.keyboard.press('m')
      await page.locator('#paper-0[data-read="false"]').waitFor()

      await page.context().route('https://arxiv.org/**', (route) => route.fulfill({ body: 'a paper' }))
      const coming = page.context().waitForEvent('page')
      await page.keyboard.press('o')
      expect((await coming).url()).toMatch(/^https:\/\/arxiv\.org\/abs\/\d/)

      await page.bringToFront()
      await page.keyboard.press('Enter')
      await pictureOf(page)
      expect(await hash()).toMatch(/^#\/look\?focus=paper\//)
    })

    it('leaves the letters to the fields, and tells its keys in the help', async () => {
      await open('#/find?concept=model/rwkv')
      await papers().first().waitFor()
      await field().fill('')
      await page.keyboard.type('jkmow')
      expect(await field().inputValue()).toBe('jkmow')
      await page.keyboard.press('Escape')
      await papers().first().focus()
      await page.keyboard.press('?')
      await page.getByRole('table', { name: 'Among the papers' }).getByText('Next and previous paper').waitFor()
    })
  })

  describe('the years', () => {
    const openYears = async () => {
      await open('#/find')
      await withAnswer(() => ({ years: YEARS }))
      await field().fill('RWKV')
      await field().press('Enter')
      await page.locator('.year').first().waitFor()
    }

    it('are bars without gaps; a click chooses one, and the same one lets go', async () => {
      await openYears()
      expect(await page.locator('.year-name').allTextContents()).toEqual(['2021', '2022', '2023', '2024'])
      const asked = page.waitForRequest(/api\/related\?.*from=2023&to=2023/)
      await page.getByRole('button', { name: '2023: 4 papers' }).click()
      await asked
      expect(await hash()).toBe('#/find?concept=RWKV&from=2023&to=2023')
      expect(await page.locator('.year[aria-pressed="true"]').count()).toBe(1)
      await page.getByRole('button', { name: '2023: 4 papers' }).click()
      expect(await hash()).toBe('#/find?concept=RWKV')
    })

    it('are chosen by a drag, and by the arrow keys with Shift', async () => {
      await openYears()
      await page.locator('.year').nth(0).hover()
      await page.mouse.down()
      await page.locator('.year').nth(2).hover()
      await page.mouse.up()
      await page.getByText('2021 to 2023').waitFor()
      await page.getByRole('button', { name: 'All years' }).click()
      await page.locator('.year').nth(3).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Shift+ArrowLeft')
      await page.keyboard.press('Shift+ArrowLeft')
      await page.getByText('2022 to 2024').waitFor()
      expect(await hash()).toBe('#/find?concept=RWKV&from=2022&to=2024')
    })

    it('can be chosen from lists, and come back with the address', async () => {
      await openYears()
      await page.getByRole('combobox', { name: 'From' }).selectOption('2023')
      await page.waitForFunction(() => location.hash.endsWith('&from=2023'))
      await page.getByRole('combobox', { name: 'Show' }).selectOption('unread')
      await page.waitForFunction(() => location.hash.endsWith('&from=2023&seen=unread'))
      await page.goBack()
      await page.waitForFunction(() => location.hash.endsWith('&from=2023'))
      expect(await page.getByRole('combobox', { name: 'Show' }).inputValue()).toBe('')
      await page.getByRole('button', { name: 'Clear the filters' }).click()
      expect(await hash()).toBe('#/find?concept=RWKV')
    })
  })

  describe('why a paper is not here', () => {
    const low = (paper: Related['items'][number]): WhyNot => ({
      paper: { ...paper, parts: { ...paper.parts, phrase: 0 }, receipts: [] },
      rank: 41,
      weakest: 'phrase',
      missing: 3.1,
      filtered: false,
    })

    it('is asked with w, and answered in a sentence beside the best ten', async () => {
      await open('#/find?concept=model/rwkv')
      await papers().first().waitFor()
      await withAnswer(({ items: [paper] }, asked) =>
        paper && asked.get('paper') ? { total: 57, asked: low(paper) } : {},
      )
      await page.keyboard.press('w')
      await page.waitForFunction(() => document.activeElement?.id === 'why-not')
      await page.keyboard.type('mamba')
      await page.locator('#why-not-names [role=option]').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      const told = page.locator('.why-not-told')
      await told.waitFor()
      expect(await told.textContent()).toContain(
        'It is number 41 of 57: said outright weighs 3.10 less than in the best ten; it never says the concept outright.',
      )
      expect(await told.locator('.why-bar').count()).toBe(2)
    })
  })

  describe('with bad input', () => {
    it.each([
      ['one letter', 'q'],
      ['an emoji', '🦙'],
      ['half of an emoji', '\ud83e'],
      ['a stop word', '的'],
      ['10 kB of English', 'attention is all you need '.repeat(400)],
      ['10 kB of Chinese', '怎么写一篇综述'.repeat(480)],
      ['markup', '<img src=x onerror=alert(1)>'],
    ])('answers %s with papers or with what to try', async (_what, text) => {
      await open('#/find')
      await field().fill(text)
      await page.getByRole('button', { name: 'Find', exact: true }).click()
      await page.locator('.find-count').waitFor()
      expect((await papers().count()) + (await page.locator('.find .empty').count())).toBeGreaterThan(0)
      expect(await page.getByRole('alert').count()).toBe(0)
      expect(await page.locator('img[src=x]').count()).toBe(0)
    })

    it('says that only the beginning was read of what is too long', async () => {
      await open('#/find')
      await field().fill('怎么写一篇综述'.repeat(480))
      await field().press('Enter')
      await page.getByText(/^Only the first [\d,]+ characters were read\.$/).waitFor()
    })

    it.each([
      ['a range that is backwards', 'from=2024&to=2023', /it is after to/],
      ['a date that is none', 'from=yesterday', /a date looks like 2023-12-10/],
      ['evidence that is none', 'evidence=luck', /evidence/],
    ])('tells the one sentence of the server for %s, and the way back', async (_what, filters, sentence) => {
      expected = /400/
      await open(`#/find?concept=model/rwkv&${filters}`)
      expect(await page.getByRole('alert').textContent()).toMatch(sentence)
      await page.getByRole('button', { name: 'Clear the filters' }).click()
      await papers().first().waitFor()
    })

    it('shows what comes, what failed, and the answer when it is tried again', async () => {
      expected = /ERR_CONNECTION_REFUSED|Failed to load/
      await open('#/find')
      await page.getByText('Name a concept').waitFor()
      await explorer.stop()
      await field().fill('RWKV')
      await field().press('Enter')
      await page.getByRole('alert').getByText('Kith does not answer').waitFor()
      await explorer.start()
      await page.getByRole('button', { name: 'Try again' }).click()
      await papers().first().waitFor()
    })
  })

  describe('by touch', () => {
    it('fits a phone, and everything can be hit with a finger', async () => {
      await open('#/find', { ...PHONE, locale: 'zh-CN' })
      await withAnswer(() => ({ years: YEARS }))
      await field().fill('RWKV')
      await page.getByRole('button', { name: '查找', exact: true }).tap()
      await papers().first().getByRole('button', { name: '为什么？' }).tap()
      await papers().first().locator('.receipt').first().waitFor()
      const small = await page.locator('.find :is(a, button, select, input, summary):visible').evaluateAll((all) =>
        all.flatMap((one) => {
          const { height } = one.getBoundingClientRect()
          return height < 44 ? [`${one.className || one.tagName} ${one.textContent} ${height}`] : []
        }),
      )
      expect(small).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    })
  })

  it.each([
    { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'dark', locale: 'zh-CN', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'light', locale: 'zh-CN', viewport: { width: 390, height: 844 } },
    { colorScheme: 'dark', locale: 'en-GB', viewport: { width: 390, height: 844 } },
  ] as const)('has no fault that axe can find: $colorScheme, $locale, $viewport.width px', async (options) => {
    await open('#/find', options)
    await withAnswer(({ items }) => ({
      years: YEARS,
      items: items.map((paper) => ({
        ...paper,
        parts: { ...paper.parts, likeness: 0.7, recency: 0.2, prominence: 0.4 },
      })),
    }))
    await field().fill('RWKV')
    await field().press('Enter')
    await papers().first().waitFor()
    await page.keyboard.press('Escape')
    await papers().first().focus()
    await page.keyboard.press('w')
    await page.locator('.why-not summary').click()
    await page.locator('.year').last().click()
    await page.locator('.found[data-busy="false"]').waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([])
  })

  describe('beside the graph', () => {
    it('the evidence for an entity has the first three papers in a fold, and the way to all', async () => {
      await open('#/look?focus=model/rwkv')
      const evidence = page.getByRole('complementary', { name: 'Evidence' })
      await evidence.locator('.papers-fold summary').click()
      await evidence.locator('.first-papers > li').nth(2).waitFor()
      await evidence.locator('.papers-fold .more').click()
      await papers().first().waitFor()
      expect(await hash()).toBe('#/find?concept=model/rwkv')
    })

    it('a bridge is lit from end to end, with the lines of each hop, in Chinese and by keyboard', async () => {
      await open('#/look?bridge=model/mamba,model/rwkv', { locale: 'zh-CN' })
      const ways = page.getByRole('radio')
      await ways.first().waitFor()
      await page.locator('.hop .receipt').first().waitFor()
      await page.waitForFunction(() => {
        const host = document.querySelector('.canvas-host')
        const cy = (host as unknown as { _cyreg?: { cy: import('cytoscape').Core } } | null)?._cyreg?.cy
        return cy !== undefined && cy.edges('.trail').length > 0
      })
      await ways.first().focus()
      if ((await ways.count()) > 1) {
        await page.keyboard.press('ArrowDown')
        expect(await ways.nth(1).isChecked()).toBe(true)
        await page.locator('.hop .receipt').first().waitFor()
      }
    })
  })
})
