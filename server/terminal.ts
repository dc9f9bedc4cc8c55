/** What commands say on the terminal: answers on stdout, the rest on stderr, and progress only where someone watches. */
import type { Step } from './build.ts'

/** One line on stderr: what was wrong and what to do. */
export function complain(sentence: string): void {
  process.stderr.write(`kith: ${toLine(sentence)}\n`)
}

/** A database draws the place of a fault below its sentence; the line and the column say as much. */
function toLine(sentence: string): string {
  return sentence
    .split('\n')
    .filter((line) => !/^\s*(?:\d+ )?\|/.test(line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** Rows under their heads, in columns; wide characters take two cells. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) => Math.max(cells(head), ...rows.map((row) => cells(row[at] ?? ''))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - cells(cell))))
      .join('  ')
      .trimEnd()
  return [heads, widths.map((width) => '─'.repeat(width)), ...rows].map(line).join('\n')
}

/** Terminal cells a text takes. */
export function cells(text: string): number {
  let count = 0
  for (const character of text)
    count += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1
  return count
}

export interface Progress {
  report(step: Step, done: number, total: number): void
  end(): void
}

const LABELS: Readonly<Record<Step, string>> = { reading: 'Reading the documents', saving: 'Saving the graph' }

/** A bar on a terminal, nothing in a pipe. */
export async function createProgress(): Promise<Progress> {
  if (!process.stderr.isTTY) return { report: () => {}, end: () => {} }
  const { progress } = await import('@clack/prompts')
  const create = () => progress({ max: 100, output: process.stderr })
  let open: { step: Step; at: number; bar: ReturnType<typeof create> } | null = null
  const end = () => {
    open?.bar.stop(LABELS[open.step])
    open = null
  }
  return {
    report(step, done, total) {
      const at = Math.floor((100 * done) / Math.max(1, total))
      if (open?.step !== step) {
        end()
        open = { step, at: 0, bar: create() }
        open.bar.start(LABELS[step])
      }
      if (at > open.at) open.bar.advance(at - open.at, `${LABELS[step]} ${done} of ${total}`)
      open.at = Math.max(open.at, at)
    },
    end,
  }
}
