/**
 * Reads `kith.yaml`, a user's own names, beside the notes: in each folder that was given, and in the one that holds them
 * all.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Fault } from '../ingest/ledger-text.ts'
import { withUserNames } from '../ingest/user-lists.ts'
import { readUserNames, type UserNames } from '../ingest/user-names.ts'
import { KithError } from './errors.ts'
import { reasonOf } from './files.ts'
import { shippedLists } from './lexicon.ts'

/** The file's name beside the notes. */
export const USER_NAMES = 'kith.yaml'

export interface LoadedUserNames {
  /** Null where there is no such file. */
  names: UserNames | null
  /** What in it does nothing, a sentence each. */
  troubles: string[]
}

/**
 * @param paths the folders and files that were given
 * @param root the folder that holds them all
 * @throws KithError where a file is there and cannot be read
 */
export function loadUserNames(paths: readonly string[], root: string): LoadedUserNames {
  const folders = paths.map((path) => (statSync(path).isDirectory() ? resolve(path) : dirname(resolve(path))))
  const files = [...new Set([resolve(root), ...folders])].map((folder) => join(folder, USER_NAMES)).filter(existsSync)
  if (files.length === 0) return { names: null, troubles: [] }
  const all: UserNames = { add: [], alias: [], ignore: [] }
  const troubles: string[] = []
  const lists = shippedLists()
  for (const file of files) {
    const { names, faults } = readUserNames(readText(file))
    all.add.push(...names.add)
    all.alias.push(...names.alias)
    all.ignore.push(...names.ignore)
    const unknown = withUserNames(lists, { ...all, alias: names.alias }).faults
    troubles.push(...[...faults, ...unknown].map((fault) => describe(file, fault)))
  }
  return { names: all, troubles }
}

function describe(file: string, { line, message }: Fault): string {
  return `${file} line ${line}: ${message}`
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new KithError('invalid', `${file} cannot be read (${reasonOf(error)}). Mend it, or take it away.`, {
      cause: error,
    })
  }
}
