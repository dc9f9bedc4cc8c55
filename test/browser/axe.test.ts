/** No page of the explorer has a fault that axe can find: light and dark, wide and narrow, in both languages. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWith } from '../needs.ts'
import { type Explorer, openExplorer } from './explorer.ts'

/** Pages, and what is on them when they are there. */
const PAGES: readonly (readonly [name: string, hash: string, shown: string])[] = [
  ['look', '#/look', '.entities [role=option]'],
  ['an entity', '#/look?focus=model/rwkv', '.evidence .receipt'],
  ['an edge', '#/look?a=model/rwkv&b=model/mamba', '.meetings .receipt'],
  ['ask', '#/ask', '.ask-side-name'],
  ['find', '#/find?concept=method/dpo', '.papers > article'],
  ['a document', '#/document/doc%2F20231210.md?line=5', '.passage[data-target="true"]'],
]

describeWith('browser', 'axe finds nothing', () => {
  let explorer: Explorer
  beforeAll(async () => {
    explorer = await openExplorer()
  })
  afterAll(() => explorer.close())

  it.each([
    { colorScheme: 'light', width: 1280, locale: 'en-GB' },
    { colorScheme: 'dark', width: 1280, locale: 'zh-CN' },
    { colorScheme: 'light', width: 390, locale: 'zh-CN' },
    { colorScheme: 'dark', width: 390, locale: 'en-GB' },
  ] as const)(
    '$colorScheme, $width px, $locale',
    async ({ colorScheme, width, locale }) => {
      const { page } = await explorer.open('', { colorScheme, locale, viewport: { width, height: 800 } })
      const found: Record<string, string[]> = {}
      for (const [name, hash, shown] of PAGES) {
        await page.goto(`${explorer.url}/${hash}`)
        await page.locator(shown).first().waitFor({ state: 'attached' })
        const faults = await faultsOf(page)
        if (faults.length) found[name] = faults
        expect({ [name]: await overflowOf(page) }).toEqual({ [name]: 0 })
      }
      await page.context().close()
      expect(found).toEqual({})
    },
    180_000,
  )
})

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))
}

/** Pixels by which the page is wider than the window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
