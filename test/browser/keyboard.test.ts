/** The same without a pointer. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { drawn, type Explorer, openExplorer, pictureOf } from './explorer.ts'

/** Stops of the Tab key until one is tired of it. */
const MOST_STOPS = 120

describeWith('browser', 'the explorer with the keyboard alone', () => {
  let explorer: Explorer
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())

  const tabTo = async (page: Page, selector: string) => {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not lead to ${selector}`)
  }
  const focusOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.split('?')[1])

  it('searches, walks the picture, expands, and opens the lines of an edge in their document', async () => {
    const { page, problems } = await explorer.open()
    await pictureOf(page)
    await page.keyboard.press('/')
    await page.keyboard.type('线性')
    await page.locator('#hit-0', { hasText: 'linear attention' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'linear attention', exact: true }).waitFor()

    await tabTo(page, '.canvas')
    // Who stands at the edge of the picture has nobody on one side.
    for (const arrow of ['ArrowRight', 'ArrowLeft'])
      if (focusOf(page).get('focus') === 'method/linear-attention') await page.keyboard.press(arrow)
    await page.waitForFunction(() => !location.hash.includes('linear-attention'))
    expect(focusOf(page).get('focus')).toMatch(/^\w+\//)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !location.hash.includes('focus='))

    await page.keyboard.press('/')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('rwkv')
    await page.locator('#hit-0', { hasText: 'RWKV' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'RWKV', exact: true }).waitFor()
    await tabTo(page, '.canvas')
    const before = (await drawn(page)).length
    await page.keyboard.press('Enter')
    await page.waitForFunction((count) => document.querySelectorAll('.entities [role=option]').length > count, before)

    await tabTo(page, '.evidence button.row')
    await page.keyboard.press('Enter')
    await page.locator('.meetings .receipt').first().waitFor()
    expect([...focusOf(page).keys()]).toEqual(['a', 'b', 'show'])
    await tabTo(page, '.meetings .receipt a')
    await page.keyboard.press('Enter')
    await page.locator('.passage[data-target="true"]').waitFor()
    expect(problems).toEqual([])
  }, 120_000)

  it('walks the list with the arrows, and opens what it stands on', async () => {
    const { page } = await explorer.open()
    await pictureOf(page)
    await tabTo(page, '.entities')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.includes('focus='))
    const first = focusOf(page).get('focus')
    await page.keyboard.press('ArrowDown')
    expect(focusOf(page).get('focus')).toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForFunction((id) => !location.hash.includes(`focus=${id}`), first)
    expect(await page.locator('.entities [aria-selected=true]').count()).toBe(1)
  })

  it('runs a query with Ctrl and Enter', async () => {
    const { page } = await explorer.open('#/ask')
    await page.locator('.cm-content').waitFor()
    await tabTo(page, '.ask-editor')
    await page.keyboard.press('Control+Enter')
    await page
      .locator('.answer')
      .getByText(/^[1-9]\d* rows?\b/)
      .first()
      .waitFor()
  })
})
