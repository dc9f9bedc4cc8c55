#!/usr/bin/env node
/** The `kith` command: one line for each file of commands/. Exit 0 on success, 1 on failure, 2 on wrong usage. */
import { Command, CommanderError } from '@commander-js/extra-typings'
import { addBridge } from './commands/bridge.ts'
import { addBuild } from './commands/build.ts'
import { addCypher } from './commands/cypher.ts'
import { addDemo } from './commands/demo.ts'
import { addDoctor } from './commands/doctor.ts'
import { addEval } from './commands/eval.ts'
import { addExport } from './commands/export.ts'
import { addExtract } from './commands/extract.ts'
import { addIgnore } from './commands/ignore.ts'
import { addKind } from './commands/kind.ts'
import { addMerge } from './commands/merge.ts'
import { addPush } from './commands/push.ts'
import { addRelated } from './commands/related.ts'
import { addRename } from './commands/rename.ts'
import { addSearch } from './commands/search.ts'
import { addServe } from './commands/serve.ts'
import { addShow } from './commands/show.ts'
import { addSplit } from './commands/split.ts'
import { addUndo } from './commands/undo.ts'
import { addVerify } from './commands/verify.ts'
import { isDebugging, loadEnvFile } from './config.ts'
import { KithError } from './errors.ts'
import { VERSION } from './root.ts'
import { complain } from './terminal.ts'

/** Every command, with its options; parses nothing yet. */
export function createProgram(): Command {
  const program = new Command('kith')
    .description('Turns a folder of research notes and papers into a graph one can see, question and trust.')
    .version(VERSION)
    .configureOutput({ outputError: (text) => complain(describeUsage(text)) })
  for (const add of [addDemo, addBuild, addServe, addExtract, addSearch, addShow, addBridge, addRelated, addCypher])
    add(program)
  for (const add of [addMerge, addSplit, addRename, addKind, addIgnore, addUndo]) add(program)
  for (const add of [addVerify, addExport, addPush, addEval, addDoctor]) add(program)
  for (const command of [program, ...program.commands]) command.exitOverride()
  return program
}

/** Runs one command line; resolves to its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    loadEnvFile()
    await createProgram().parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    complain(error instanceof KithError ? error.message : describeFault(error))
    return 1
  }
}

/** `error: unknown option '--jbos'\n(Did you mean --jobs?)` → a sentence of the usual kind. */
function describeUsage(text: string): string {
  const sentence = text.replace(/^error: /, '').trim()
  return `${sentence}${/[.?)]$/.test(sentence) ? '' : '.'} "kith --help" says what there is.`
}

/** A fault of ours. Where it is, is told to those who look for it. */
function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return `Something broke inside Kith: ${String(error)}`
  if (isDebugging()) return `Something broke inside Kith: ${error.stack ?? error.message}`
  return `Something broke inside Kith: ${error.message}. KITH_LOG=debug says where; please report it.`
}

// `kith export | head`: a reader that has read enough is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2))
