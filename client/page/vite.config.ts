/**
 * How the one-file page is built: the explorer as one classic script and one style sheet inside an HTML file without
 * data, dist/page/page.html. `server/export/page.ts` puts the data in.
 *
 * Opened from `file://` there are no modules to load and no server's headers: all stands in the file, and the content
 * policy names the very script and style sheet by their hashes, so nothing else runs, whatever the data say.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const FOLDER = import.meta.dirname
const ICON = join(FOLDER, '..', 'public', 'icon.svg')

const AS_MODULE = ", { type: 'module' }"

/**
 * The address of the layout worker: the page's own script once more, and a classic one, because a page from the disk has
 * no origin, and Chrome loads no module for it.
 */
function layoutWorker(): Plugin {
  const name = '\0virtual:layout-worker'
  return {
    name: 'kith-layout-worker',
    enforce: 'pre',
    resolveId: (id) => (id === 'virtual:layout-worker' ? name : null),
    load: (id) =>
      id === name
        ? `export default URL.createObjectURL(new Blob([document.getElementById('kith-code').textContent], { type: 'text/javascript' }))`
        : null,
    transform(code, id) {
      if (!id.endsWith('/client/graph/layout.ts')) return null
      if (!code.includes(AS_MODULE)) throw new Error(`layout.ts starts its worker without ${AS_MODULE}`)
      return { code: code.replace(AS_MODULE, ''), map: null }
    },
  }
}

/** No server, no pages that ask one. */
function askNobody(): Plugin {
  return {
    name: 'kith-ask-nobody',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.endsWith('/pages/asking.tsx')) return null
      return this.resolve(id.replace('asking.tsx', 'asking-nobody.tsx'), importer)
    },
  }
}

/** Script and style sheet → page.html, and nothing beside it. */
function onePage(): Plugin {
  return {
    name: 'kith-one-page',
    enforce: 'post',
    generateBundle(_options, bundle) {
      let [code, style] = ['', '']
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk') code += file.code
        else if (name.endsWith('.css')) style += file.source
        delete bundle[name]
      }
      // The two that would end or confuse the script element; in JavaScript both mean the same as before.
      const safe = code.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')
      if (/<\/style/i.test(style)) throw new Error('The style sheet would end its element.')
      const parts: readonly [place: string, whole: string][] = [
        ['content="POLICY"', `content="${toPolicy(safe, style)}"`],
        ['href="ICON"', `href="data:image/svg+xml;base64,${readFileSync(ICON, 'base64')}"`],
        ['<style></style>', `<style>${style}</style>`],
        ['<script id="kith-code"></script>', `<script id="kith-code">${safe}</script>`],
      ]
      let source = readFileSync(join(FOLDER, 'page.html'), 'utf8')
      for (const [place, whole] of parts) {
        if (!source.includes(place)) throw new Error(`page.html has no place ${place}`)
        source = source.replace(place, () => whole)
      }
      this.emitFile({ type: 'asset', fileName: 'page.html', source })
    },
  }
}

function toPolicy(code: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `script-src ${hash(code)}`,
    `style-src ${hash(style)}`,
    'worker-src blob:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

export default defineConfig({
  root: FOLDER,
  plugins: [layoutWorker(), askNobody(), onePage()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: '../../dist/page',
    emptyOutDir: true,
    target: 'es2022',
    // One classic script: what the explorer loads later, on the server's page, is in it and waits there.
    lib: { entry: join(FOLDER, 'page.ts'), formats: ['iife'], name: 'kith' },
  },
})
