/** `kith serve`: the API and the explorer. */
import { type Command, InvalidArgumentError } from '@commander-js/extra-typings'
import { type Config, readConfig } from '../config.ts'
import { listen } from '../main.ts'
import { print } from '../terminal.ts'

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve the API and the explorer')
    .option('--graph <url>', 'the graph to serve')
    .option('--port <n>', 'the port to listen on', toPort)
    .option('--host <address>', 'the address to listen on; any but this machine’s own needs KITH_TOKEN')
    .option('--kept <file>', 'what is followed and was read; default kith.kept.yaml beside the documents')
    .option('--open', 'open the browser')
    .action(async ({ graph, port, host, kept, open = false }) =>
      serve(readConfig({ graph, port, host, kept }), { open }),
    )
}

/** Serves until it is told to stop. */
export async function serve(config: Config, { open }: { open: boolean }): Promise<void> {
  const { url, close } = await listen(config)
  print(`Kith is at ${url}`)
  if (open) await openBrowser(url)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await close()
}

export function toPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return port
}

/** Opens the browser where there is a screen for one; where there is none, the address above is enough. */
async function openBrowser(url: string): Promise<void> {
  const isHeadless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  if (isHeadless || process.env.CI) return
  const { default: open } = await import('open')
  const child = await open(url).catch(() => null)
  child?.on('error', () => {})
}
