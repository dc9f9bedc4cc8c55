/**
 * `npm run screenshots`: the explorer over the sample notes as the README shows it, in docs/*.png. Needs a build and a
 * browser (KITH_TEST_BROWSER, default `chromium`).
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openExplorer, pictureOf } from './explorer.ts'

interface Shot {
  name: string
  hash: string
  options: Parameters<Awaited<ReturnType<typeof openExplorer>>['open']>[1]
  /** What is on the screen when it can be taken. */
  ready: (page: Page) => Promise<unknown>
}

const WIDE = { width: 1440, height: 900 }
const evidence = (page: Page) => page.locator('.evidence .receipt').first().waitFor()

const SHOTS: readonly Shot[] = [
  { name: 'first-picture', hash: '', options: { viewport: WIDE }, ready: pictureOf },
  {
    name: 'edge-dark',
    hash: '#/look?a=model/mamba&b=model/rwkv',
    options: { viewport: WIDE, colorScheme: 'dark' },
    ready: evidence,
  },
  {
    name: 'chinese',
    hash: '#/look?focus=method/linear-attention',
    options: { viewport: WIDE, locale: 'zh-CN' },
    ready: evidence,
  },
  {
    name: 'phone',
    hash: '',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    ready: (page) => page.locator('canvas').first().waitFor(),
  },
]

const explorer = await openExplorer()
try {
  for (const { name, hash, options, ready } of SHOTS) {
    const { page } = await explorer.open(hash, options)
    await ready(page)
    await page.waitForTimeout(800)
    await page.screenshot({ path: join(import.meta.dirname, '..', '..', 'docs', `${name}.png`) })
    await page.context().close()
    console.log(`docs/${name}.png`)
  }
} finally {
  await explorer.close()
}
