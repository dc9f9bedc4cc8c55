/**
 * How the client is built: to dist/client, with nothing inline, so that the page runs under `script-src 'self'; style-src 'self'`.
 *
 * The layout worker is a chunk of the same build rather than a build of its own (Vite's `?worker`), because then it
 * shares with the page what both know about boxes instead of carrying a second copy of it over the wire.
 */
import { defineConfig, type Plugin } from 'vite'

const WORKER = '/graph/layout-worker.ts'

/** `import url from 'virtual:layout-worker'` is the address of the layout worker. */
function layoutWorker(): Plugin {
  let serving = false
  return {
    name: 'kith-layout-worker',
    configResolved: (config) => {
      serving = config.command === 'serve'
    },
    resolveId: (id) => (id === 'virtual:layout-worker' ? `\0${id}` : null),
    load(id) {
      if (id !== '\0virtual:layout-worker') return null
      if (serving) return `export default ${JSON.stringify(WORKER)}`
      const reference = this.emitFile({ type: 'chunk', id: `.${WORKER}`, name: 'layout-worker' })
      return `export default import.meta.ROLLUP_FILE_URL_${reference}`
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [layoutWorker()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    // With the slash, because `/api.ts` is a file of the client.
    proxy: { '^/api/': 'http://127.0.0.1:4747' },
  },
})
