/** The folder of the package and its version: the same from source and from the build. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)))

const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string; license: string }

export const VERSION = PACKAGE.version

/** An SPDX identifier. */
export const LICENCE = PACKAGE.license

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder))
}
