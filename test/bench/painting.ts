/** The part of the drawing benchmark that needs a browser: a page with our canvas and with Cytoscape as it comes. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { build } from 'vite'
import { findBrowser } from '../setup/browser.mjs'
import type { Row } from './bench.ts'
import { toClustered } from './clustered.ts'

/** What the page answers (`test/client/drawing-page.ts`). */
interface Painted {
  sketch: number | null
  arranged: number
  settled: number
  longest: number
}
interface Moved {
  median: number
  mean: number
  slowest: number
}

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

export async function measureBrowser(scratch: string): Promise<Row[]> {
  const found = await findBrowser()
  if (!('file' in found)) return [{ what: 'drawing in a browser', figure: 'not measured', note: found.missing }]
  const page = await serve(await buildPage(join(scratch, 'page')))
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = await chromium.launch({ executablePath: found.file, args })
  try {
    return [...(await firstPicture(browser, page.url)), ...(await underTheHand(browser, page.url))]
  } finally {
    await browser.close()
    page.close()
  }
}

async function firstPicture(browser: Browser, url: string): Promise<Row[]> {
  const graph = toClustered(1_000, 4_000)
  const { sketch, arranged, settled, longest } = await ask<Painted>(browser, url, `paint(${JSON.stringify(graph)})`)
  return [
    {
      what: 'a picture of 1,000 + 4,000 in the browser: first seen',
      figure: `${Math.round(sketch ?? settled)} ms`,
      note: `after the data, by the worker and our canvas; goal 500 ms${sketch ? '' : '; there was no need for a sketch'}`,
    },
    {
      what: 'a picture of 1,000 + 4,000 in the browser: settled',
      figure: `${Math.round(settled)} ms`,
      note: `goal 1,500 ms; all places known after ${Math.round(arranged)} ms; longest task of the page ${Math.round(longest)} ms`,
    },
  ]
}

async function underTheHand(browser: Browser, url: string): Promise<Row[]> {
  const graph = JSON.stringify(toClustered(5_000, 20_000))
  const rows: Row[] = []
  for (const [canvas, name] of [
    ['plain', 'Cytoscape with its defaults'],
    ['ours', 'our canvas'],
  ]) {
    for (const hand of ['pan', 'zoom']) {
      const { median, mean, slowest } = await ask<Moved>(browser, url, `move('${canvas}', '${hand}', ${graph})`)
      rows.push({
        what: `${hand}, 5,000 + 20,000: ${name}`,
        figure: `${median.toFixed(1)} fps`,
        note: `median; mean ${mean.toFixed(1)}; slowest frame ${Math.round(slowest)} ms; ${await rendererOf(browser)}`,
      })
    }
  }
  return rows
}

/** On a page of its own, so that nobody pays for what another left behind. */
async function ask<T>(browser: Browser, url: string, question: string): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } })
  try {
    await page.goto(url)
    return (await page.evaluate(`bench.${question}`)) as T
  } finally {
    await page.close()
  }
}

async function rendererOf(browser: Browser): Promise<string> {
  const page = await browser.newPage()
  const name = await page.evaluate(
    `(() => { const gl = document.createElement('canvas').getContext('webgl'); const info = gl?.getExtension('WEBGL_debug_renderer_info'); return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'no WebGL' })()`,
  )
  await page.close()
  return `canvas 2D; WebGL: ${String(name)}`
}

/** The page and the worker, built as the explorer is. */
async function buildPage(outDir: string): Promise<string> {
  const root = join(import.meta.dirname, '..', '..')
  await build({
    configFile: join(root, 'client', 'vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: join(root, 'test', 'client', 'drawing-page.ts'),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
        preserveEntrySignatures: false,
      },
    },
  })
  return outDir
}

async function serve(folder: string): Promise<{ url: string; close(): void }> {
  const html = `<!doctype html><html lang="en"><link rel="stylesheet" href="/page.css"><body><div id="host"></div><script type="module" src="/page.js"></script></body></html>`
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html')
    try {
      response.end(path === '/' ? html : readFileSync(join(folder, path)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
