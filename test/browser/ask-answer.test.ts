/** The answer to a query in the browser: table, picture, plan, the lines behind a row, and what a hostile answer may do. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Core } from 'cytoscape'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer } from './explorer.ts'

const COMPANY = `MATCH (a:Entity {id: 'model/rwkv'})-[met:CO_MENTION]-(b:Entity)
RETURN b AS entity, met, met.weight AS weight, b.firstSeen AS firstSeen, b.aliases AS aliases
ORDER BY weight DESC, b.id LIMIT 20`

/** What an answer has that a test does not speak of. */
const NOTHING = { columns: [], rows: [], truncated: false, stopped: null, milliseconds: 1, waited: 0, notes: [] }

describeWith('browser', 'the answer to a query', () => {
  let explorer: Explorer
  let page: Page
  let problems: string[]
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())
  afterEach(async () => {
    await page.context().close()
    expect(problems).toEqual([])
  })

  /** Runs a query, or shows an answer that no server gave. */
  const ask = async (query: string, given: object | null = null, options: BrowserContextOptions = {}) => {
    ;({ page, problems } = await explorer.open('', options))
    if (given) await page.route('**/api/cypher', (route) => route.fulfill({ json: { ...NOTHING, ...given } }))
    await page.goto(`${explorer.url}/#/ask?query=${encodeURIComponent(query)}`)
    await page.locator('.ask-tools .primary').click()
    await page.locator('.answer').waitFor()
  }
  const grid = () => page.getByRole('grid')
  const cell = (row: number, column: number) => page.locator(`#answer-cell-${row}-${column}`)
  const column = async (at: number, rows: number) =>
    Promise.all(Array.from({ length: rows }, (_, row) => cell(row, at).textContent()))
  const tab = (name: string | RegExp) => page.getByRole('tab', { name }).click()
  const active = () => grid().getAttribute('aria-activedescendant')
  const drawer = () => page.locator('.answer-drawer')
  const nodes = () =>
    page.locator('.answer-canvas-host').evaluate((host) => {
      const { left, top } = host.getBoundingClientRect()
      const { cy } = (host as unknown as { _cyreg: { cy: Core } })._cyreg
      return cy.nodes().map((node) => {
        const { x, y } = node.renderedPosition()
        return { id: node.id(), label: String(node.data('label')), x: left + x, y: top + y }
      })
    })
  const picture = async () => {
    await page.waitForFunction(() => {
      const host = document.querySelector('.answer-canvas-host') as { _cyreg?: { cy: Core } } | null
      return (host?._cyreg?.cy.nodes().length ?? 0) > 0
    })
    await page.locator('.answer-stage').scrollIntoViewIfNeeded()
    await page.waitForTimeout(200)
    return nodes()
  }

  describe('the table', () => {
    it('tells rows, columns and time, and sorts by a column up, down and not at all', async () => {
      await ask(COMPANY)
      await page.getByText(/^20 rows · 5 columns · [\d.,]+ ms/).waitFor()
      await tab('Table')
      const given = await column(2, 8)
      const head = page.getByRole('columnheader', { name: 'weight' })
      expect(await head.getAttribute('aria-sort')).toBe('none')
      await head.getByRole('button').click()
      expect(await head.getAttribute('aria-sort')).toBe('ascending')
      const rising = (await column(2, 8)).map(Number)
      expect(rising).toEqual([...rising].sort((a, b) => a - b))
      await head.getByRole('button').click()
      expect(await head.getAttribute('aria-sort')).toBe('descending')
      await head.getByRole('button').click()
      expect(await column(2, 8)).toEqual(given)
    })

    it('of 1,000 rows and 50 columns draws only what is seen, and reaches the last of both by key', async () => {
      const columns = Array.from({ length: 50 }, (_, at) => `c${at}`)
      const rows = Array.from({ length: 1_000 }, (_, row) => columns.map((name) => `${name} of ${row}`))
      await ask('RETURN 1', { columns, rows, truncated: true, stopped: 'rows' })
      await page.getByText('Stopped at 1,000 rows: there are more.', { exact: false }).waitFor()
      expect(await grid().getAttribute('aria-rowcount')).toBe('1001')
      expect(await page.getByRole('gridcell').count()).toBeLessThan(1_000)
      await grid().focus()
      await page.keyboard.press('Control+End')
      await page.waitForFunction(() => document.getElementById('answer-cell-999-49')?.textContent === 'c49 of 999')
      expect(await active()).toBe('answer-cell-999-49')
      const inView = await cell(999, 49).evaluate((element) => {
        const [own, box] = [element.getBoundingClientRect(), element.closest('.grid')?.getBoundingClientRect()]
        return box !== undefined && own.right <= box.right && own.bottom <= box.bottom && own.left >= box.left
      })
      expect(inView).toBe(true)
      expect(await page.getByRole('gridcell').count()).toBeLessThan(1_000)
      await page.keyboard.press('Control+Home')
      expect(await active()).toBe('answer-cell-0-0')
      await cell(0, 0).getByText('c0 of 0').waitFor()
    })

    it('is used by keys alone: to the head, sort, widen, open a row, and back', async () => {
      await ask(COMPANY)
      await tab('Table')
      await grid().focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowUp')
      expect(await active()).toBe('answer-cell--1-2')
      const before = (await cell(0, 2).boundingBox())?.width ?? 0
      await page.keyboard.press('Shift+ArrowRight')
      expect((await cell(0, 2).boundingBox())?.width).toBe(before + 24)
      await page.keyboard.press('Enter')
      expect(await cell(-1, 2).getAttribute('aria-sort')).toBe('ascending')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await drawer()
        .getByRole('heading', { name: /^Row \d+$/ })
        .waitFor()
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
      await page.keyboard.press('Escape')
      expect(await drawer().count()).toBe(0)
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
      // One stop for Tab: the next is beyond the table.
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('.grid') === null)).toBe(true)
    })

    it('widens a column by its edge', async () => {
      await ask(COMPANY)
      await tab('Table')
      const before = (await cell(0, 2).boundingBox())?.width ?? 0
      const edge = await cell(-1, 2).locator('.grid-edge').boundingBox()
      if (!edge) throw new Error('no edge')
      await page.mouse.move(edge.x + 4, edge.y + 8)
      await page.mouse.down()
      await page.mouse.move(edge.x + 64, edge.y + 8, { steps: 4 })
      await page.mouse.up()
      expect((await cell(0, 2).boundingBox())?.width).toBe(before + 60)
      await cell(-1, 2).locator('.grid-edge').dblclick()
      expect((await cell(0, 2).boundingBox())?.width).toBe(before)
    })

    it('copies a cell, a row and all, and gives the same rows as CSV and as JSON', async () => {
      const rows = [
        ['a, "b"\nc', 1, null],
        ['长度外推', { $: 'int', value: '9007199254740993' }, ['x']],
      ]
      await ask(
        'RETURN 1',
        { columns: ['text', '__proto__', 'n'], rows },
        {
          permissions: ['clipboard-read', 'clipboard-write'],
        },
      )
      const copied = async (key: string, said: string) => {
        await page.keyboard.press(key)
        await page.getByText(said, { exact: true }).first().waitFor()
        return page.evaluate(() => navigator.clipboard.readText())
      }
      await grid().focus()
      expect(await copied('Control+c', 'Cell copied')).toBe('a, "b"\nc')
      await page.keyboard.press('ArrowLeft')
      expect(await copied('Control+c', 'Row copied')).toBe('"a, ""b""\nc"\t1\t')
      await page.keyboard.press('ArrowUp')
      expect(await copied('Control+c', '2 rows copied')).toBe(
        `text\t__proto__\tn\n"a, ""b""\nc"\t1\t\n长度外推\t9007199254740993\t['x']`,
      )
      const taken = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name, exact: true }).click(),
        ])
        expect(download.suggestedFilename()).toBe(`Kith-answer.${name.toLowerCase()}`)
        return readFileSync(await download.path(), 'utf8')
      }
      expect(await taken('CSV')).toBe('text,__proto__,n\r\n"a, ""b""\nc",1,\r\n长度外推,9007199254740993,"[""x""]"\r\n')
      expect(JSON.parse(await taken('JSON'))).toEqual({ columns: ['text', '__proto__', 'n'], rows })
    })

    it('tells what was odd about the query, with what may be meant', async () => {
      const at = { line: 1, column: 8, offset: 7, length: 5 }
      const notes = [{ message: 'The graph has no label "Modle".', at, suggestion: 'Model' }]
      await ask('MATCH (n:Modle) RETURN n', { columns: ['n'], notes })
      await page.getByText('No row answers this', { exact: false }).waitFor()
      expect(await page.getByRole('list', { name: 'Notes on the query' }).textContent()).toBe(
        'Line 1, column 8 The graph has no label "Modle". Perhaps Model?',
      )
    })
  })

  describe('the lines behind a row', () => {
    it('are those of its edge, then of its entities, and open the document at the line', async () => {
      await ask(COMPANY)
      await tab('Table')
      await cell(0, 2).click()
      const receipt = drawer().locator('.receipt').first()
      await receipt.waitFor()
      expect(await drawer().locator('summary').first().textContent()).toContain('–CO_MENTION→ RWKV')
      expect(await drawer().locator('.weight').textContent()).toMatch(/^weight [\d.]+ = /)
      const names = await receipt.locator('mark.name-strong').allTextContents()
      expect(names.length).toBeGreaterThan(1)
      const [path, line] = ((await receipt.locator('a').textContent()) ?? '').split(':')
      await receipt.locator('a').click()
      await page.locator('.passage[data-target="true"]').waitFor()
      expect(page.url()).toContain(`line=${line}`)
      expect(decodeURIComponent(page.url())).toContain(`doc/${path}`)
    })

    it('are found for plain ids, for two of them together, and lead into the explorer', async () => {
      await ask("RETURN 'model/rwkv' AS a, 'model/mamba' AS b, 1 AS n")
      await cell(0, 2).click()
      await drawer().locator('.receipt').first().waitFor()
      const groups = drawer().locator('summary')
      expect(await groups.first().textContent()).toContain('Named together?')
      await groups.nth(1).click()
      const entity = drawer().locator('.by-document').nth(1)
      await entity.locator('.receipt').first().waitFor()
      await entity.getByRole('link', { name: 'Open in the explorer' }).click()
      await page.getByRole('complementary', { name: 'Evidence' }).getByRole('heading', { name: 'RWKV' }).waitFor()
    })

    it('are a passage itself in all its places, and a document from its line', async () => {
      await ask(`MATCH (d:Document)-[has:HAS]->(p:Passage)-[named:MENTIONS]->(:Entity {id: 'model/rwkv'})
RETURN d, has, p, named ORDER BY d.id, has.line LIMIT 3`)
      await tab('Table')
      await cell(0, 2).locator('.node-chip').click()
      const group = drawer().locator('.by-document[open]')
      await group.locator('.receipt').first().waitFor()
      expect(await group.locator('mark.name-strong').first().textContent()).toMatch(/rwkv/i)
      const link = drawer().locator('.document-line a')
      expect(await link.getAttribute('href')).toMatch(/^#\/document\/.*line=\d+$/)
      expect(await drawer().locator('.document-line').textContent()).toMatch(/Read from line \d+$/)
    })

    it('are told not to be there for a row of numbers, whose values are whole all the same', async () => {
      const long = '长'.repeat(5_000)
      await ask('RETURN 1', { columns: ['n', 'long', 'map'], rows: [[1, long, { a: { b: [1, 2] } }]] })
      await cell(0, 1).locator('.cell-expand').click()
      await drawer().getByText('Nothing in this row has lines of its own', { exact: false }).waitFor()
      await drawer().getByRole('button', { name: 'Show 3,000 letters more' }).click()
      expect(await drawer().locator('.value-text').textContent()).toBe(long)
      await drawer().locator('.value-fold summary').click()
      await drawer().locator('.value-fold .value-fold summary').click()
      await drawer().locator('.value-fold .value-fold .value-fold summary').click()
      expect(await drawer().locator('.value-fold .value-fold .value-fold dd').allTextContents()).toEqual(['1', '2'])
    })
  })

  describe('the graph', () => {
    it('comes first where there are nodes; a node shows its lines, and all are added to the picture', async () => {
      await ask(COMPANY)
      expect(await page.getByRole('tab', { name: 'Graph' }).getAttribute('aria-selected')).toBe('true')
      const there = await picture()
      expect(there.length).toBe(21)
      const mamba = there.find(({ id }) => id === 'model/mamba')
      expect(there.find(({ id }) => id === 'model/rwkv')?.label).toBe('RWKV')
      await page.mouse.click(mamba?.x ?? 0, mamba?.y ?? 0)
      await drawer().getByRole('heading', { name: 'Mamba' }).waitFor()
      await drawer().locator('.receipt').first().waitFor()
      await page
        .locator('.answer-legend')
        .getByText(/^ ?Model/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Add 21 to my picture' }).click()
      await page.waitForFunction(
        (ids) => {
          const host = document.querySelector('.canvas-host') as { _cyreg?: { cy: Core } } | null
          return ids.every((id) => host?._cyreg?.cy.getElementById(id).nonempty())
        },
        there.map(({ id }) => id),
      )
      expect(page.url()).toContain('#/look')
    })

    it('of nodes alone also draws what joins them, and leaves it out when asked', async () => {
      await ask('MATCH (m:Model) RETURN m ORDER BY m.mentions DESC, m.id LIMIT 6')
      await picture()
      const edges = () =>
        page.locator('.answer-canvas-host').evaluate((host) => {
          return (host as unknown as { _cyreg: { cy: Core } })._cyreg.cy.edges().length
        })
      expect(await edges()).toBeGreaterThan(0)
      await page.getByLabel('Also draw what joins them in the notes').uncheck()
      await page.waitForFunction(() => {
        const host = document.querySelector('.answer-canvas-host') as { _cyreg?: { cy: Core } } | null
        return host?._cyreg?.cy.edges().length === 0
      })
    })

    it('is walked with the arrow keys, and Enter goes to the lines', async () => {
      await ask(COMPANY)
      await picture()
      await page.getByRole('application', { name: /^Picture of the answer/ }).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Enter')
      await drawer().locator('.receipt').first().waitFor()
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('application')
    })

    it('draws the first 500 of more and says so', async () => {
      const rows = Array.from({ length: 700 }, (_, at) => [
        { $: 'node', id: `p/${String(at).padStart(16, '0')}`, labels: ['Passage'], properties: { text: `line ${at}` } },
      ])
      await ask('RETURN 1', { columns: ['p'], rows })
      await page.getByText('The first 500 of 700 nodes are drawn.').waitFor()
      expect((await picture()).length).toBe(500)
    })

    it('says how to have one where the answer holds nothing to draw', async () => {
      await ask('RETURN 1 AS one')
      await tab('Graph')
      await page.getByText('There is nothing to draw in this answer', { exact: false }).waitFor()
      await page.locator('.answer-example').getByText('RETURN a, met, b').waitFor()
    })
  })

  it('the plan is a tree of steps in plain words, folded and opened by key', async () => {
    await ask(COMPANY)
    await page.getByRole('tab', { name: 'Graph' }).focus()
    await page.keyboard.press('ArrowRight')
    const tree = page.getByRole('tree', { name: 'Plan of the query' })
    await tree.waitFor()
    const steps = page.getByRole('treeitem')
    const all = await steps.count()
    expect(all).toBeGreaterThan(3)
    await tree.getByText('follows edges from the nodes it has').waitFor()
    await tree.focus()
    await page.keyboard.press('ArrowLeft')
    expect(await steps.count()).toBe(1)
    expect(await steps.first().getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await steps.count()).toBe(all)
    expect(await steps.nth(1).getAttribute('aria-selected')).toBe('true')
  })

  it('a hostile answer is text: never a link, never markup, and nothing of it runs', async () => {
    const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    const turned = '\u202eevil\u202c'
    const name = `${markup}${'A'.repeat(10_000)}`
    const hostile = {
      $: 'node',
      id: 'model/x"><script>',
      labels: ['Entity', 'Model', markup],
      properties: { name, url: 'javascript:document.title=3', __proto__: null, text: turned },
    }
    const link = { $: 'edge', type: markup, source: 'model/rwkv', target: 'model/mamba', properties: { cue: markup } }
    const rows = [[hostile, link, markup, 'javascript:document.title=4', turned, { [markup]: markup }, [name]]]
    const notes = [{ message: markup, at: { line: 1, column: 1, offset: 0, length: 1 }, suggestion: markup }]
    await ask('RETURN 1', { columns: ['n', markup, 'a', 'b', 'c', 'd', name], rows, notes })
    const title = await page.title()
    const clean = async () => {
      expect(await page.locator('.answer :is(img, script, iframe, object, style)').count()).toBe(0)
      const links = await page
        .locator('.answer a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
      expect(links.filter((href) => !href.startsWith('#/'))).toEqual([])
      expect(await page.title()).toBe(title)
    }
    await picture()
    await clean()
    expect((await nodes()).every(({ label }) => label.length < 60)).toBe(true)
    await tab('Table')
    expect(await cell(0, 2).textContent()).toContain('<img src=x')
    // Text that is turned round turns nothing beside it.
    await grid().focus()
    for (let at = 0; at < 4; at++) await page.keyboard.press('ArrowRight')
    expect(await cell(0, 4).locator('bdi').textContent()).toBe(turned)
    await clean()
    await page.keyboard.press('Control+Home')
    await page.route('**/api/entities/**', (route) =>
      route.fulfill({ status: 404, json: { error: { code: 'not_found', message: markup } } }),
    )
    await cell(0, 2).click()
    await drawer().getByText('<img src=x', { exact: false }).first().waitFor()
    for (const fold of await drawer().locator('summary').all()) await fold.click()
    await clean()
    const widths = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(widths).toBe(0)
    problems = problems.filter((problem) => !problem.includes('404'))
  })

  it.each([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
    { locale: 'zh-CN', colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ] as const)(
    'has no fault that axe can find and fits the screen, $locale, $colorScheme, $viewport.width px',
    async (options) => {
      await ask(COMPANY, null, options)
      const faults: string[] = []
      const look = async (where: string) => {
        const { violations } = await new AxeBuilder({ page }).include('.answer').analyze()
        faults.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id}: ${target}`)))
        expect({ [where]: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) }).toEqual({
          [where]: 0,
        })
      }
      await picture()
      await look('graph')
      const isChinese = options.locale === 'zh-CN'
      await tab(isChinese ? '表格' : 'Table')
      const row = cell(1, -1)
      await ('hasTouch' in options ? row.tap() : row.click())
      await drawer().locator('.receipt').first().waitFor()
      await drawer()
        .getByText(isChinese ? '依据' : 'Lines behind it', { exact: true })
        .waitFor()
      await look('table and drawer')
      if ('hasTouch' in options) {
        const small = await page.locator('.answer :is(button, a, summary, [role=tab])').evaluateAll((all) =>
          all.flatMap((one) => {
            const { width, height } = one.getBoundingClientRect()
            // A word in a line of text may be as small as the line.
            const isInline = getComputedStyle(one).display === 'inline'
            return width > 0 && height < 44 && !isInline ? [`${one.className} ${one.textContent} ${height}`] : []
          }),
        )
        expect(small).toEqual([])
      }
      await tab(isChinese ? '执行计划' : 'Plan')
      await page.getByRole('treeitem').first().waitFor()
      await look('plan')
      expect(faults).toEqual([])
    },
  )
})
