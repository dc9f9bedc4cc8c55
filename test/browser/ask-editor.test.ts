/** The console as people type in it: completion, errors at their place, running and stopping, and what one begins with. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer } from './explorer.ts'

const RUNAWAY =
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b UNWIND range(1, 1000) AS c RETURN sum(a * b * c) AS n'
const THREE = 'UNWIND range(1, 3) AS x RETURN x'

describeWith('browser', 'the console', () => {
  let explorer: Explorer
  beforeAll(async () => {
    explorer = await openExplorer()
  }, 120_000)
  afterAll(() => explorer.close())

  async function open(options: BrowserContextOptions = {}, hash = '#/ask') {
    const opened = await explorer.open(hash, options)
    await opened.page.locator('.cm-content').waitFor()
    return opened
  }
  const editor = (page: Page) => page.getByRole('textbox', { name: /^(Cypher query|Cypher 查询)$/ })
  const write = async (page: Page, text: string) => {
    await editor(page).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  }
  /** The editor takes nothing in the first moment after a list came up. */
  const offered = async (page: Page, name: string | RegExp) => {
    await page.getByRole('option', { name }).first().waitFor()
    await page.waitForTimeout(150)
  }
  /** What is drawn may lag behind what was pressed. */
  const shows = (page: Page, text: string) =>
    page.waitForFunction((wanted) => {
      const lines = document.querySelector('.ask-editor')?.shadowRoot?.querySelectorAll('.cm-line') ?? []
      return Array.from(lines, (line) => line.textContent?.trimEnd())
        .join('\n')
        .includes(wanted)
    }, text)
  const answered = (page: Page, rows: number) =>
    page
      .locator('.answer')
      .getByText(new RegExp(`^${rows} rows?\\b`))
      .first()
      .waitFor()

  it('offers labels, properties and names of entities, and Tab takes what is offered', async () => {
    const { page, problems } = await open()
    await write(page, '')
    await page.keyboard.type('MATCH (m:Mod')
    await offered(page, /^Model/)
    await page.keyboard.press('Tab')
    await page.keyboard.type(" {id: 'rwk")
    await offered(page, /^model\/rwkv\b/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.type(' RETURN m.ment')
    await offered(page, /^mentions/)
    await page.keyboard.press('Tab')
    await shows(page, "MATCH (m:Model {id: 'model/rwkv'}) RETURN m.mentions")
    await page.keyboard.press('ControlOrMeta+Enter')
    await answered(page, 1)
    expect(problems).toEqual([])
    await page.context().close()
  }, 60_000)

  it('shows an error at its place, with what to write there instead', async () => {
    const { page } = await open()
    await write(page, 'MATCH (m:Model)\nRETURN m.name ODER BY m.id')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('alert').getByText('This query does not run.').waitFor()
    expect(await page.locator('.cm-lintRange-error').first().textContent()).toBe('ODER')
    await page.getByRole('button', { name: 'Write ORDER' }).click()
    await shows(page, 'MATCH (m:Model)\nRETURN m.name ORDER BY m.id')
    expect(await page.locator('.cm-lintRange-error').count()).toBe(0)
    await page.context().close()
  }, 60_000)

  it('warns of a label that the graph has not, where it stands', async () => {
    const { page } = await open()
    await write(page, 'MATCH (m:Modle) RETURN m')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.locator('.cm-lintRange-warning').waitFor()
    expect(await page.locator('.cm-lintRange-warning').textContent()).toBe('Modle')
    await page.context().close()
  }, 60_000)

  it('stops a runaway with Escape, which is left alone where nothing runs', async () => {
    const { page, problems } = await open()
    await write(page, RUNAWAY)
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('button', { name: 'Stop' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('Stopped.').waitFor()
    await page.evaluate(() =>
      document.addEventListener('keydown', (event) => {
        document.body.dataset.taken = String(event.defaultPrevented)
      }),
    )
    await page.keyboard.press('Escape')
    expect(await page.locator('body').getAttribute('data-taken')).toBe('false')
    await write(page, THREE)
    await page.keyboard.press('ControlOrMeta+Enter')
    await answered(page, 3)
    expect(problems).toEqual([])
    await page.context().close()
  }, 60_000)

  it('does not catch the keyboard: Tab leaves it forwards, Shift and Tab backwards', async () => {
    const { page } = await open()
    await editor(page).focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('ask-editor')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).not.toBe('ask-editor')
    await page.context().close()
  }, 60_000)

  it('keeps what was asked: Alt and the arrows, the list, the address, a reload', async () => {
    const { page } = await open()
    for (const count of [3, 4]) {
      await write(page, `UNWIND range(1, ${count}) AS x RETURN x`)
      await page.keyboard.press('ControlOrMeta+Enter')
      await answered(page, count)
    }
    await page.keyboard.press('Alt+ArrowUp')
    await shows(page, THREE)
    await page.keyboard.press('Alt+ArrowDown')
    await shows(page, 'range(1, 4)')
    await page.getByRole('button', { name: 'History' }).click()
    await page
      .locator('#ask-panel')
      .getByRole('button', { name: /range\(1, 3\).*3 rows/ })
      .click()
    await shows(page, THREE)
    const hash = await page.evaluate(() => location.hash)
    expect(hash).toContain('#/ask?query=UNWIND')
    await page.reload()
    await page.locator('.cm-content').waitFor()
    await shows(page, THREE)
    await page.context().close()

    const friend = await open({}, hash)
    await shows(friend.page, 'range(1, 4)')
    expect(await friend.page.locator('.answer').count()).toBe(0)
    await friend.page.context().close()
  }, 90_000)

  it('saves a query under a name, renames it, deletes it, and brings it back', async () => {
    const { page } = await open()
    const panel = page.locator('#ask-panel')
    await write(page, THREE)
    await page.getByRole('button', { name: 'Save', exact: true }).first().click()
    await page.getByLabel('Save this query as').fill('three')
    await page.keyboard.press('Enter')
    await page.getByText('Saved as “three”.').first().waitFor()
    await panel.getByRole('button', { name: 'Rename “three”' }).click()
    await page.keyboard.type('drei')
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: /^drei/ }).waitFor()
    await panel.getByRole('button', { name: 'Delete “drei”' }).click()
    expect(await panel.getByRole('button', { name: /^drei/ }).count()).toBe(0)
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await write(page, 'RETURN 1')
    await panel.getByRole('button', { name: /^drei/ }).click()
    await shows(page, THREE)
    await page.context().close()
  }, 60_000)

  it('asks for the parameters of a query, and tells at its row what is no value', async () => {
    const { page } = await open()
    await write(page, 'UNWIND range(1, $most) AS x RETURN x')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByRole('alert').getByText('The query asks for $most.').waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-param') === 'most')
    await page.keyboard.type('five')
    await page.keyboard.press('Tab')
    const row = page.getByRole('group', { name: '$most' })
    await row.getByLabel('Type').selectOption('number')
    await row.getByText('This is no number.').waitFor()
    await row.getByLabel('Value').fill('5')
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await answered(page, 5)

    await write(page, ':param most => 2\nUNWIND range(1, $most) AS x RETURN x')
    await page.keyboard.press('ControlOrMeta+Enter')
    await answered(page, 2)
    expect(await row.getByLabel('Value').inputValue()).toBe('2')
    await page.context().close()
  }, 60_000)

  it('runs a question of the gallery with its parameters', async () => {
    const { page, problems } = await open({ locale: 'zh-CN' })
    await page.getByRole('button', { name: /两个模型共有的概念/ }).click()
    await page.locator('.answer').waitFor()
    await shows(page, 'shared:Concept')
    expect(await page.getByRole('group', { name: '$a' }).getByLabel('值').inputValue()).toBe('model/rwkv')
    expect(problems).toEqual([])
    await page.context().close()
  }, 60_000)

  it('draws what the graph is made of; a press or a key on a label writes a query', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: 'Graph', exact: true }).click()
    const drawing = page.getByRole('group', { name: /own plan/ })
    await drawing.getByRole('button', { name: /^Paper: \d+ nodes/ }).click()
    await shows(page, 'MATCH (paper:Paper)')
    const first = drawing.getByRole('button').first()
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await shows(page, 'MATCH (method:Method)')
    await page.keyboard.press('ControlOrMeta+Enter')
    await answered(page, 25)
    await page
      .locator('#ask-panel')
      .getByRole('button', { name: /^:INTRODUCED_IN/ })
      .click()
    await shows(page, '[edge:INTRODUCED_IN]')
    await page.context().close()
  }, 60_000)

  it('stays a plain field that asks, where the editor does not come', async () => {
    const { page } = await explorer.open('', {})
    await page.route(/\/assets\/editor-.*\.js/, (route) => route.abort())
    await page.goto(`${explorer.url}/#/ask`)
    await page.getByText('The editor could not be loaded').waitFor()
    await page.getByLabel('Cypher query').fill(THREE)
    await page.keyboard.press('ControlOrMeta+Enter')
    await answered(page, 3)
    await page.context().close()
  }, 60_000)

  it('types over what is selected, pastes 200 lines, and has several cursors, without a fault', async () => {
    const { page, problems } = await open()
    await write(page, 'RETURN 1 AS a')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('RETURN [1, 1]')
    await shows(page, 'RETURN [1, 1]')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(`${'// a line\n'.repeat(200)}RETURN 1 AS one`)
    const { height } = (await page.locator('.cm-editor').boundingBox()) ?? { height: 9_999 }
    expect(height).toBeLessThan(500)
    await write(page, 'abc abc')
    await page.keyboard.press('Home')
    // The first takes the word, the second the next one like it.
    await page.keyboard.press('ControlOrMeta+d')
    await page.keyboard.press('ControlOrMeta+d')
    await page.keyboard.type('x')
    await shows(page, 'x x')
    expect(problems).toEqual([])
    await page.context().close()
  }, 60_000)

  it.each([
    { colorScheme: 'light', width: 1280, locale: 'en-GB' },
    { colorScheme: 'dark', width: 390, locale: 'zh-CN' },
  ] as const)(
    'has no fault that axe finds, $colorScheme at $width px, and fits',
    async ({ width, ...options }) => {
      const { page, problems } = await open({ ...options, viewport: { width, height: 800 }, hasTouch: width < 600 })
      const faults: string[] = []
      for (const name of ['saved', 'history', 'schema', 'gallery']) {
        const button = page.locator('.ask-side-name').nth(['gallery', 'schema', 'history', 'saved'].indexOf(name))
        if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
        await page.locator('#ask-panel :is(button, .empty)').first().waitFor()
        const { violations } = await new AxeBuilder({ page }).analyze()
        faults.push(
          ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${name} ${id} ${target.join(' ')}`)),
        )
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
      }
      expect(faults).toEqual([])
      expect(problems).toEqual([])
      await page.context().close()
    },
    120_000,
  )

  it('works by touch at 390 px, with targets large enough', async () => {
    const { page } = await open({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })
    await page.locator('.ask-side-name').first().tap()
    await page.getByRole('button', { name: /Concepts that two models share/ }).tap()
    await page.locator('.answer').waitFor()
    const small = await page
      .locator('.ask-form button, .ask-side button')
      .evaluateAll((buttons) =>
        buttons
          .filter((button) => button.getBoundingClientRect().height > 0 && button.getBoundingClientRect().height < 44)
          .map((button) => button.textContent),
      )
    expect(small).toEqual([])
    await page.context().close()
  }, 60_000)
})
