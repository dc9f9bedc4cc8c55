/** The picture by mouse, by keys and by touch: what is selected, what is lit, and what stands still. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Core } from 'cytoscape'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { type Drawn, drawn, type Explorer, openExplorer, pictureOf } from './explorer.ts'

const RWKV = 'model/rwkv'
const MAMBA = 'model/mamba'

describeWith('browser', 'the picture', () => {
  let explorer: Explorer
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())

  const nodeOf = (nodes: readonly Drawn[], id: string): Drawn => {
    const node = nodes.find((one) => one.id === id)
    if (!node) throw new Error(`${id} is not in the picture`)
    return node
  }
  /** Ids of the elements with a class. */
  const withClass = (page: Page, name: string) =>
    page.locator('.canvas-host').evaluate((host, wanted) => {
      const { cy } = (host as unknown as { _cyreg: { cy: Core } })._cyreg
      return cy
        .elements(`.${wanted}`)
        .map((element) => element.id())
        .sort()
    }, name)
  const params = (page: Page) => new URLSearchParams(new URL(page.url()).hash.split('?')[1])
  const group = async (page: Page) => {
    await page.waitForFunction(() => location.hash.includes('some='))
    return (params(page).get('some') ?? '').split(',')
  }
  const click = async (page: Page, id: string, key?: 'Shift') => {
    const { x, y } = nodeOf(await drawn(page), id)
    if (key) await page.keyboard.down(key)
    await page.mouse.click(x, y)
    if (key) await page.keyboard.up(key)
  }
  /** A loop around these, and what it surely holds. */
  const drawAround = async (page: Page, nodes: readonly Drawn[]) => {
    const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)]
    const [left, right] = [Math.min(...xs) - 18, Math.max(...xs) + 18]
    const [top, bottom] = [Math.min(...ys) - 18, Math.max(...ys) + 18]
    await page.mouse.move(left, top)
    await page.mouse.down()
    for (const [x, y] of [
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ] as const)
      await page.mouse.move(x, y, { steps: 4 })
    await page.mouse.up()
  }

  describe('selecting', () => {
    it('adds with Shift, takes out with Shift, and lets go on the ground', async () => {
      const { page } = await explorer.open()
      await pictureOf(page)
      await click(page, RWKV)
      await page.waitForFunction(() => location.hash.includes('focus=model/rwkv'))
      await click(page, MAMBA, 'Shift')
      expect(await group(page)).toEqual([MAMBA, RWKV])
      await click(page, RWKV, 'Shift')
      await page.waitForFunction(() => location.hash.includes('focus=model/mamba'))
      const box = await page.locator('.canvas').boundingBox()
      await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8)
      await page.waitForFunction(() => !location.hash.includes('focus='))
      expect(await page.locator('[aria-live]').allTextContents()).toContain('Nothing selected')
      await page.context().close()
    })

    it('draws a lasso with the tool, and with Shift on the ground adds to what is selected', async () => {
      const { page } = await explorer.open()
      const nodes = await pictureOf(page)
      const two = [nodeOf(nodes, RWKV), nodeOf(nodes, MAMBA)]
      await page.getByRole('button', { name: /^Lasso/ }).click()
      await drawAround(page, two)
      const first = await group(page)
      expect(first).toEqual(expect.arrayContaining([RWKV, MAMBA]))
      expect(await page.getByRole('button', { name: /^Lasso/ }).getAttribute('aria-pressed')).toBe('false')
      expect(await drawn(page)).toEqual(nodes)

      const more = nodes.find(({ id }) => !first.includes(id)) as Drawn
      await page.keyboard.down('Shift')
      await drawAround(page, [more])
      await page.keyboard.up('Shift')
      await page.waitForFunction((id) => location.hash.includes(id), more.id)
      expect(await group(page)).toEqual(expect.arrayContaining([...first, more.id]))
      await page.context().close()
    })

    it('drags all that are selected, pins them where they are put, and p takes the pins out', async () => {
      const { page } = await explorer.open(`#/look?some=${MAMBA},${RWKV}`)
      const before = await pictureOf(page)
      const { x, y } = nodeOf(before, RWKV)
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 30, y + 20, { steps: 4 })
      await page.mouse.up()
      await page.waitForFunction(() => location.hash.includes('pin='))
      const after = await drawn(page)
      for (const id of [RWKV, MAMBA]) {
        expect(nodeOf(after, id).x - nodeOf(before, id).x).toBeCloseTo(30, 0)
        expect(nodeOf(after, id).y - nodeOf(before, id).y).toBeCloseTo(20, 0)
      }
      expect(await withClass(page, 'pinned')).toEqual([MAMBA, RWKV])
      await page.locator('.canvas').press('p')
      expect(await withClass(page, 'pinned')).toEqual([])
      await page.context().close()
    })
  })

  it('lights up the company under the pointer, and nothing else', async () => {
    const { page } = await explorer.open()
    const nodes = await pictureOf(page)
    const { x, y } = nodeOf(nodes, RWKV)
    await page.mouse.move(x, y)
    const near = await withClass(page, 'near')
    const far = await withClass(page, 'far')
    expect(near).toEqual(expect.arrayContaining([RWKV, MAMBA]))
    expect(far.length).toBeGreaterThan(nodes.length / 2)
    expect(far.filter((id) => near.includes(id))).toEqual([])
    await page.mouse.move(x - 400, y)
    expect(await withClass(page, 'near')).toEqual([])
    await page.context().close()
  })

  it('shows a name in full where it was cut', async () => {
    const { page } = await explorer.open()
    const cut = (await pictureOf(page)).find(({ label }) => label.endsWith('…')) as Drawn
    await page.mouse.move(cut.x, cut.y)
    const full = (await page.locator('.tip').textContent()) ?? ''
    expect(full.length).toBeGreaterThan(cut.label.length)
    expect(full.startsWith(cut.label.slice(0, -1))).toBe(true)
    await page.context().close()
  })

  it('tells how much of the company is in view, and brings more by key', async () => {
    const { page } = await explorer.open(`#/look?focus=${MAMBA}`)
    const before = await pictureOf(page)
    const badge = page.locator('.badge')
    await badge.waitFor()
    expect(await badge.textContent()).toMatch(/^\d+ of \d+ · more$/)
    await badge.focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.includes('show='))
    const after = await pictureOf(page)
    expect(after.length).toBeGreaterThan(before.length)
    // Who was there stands where it stood.
    const places = new Map(after.map((node) => [node.id, [node.modelX, node.modelY]]))
    for (const node of before) expect(places.get(node.id)).toEqual([node.modelX, node.modelY])
    await page.context().close()
  })

  it('shows the shortest way, until something else is looked at', async () => {
    const { page } = await explorer.open(`#/look?some=${MAMBA},method/dpo`)
    await pictureOf(page)
    await page.locator('.canvas').press('w')
    const way = await withClass(page, 'trail')
    expect(way).toEqual(expect.arrayContaining([MAMBA, 'method/dpo']))
    expect((await withClass(page, 'aside')).length).toBeGreaterThan(20)
    await click(page, RWKV)
    await page.waitForFunction(() => location.hash.includes('focus='))
    expect(await withClass(page, 'trail')).toEqual([])
    expect(await withClass(page, 'aside')).toEqual([])
    await page.context().close()
  })

  it('remembers who was looked at, and leads back', async () => {
    const { page } = await explorer.open()
    await pictureOf(page)
    for (const id of [RWKV, MAMBA, 'method/linear-attention']) await click(page, id)
    const crumbs = page.getByRole('navigation', { name: 'Looked at' }).getByRole('button')
    await crumbs.nth(2).waitFor()
    expect(await crumbs.allTextContents()).toEqual(['RWKV', 'Mamba', 'linear attention'])
    await crumbs.first().focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.includes('focus=model/rwkv'))
    expect(await crumbs.first().getAttribute('aria-current')).toBe('true')
    await click(page, 'method/dpo')
    await crumbs.nth(2).waitFor({ state: 'detached' })
    expect(await crumbs.allTextContents()).toEqual(['RWKV', 'DPO'])
    await page.context().close()
  })

  it('stands along time with its axis, around one, and by company', async () => {
    const { page } = await explorer.open(`#/look?focus=${MAMBA}`)
    await pictureOf(page)
    await page.getByRole('radio', { name: 'along time' }).check()
    const ticks = page.locator('.axis li')
    await ticks.nth(1).waitFor()
    const labels = (await ticks.allTextContents()).filter(Boolean)
    expect(labels).toEqual([...labels].sort())
    const leftOf = () => ticks.first().evaluate((tick) => tick.getBoundingClientRect().left)
    const before = await leftOf()
    await page.locator('.canvas').press('Alt+ArrowRight')
    await page.waitForTimeout(100)
    expect(await leftOf()).toBeCloseTo(before - 80, 0)
    await page.keyboard.press('3')
    await ticks.first().waitFor({ state: 'detached' })
    expect(await page.getByRole('radio', { name: 'around one' }).isChecked()).toBe(true)
    await page.keyboard.press('1')
    await page.waitForFunction(() => !location.hash.includes('layout='))
    await page.context().close()
  })

  it('stands where it stood in the window when a pane folds', async () => {
    const { page } = await explorer.open()
    const before = nodeOf(await pictureOf(page), RWKV)
    await page.getByRole('button', { name: 'Fold List away' }).click()
    await page.waitForTimeout(200)
    const after = nodeOf(await drawn(page), RWKV)
    expect([after.x, after.y].map(Math.round)).toEqual([before.x, before.y].map(Math.round))
    await page.context().close()
  })

  it('has no two names on each other at rest', async () => {
    const { page } = await explorer.open()
    const nodes = await pictureOf(page)
    expect(nodes.filter(({ readable }) => readable).length).toBeGreaterThan(nodes.length * 0.6)
    expect(await overlapsOf(page)).toEqual([])
    for (const factor of ['-', '-', '+', '+', '+', '+']) {
      await page.locator('.canvas').press(factor)
      // Names are set anew with the next frame, however long that takes here.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      expect(await overlapsOf(page)).toEqual([])
    }
    await page.context().close()
  })

  it('opens the menu where it is asked for: right click, and the Menu key', async () => {
    const { page, problems } = await explorer.open(`#/look?focus=${MAMBA}`)
    const { x, y } = nodeOf(await pictureOf(page), RWKV)
    await page.mouse.click(x, y, { button: 'right' })
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'hidden' })
    await page.locator('.canvas').press('Shift+F10')
    await page.getByRole('menu').waitFor()
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('is held, moved and pinched by fingers, and what is touched stays above its sheet', async () => {
    const { page } = await explorer.open('', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await page.waitForFunction(() => document.querySelector('.canvas-host canvas'))
    let nodes = await drawn(page)
    while (!nodes.length) {
      await page.waitForTimeout(150)
      nodes = await drawn(page)
    }
    await page.waitForTimeout(300)
    const touch = await page.context().newCDPSession(page)
    const put = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints })
    const zoomOf = () =>
      page.locator('.canvas-host').evaluate((host) => (host as unknown as { _cyreg: { cy: Core } })._cyreg.cy.zoom())

    const before = await zoomOf()
    await put('touchStart', [
      { x: 150, y: 400 },
      { x: 240, y: 400 },
    ])
    for (const wide of [15, 30, 45, 60])
      await put('touchMove', [
        { x: 150 - wide, y: 400 },
        { x: 240 + wide, y: 400 },
      ])
    await put('touchEnd', [])
    await page.waitForTimeout(200)
    expect(await zoomOf()).toBeGreaterThan(before * 1.3)
    await page.locator('.graph-tools').getByRole('button', { name: 'Fit to the pane' }).tap()
    await page.waitForTimeout(300)

    // The lowest in the picture would be behind the sheet.
    const lowest = (await drawn(page)).reduce((low, node) => (node.y > low.y ? node : low))
    await page.touchscreen.tap(lowest.x, lowest.y)
    await page.locator('.pane-evidence[data-out=true]').waitFor()
    await page.waitForTimeout(500)
    const sheet = await page.locator('.pane-evidence').boundingBox()
    expect(sheet?.y).toBeCloseTo(844 * 0.48, -1)
    expect(nodeOf(await drawn(page), lowest.id).y).toBeLessThan(sheet?.y ?? 0)

    await page.getByRole('button', { name: 'Close' }).first().tap()
    await page.waitForTimeout(300)
    const held = nodeOf(await drawn(page), lowest.id)
    await put('touchStart', [{ x: held.x, y: held.y }])
    await page.waitForTimeout(700)
    await put('touchEnd', [])
    await page.getByRole('menu').waitFor()
    await page.context().close()
  })

  it.each([
    { colorScheme: 'light', locale: 'en-GB', width: 1280 },
    { colorScheme: 'dark', locale: 'zh-CN', width: 390 },
  ] as const)('has no fault that axe finds: $colorScheme, $locale, $width px', async (options) => {
    const { width, ...more } = options
    const { page } = await explorer.open(`#/look?focus=${MAMBA}&layout=layers`, {
      ...more,
      viewport: { width, height: 800 },
    })
    await page.locator('.axis li').first().waitFor()
    await page.locator('.badge').waitFor()
    const { violations } = await new AxeBuilder({ page }).include('.graph').analyze()
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])).toEqual([])
    await page.context().close()
  })
})

/** Pairs of readable names that cover each other, as the browser measures letters. */
function overlapsOf(page: Page): Promise<string[]> {
  return page.locator('.canvas-host').evaluate((host) => {
    const { cy } = (host as unknown as { _cyreg: { cy: Core } })._cyreg
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    const shown = cy
      .nodes()
      .toArray()
      .filter((node) => !node.hasClass('mute'))
    const boxes = shown.map((node) => {
      const size = Number.parseFloat(node.style('font-size')) * cy.zoom()
      pen.font = `${node.style('font-weight')} ${size}px ${node.style('font-family')}`
      const label = String(node.data('label'))
      const { x, y } = node.renderedPosition()
      const top = y + (node.height() * cy.zoom()) / 2 + Number.parseFloat(node.style('text-margin-y')) * cy.zoom()
      return { label, x, width: pen.measureText(label).width, top, bottom: top + size }
    })
    return boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
        )
        .map((b) => `${a.label} / ${b.label}`),
    )
  })
}
