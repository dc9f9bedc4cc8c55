/** A folder of notes, large enough that a build takes a while. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAMPLE } from './sample.ts'

/** Writes the sample notes `copies` times, each with a word of its own in every line. */
export function writeNotes(folder: string, copies: number): void {
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(SAMPLE).filter((name) => /\.(?:md|txt)$/.test(name))
  for (let copy = 0; copy < copies; copy++) {
    for (const file of files) {
      const text = readFileSync(join(SAMPLE, file), 'utf8').replace(/(?<=.)$/gm, ` copy${copy}`)
      writeFileSync(join(folder, `${copy}-${file}`), text)
    }
  }
}
