/** The explorer as people meet it: `kith serve` over the sample notes, in a real browser. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Core } from 'cytoscape'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { kith, startKith } from '../kith.ts'
import { SAMPLE } from '../sample.ts'

export interface Explorer {
  url: string
  /** A page of its own, with what went wrong in it: errors on the console, refusals of the content policy. */
  open(hash?: string, options?: BrowserContextOptions): Promise<{ page: Page; problems: string[] }>
  stop(): Promise<void>
  /** Where it was before. */
  start(): Promise<void>
  /** Builds the notes again while the server answers. */
  rebuild(): Promise<void>
  close(): Promise<void>
}

export async function openExplorer(notes: string = SAMPLE): Promise<Explorer> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  const graph = `file:${join(folder, 'graph')}`
  const rebuild = async () => {
    const built = await kith(['build', notes, '--graph', graph])
    if (built.code !== 0) throw new Error(built.stderr)
  }
  await rebuild()
  // First, because a server that was left behind would keep the tests from ending.
  const browser = await launch()
  let server = await serve(graph, 0)
  const { port } = new URL(server.url)
  return {
    url: server.url,
    open: (hash = '', options = {}) => openPage(browser, `${server.url}/${hash}`, options),
    stop: () => server.stop(),
    start: async () => {
      server = await serve(graph, Number(port))
    },
    rebuild,
    close: async () => {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function serve(graph: string, port: number): Promise<{ url: string; stop(): Promise<void> }> {
  const child = startKith(['serve', '--graph', graph, '--port', String(port)])
  const gone = once(child, 'close')
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      const address = /Kith is at (http:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.on('close', () => reject(new Error(`kith serve ended: ${said}`)))
  })
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
  }
}

export function launch(): Promise<Browser> {
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: process.env.KITH_TEST_BROWSER ?? 'chromium', args })
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions) {
  const calm = { locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } } as const
  const context = await browser.newContext({ ...calm, ...options })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(url)
  await page.locator('.header').waitFor()
  return { page, problems }
}

export interface Drawn {
  id: string
  kind: string
  label: string
  /** The label has room and can be read. */
  readable: boolean
  /** In the window. */
  x: number
  y: number
  /** In the picture, whatever the zoom. */
  modelX: number
  modelY: number
}

/** What the canvas draws. Cytoscape keeps itself at the element it draws in. */
export function drawn(page: Page): Promise<Drawn[]> {
  return page.locator('.canvas-host').evaluate((host) => {
    const { left, top } = host.getBoundingClientRect()
    const { cy } = (host as unknown as { _cyreg: { cy: Core } })._cyreg
    return cy.nodes().map((node) => ({
      id: node.id(),
      kind: String(node.data('kind')),
      label: String(node.data('label')),
      readable: !node.hasClass('mute'),
      x: left + node.renderedPosition().x,
      y: top + node.renderedPosition().y,
      modelX: node.position().x,
      modelY: node.position().y,
    }))
  })
}

/** The first picture is there and stands still. */
export async function pictureOf(page: Page): Promise<Drawn[]> {
  await page.getByRole('option', { name: /^RWKV ?,/ }).waitFor()
  // Cytoscape is a chunk of its own, and comes when it comes.
  await page.waitForFunction(() => {
    const host = document.querySelector('.canvas-host')
    return host !== null && '_cyreg' in host
  })
  let before = ''
  for (;;) {
    const nodes = await drawn(page)
    const now = JSON.stringify(nodes)
    if (nodes.length && now === before) return nodes
    before = now
    await page.waitForTimeout(150)
  }
}
