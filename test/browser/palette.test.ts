/** The search field as a palette, the menus, the help and the saved views: by keyboard, and by touch. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { drawn, type Explorer, openExplorer, pictureOf } from './explorer.ts'

describeWith('browser', 'the palette, the menus and the saved views', () => {
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

  const field = () => page.locator('#search')
  const offers = () => page.locator('#search-hits')
  const offer = (name: RegExp) => offers().getByRole('option', { name })
  const menu = () => page.getByRole('menu')
  const entry = (name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}\\b`) })
  const atFocus = (selector: string) =>
    page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector)

  it('has the focus at first sight without opening, and gives it back on Escape', async () => {
    await atFocus('#search')
    expect(await offers().isVisible()).toBe(false)
    await page.keyboard.press('/')
    await offer(/^RWKV – /)
      .first()
      .waitFor()
    expect(await field().inputValue()).toBe('')
    await page.keyboard.press('Escape')
    await atFocus('.canvas')
    await page.keyboard.press('Control+k')
    await atFocus('#search')
    await page.keyboard.press('Escape')
    await atFocus('.canvas')
  })

  it('finds a name by another of its spellings, takes it on Enter, and remembers it', async () => {
    await pictureOf(page)
    await page.keyboard.type('线性')
    await offer(/linear attention/)
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await atFocus('.canvas')
    expect(page.url()).toContain('focus=method/linear-attention')
    await page.keyboard.press('/')
    await page.getByRole('group', { name: 'Looked at before' }).getByText('linear attention').waitFor()
  })

  it('takes the first name even when Enter comes before the answer', async () => {
    await pictureOf(page)
    await page.keyboard.type('rwkv')
    await page.keyboard.press('Enter')
    await page.waitForURL(/focus=model\/rwkv/)
  })

  it('runs a command by its words in the other language too', async () => {
    await pictureOf(page)
    await page.keyboard.type('>更换配色')
    await offer(/Change the colours/).waitFor()
    await page.keyboard.press('Enter')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light')
  })

  it('says when the server is away, keeps the commands, and tries again', async () => {
    expected = /ERR_CONNECTION_REFUSED/
    await pictureOf(page)
    await explorer.stop()
    await page.keyboard.type('undo mamba')
    await page.getByRole('alert').getByText('Kith does not answer').waitFor()
    await explorer.start()
    await field().fill('mamba')
    await offer(/^Mamba/)
      .first()
      .waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('opens the menu of the selected by key, walks it, expands by kind, and gives the focus back', async () => {
    await pictureOf(page)
    await page.goto(`${explorer.url}/#/look?focus=model/rwkv`)
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    await page.locator('.canvas').focus()
    const before = (await drawn(page)).length
    await page.keyboard.press('Shift+F10')
    await entry('Expand by kind').waitFor()
    await atFocus('[role=menuitem]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await entry('Paper').waitFor()
    await page.keyboard.press('ArrowLeft')
    expect(await menu().count()).toBe(1)
    await page.keyboard.press('Enter')
    await entry('Paper').click()
    await page.waitForFunction((count) => document.querySelectorAll('.entities [role=option]').length > count, before)
    await page.locator('.canvas').focus()
    await page.keyboard.press('Shift+F10')
    await entry('Pin').waitFor()
    await page.keyboard.press('Escape')
    expect(await menu().count()).toBe(0)
    await atFocus('.canvas')
  })

  it('keeps a view under a name with everything in its place, opens it, and brings back a deleted one', async () => {
    await pictureOf(page)
    await page.goto(`${explorer.url}/#/look?focus=model/mamba&hide=Person`)
    await page.getByRole('heading', { name: 'Mamba', exact: true }).waitFor()
    await page.keyboard.press('Control+s')
    await atFocus('dialog input')
    expect(await page.locator('dialog input').inputValue()).toBe('Mamba')
    await page.keyboard.type('my <b>view</b>')
    await page.keyboard.press('Enter')
    await page.getByText('Saved: my <b>view</b>').first().waitFor()
    const saved = new Map((await pictureOf(page)).map(({ id, x, y }) => [id, [Math.round(x), Math.round(y)]]))

    await page.locator('.canvas').focus()
    await page.keyboard.press('h')
    await page.keyboard.press('r')
    await page.waitForFunction(() => !location.hash.includes('hide='))
    await page.keyboard.press('/')
    await page.keyboard.type('my <b>')
    await offer(/my <b>view/).click()
    await page.waitForURL(/focus=model\/mamba.*hide=Person/)
    const again = await pictureOf(page)
    expect(again.map(({ id }) => id).sort()).toEqual([...saved.keys()].sort())
    const apart = again.map(({ id, x, y }) => Math.hypot(x - (saved.get(id)?.[0] ?? 0), y - (saved.get(id)?.[1] ?? 0)))
    expect(Math.max(...apart)).toBeLessThan(6)
  })

  it('copies the address of what is on the screen, and says so', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await pictureOf(page)
    await page.goto(`${explorer.url}/#/look?focus=model/rwkv`)
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    await page.keyboard.press('Control+Shift+C')
    await page.getByText('Link copied').first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  })

  it('shows all keys, from the keyboard and from the header', async () => {
    await page.locator('.canvas').focus()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByRole('table', { name: 'Explore' }).waitFor()
    await page.keyboard.press('Escape')
    await atFocus('.canvas')
    await page.getByRole('button', { name: 'Keys and gestures' }).click()
    await page.getByRole('dialog').waitFor()
  })

  it.each([
    ['Picture as SVG', /<svg/, '.svg'],
    ['Entities as CSV', /RWKV/, '.csv'],
    ['Papers as BibTeX', /^@/m, '.bib'],
  ])('takes away: %s', async (name, content, extension) => {
    await pictureOf(page)
    await page.getByRole('button', { name: 'Take away' }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), entry(name).click()])
    expect(file.suggestedFilename()).toContain(extension)
    expect(readFileSync(await file.path(), 'utf8').replace(/^\uFEFF/, '')).toMatch(content)
  })

  it.each([
    { locale: 'en-GB', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true },
  ] as const)(
    'has no fault that axe can find, $locale, $colorScheme',
    async (options) => {
      await page.context().close()
      ;({ page, problems } = await explorer.open('#/look?focus=model/rwkv', options))
      await page.locator('.evidence .receipt').first().waitFor({ state: 'attached' })
      await page.evaluate(() => document.querySelector<HTMLElement>('.canvas')?.focus())
      const steps: [name: string, show: () => Promise<void>][] = [
        ['offers', () => page.keyboard.press('/')],
        ['hits', () => page.keyboard.type('ma')],
        ['menu', () => page.keyboard.press('Escape').then(() => page.keyboard.press('Shift+F10'))],
        ['submenu', () => page.keyboard.press('ArrowDown').then(() => page.keyboard.press('ArrowRight'))],
        ['help', () => twice('Escape').then(() => page.keyboard.press('?'))],
        ['save', () => closeDialog().then(() => page.keyboard.press('Control+s'))],
        ['toast', () => page.keyboard.press('Enter')],
      ]
      const closeDialog = () =>
        page.keyboard.press('Escape').then(() => page.locator('dialog').waitFor({ state: 'detached' }))
      const twice = (key: string) => page.keyboard.press(key).then(() => page.keyboard.press(key))
      const found: Record<string, string[]> = {}
      for (const [name, show] of steps) {
        await show()
        await page
          .locator(SHOWN[name] ?? 'body')
          .first()
          .waitFor()
        await page.waitForTimeout(300)
        const { violations } = await new AxeBuilder({ page }).analyze()
        const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
        if (faults.length) found[name] = faults
      }
      expect(found).toEqual({})
    },
    120_000,
  )

  it('reaches everything on a phone, with room for a finger', async () => {
    await page.context().close()
    const options = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    ;({ page, problems } = await explorer.open('', options))
    await pictureOf(page).catch(() => [])
    const small = await page.locator('.header').evaluate((header) =>
      [...header.querySelectorAll('a, button, input')]
        .filter((element) => element.checkVisibility())
        .map((element) => [element.textContent || element.id, element.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 44),
    )
    expect(small).toEqual([])
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await entry('Take away').tap()
    await entry('Picture as PNG').waitFor()
    const off = await menu().evaluateAll((menus) =>
      menus.some((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect()
        return left < 0 || top < 0 || right > innerWidth || bottom > innerHeight
      }),
    )
    expect(off).toBe(false)
    await page.touchscreen.tap(20, 600)
    expect(await menu().count()).toBe(0)
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await entry('About this graph').tap()
    await page.getByRole('heading', { name: 'About this graph' }).waitFor()
  })
})

const SHOWN: Record<string, string> = {
  offers: '#search-hits',
  hits: '#hit-0',
  menu: '.menu',
  submenu: '.menu .menu',
  help: 'dialog table',
  save: 'dialog input',
  toast: '.toast',
}
