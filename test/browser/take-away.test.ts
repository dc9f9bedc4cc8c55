/** `kith export --format html`: one file, opened from the disk with the network off, is the explorer. */
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { testFolder } from '../folder.ts'
import { kith } from '../kith.ts'
import { describeWith } from '../needs.ts'
import { SAMPLE } from '../sample.ts'
import { drawn, launch, openPage, pictureOf } from './explorer.ts'

const folder = testFolder()

/** What a note may hold, and a page of it must show as text. */
const HOSTILE = `D： [</script><script>window.broken = true</script>](https://arxiv.org/abs/2312.00752)

F1：Mamba 和 RWKV <img src=x onerror="window.broken = true"> 都是 linear attention --> 的亲戚 <!-- <script>
`

describeWith('browser', 'a page of the graph in one file', () => {
  let browser: Browser
  let page: Page
  let problems: string[]
  beforeAll(async () => {
    const graph = `file:${folder('graph')}`
    expect((await kith(['build', SAMPLE, '--graph', graph])).code).toBe(0)
    await write(graph, 'page.html', '--title', 'Sample')
    mkdirSync(folder('notes'))
    writeFileSync(folder('notes', 'hostile.md'), HOSTILE)
    expect((await kith(['build', folder('notes'), '--graph', `file:${folder('hostile')}`])).code).toBe(0)
    await write(`file:${folder('hostile')}`, 'hostile.html', '--title', '</title><script>window.broken = true</script>')
    browser = await launch()
  }, 400_000)
  afterAll(() => browser.close())
  afterEach(async () => {
    // Nothing was asked of anyone, and nothing went wrong.
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(asked.filter((name) => !/^(?:blob|data):/.test(name))).toEqual([])
    await page.context().close()
    expect(problems).toEqual([])
  })

  async function write(graph: string, name: string, ...options: string[]): Promise<void> {
    const args = ['export', '--format', 'html', '--graph', graph, '--out', folder(name), ...options]
    expect(await kith(args)).toEqual({ code: 0, stdout: '', stderr: '' })
  }

  async function open(name = 'page.html', options: BrowserContextOptions = {}, hash = ''): Promise<void> {
    const url = pathToFileURL(folder(name)).href + hash
    ;({ page, problems } = await openPage(browser, url, { offline: true, ...options }))
  }

  const evidence = () => page.getByRole('complementary', { name: 'Evidence' })
  const receipts = () => evidence().locator('.receipt')

  it('shows RWKV, Mamba and linear attention by name, and is small', async () => {
    await open()
    const names = (await pictureOf(page)).filter(({ readable }) => readable).map(({ label }) => label)
    expect(names).toEqual(expect.arrayContaining(['RWKV', 'Mamba', 'linear attention']))
    // The layout comes from the worker, not from the plain arrangement that stands in for one that failed.
    expect(page.workers()).toHaveLength(1)
    expect(statSync(folder('page.html')).size).toBeLessThan(1_200_000)
  })

  it('is a file like any other: it can be moved', async () => {
    mkdirSync(folder('elsewhere 别处'))
    const moved = join('elsewhere 别处', basename('a page#1.html'))
    copyFileSync(folder('page.html'), folder(moved))
    await open(moved)
    expect((await pictureOf(page)).length).toBeGreaterThan(20)
  })

  it('finds an entity by another of its names, and shows the lines that name it', async () => {
    await open()
    await page.getByRole('combobox').first().fill('线性注意力')
    await page.locator('#hit-0', { hasText: 'linear attention' }).waitFor()
    await page.keyboard.press('Enter')
    await evidence().getByRole('heading', { name: 'linear attention', exact: true }).waitFor()
    await receipts().first().waitFor()
    expect(await receipts().count()).toBeGreaterThan(3)
  })

  it('shows the lines of what is clicked, and opens one in its document', async () => {
    await open()
    const mamba = (await pictureOf(page)).find(({ id }) => id === 'model/mamba')
    await page.mouse.click(mamba?.x ?? 0, mamba?.y ?? 0)
    await evidence().getByRole('heading', { name: 'Mamba', exact: true }).waitFor()
    await receipts().first().waitFor()
    expect(page.url()).toContain('focus=model/mamba')
    const quote = (await receipts().first().locator('blockquote').textContent()) ?? ''
    await receipts().first().getByRole('link').first().click()
    const passage = page.locator('.passage[data-target="true"]')
    await passage.waitFor()
    expect(await passage.textContent()).toContain(quote)
  })

  it('shows the lines of an edge that an address tells', async () => {
    await open('page.html', {}, '#/look?a=model/mamba&b=model/rwkv')
    await evidence()
      .getByRole('heading', { level: 2, name: /Mamba.*RWKV/ })
      .waitFor()
    await receipts().first().waitFor()
    expect(await receipts().first().locator('mark').count()).toBeGreaterThan(0)
  })

  it('leaves a kind out when asked to', async () => {
    await open()
    await pictureOf(page)
    await page
      .getByRole('button', { name: /^Method\b/ })
      .first()
      .click()
    await page.waitForFunction(() => location.hash.includes('hide=Method'))
    expect(new Set((await drawn(page)).map(({ kind }) => kind))).not.toContain('Method')
  })

  it('shows what a note says as text, whatever it says', async () => {
    await open('hostile.html', {}, '#/look?a=model/mamba&b=model/rwkv')
    await receipts().first().waitFor()
    expect(await receipts().first().textContent()).toContain('<img src=x onerror="window.broken = true">')
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  })

  it('runs nothing but its own script', async () => {
    const own = readFileSync(folder('page.html'), 'utf8')
    writeFileSync(
      folder('changed.html'),
      own.replace('<div id="app">', '<script>window.broken = true</script><div id="app">'),
    )
    await open('changed.html')
    await pictureOf(page)
    expect(await page.evaluate(() => 'broken' in window)).toBe(false)
    expect(problems.splice(0).join()).toMatch(/Content Security Policy/)
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    await open('page.html', { colorScheme }, '#/look?focus=model/rwkv')
    await receipts().first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([])
  })
})
