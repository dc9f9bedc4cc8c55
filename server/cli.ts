#!/usr/bin/env node
/** The `kith` command: one line for each file of commands/. Exit 0 on success, 1 on failure, 2 on wrong usage. */
import { Command, CommanderError } from '@commander-js/extra-typings'
import { isDebugging, loadEnvFile } from './config.ts'
import { KithError } from './errors.ts'
import { VERSION } from './root.ts'
import { complain } from './terminal.ts'

/** In the order of the help. Each is loaded when it is asked for: together they take a second, alone a fraction. */
const COMMANDS: Record<string, () => Promise<(program: Command) => void>> = {
  demo: async () => (await import('./commands/demo.ts')).addDemo,
  build: async () => (await import('./commands/build.ts')).addBuild,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  extract: async () => (await import('./commands/extract.ts')).addExtract,
  search: async () => (await import('./commands/search.ts')).addSearch,
  show: async () => (await import('./commands/show.ts')).addShow,
  bridge: async () => (await import('./commands/bridge.ts')).addBridge,
  related: async () => (await import('./commands/related.ts')).addRelated,
  survey: async () => (await import('./commands/survey.ts')).addSurvey,
  gaps: async () => (await import('./commands/gaps.ts')).addGaps,
  digest: async () => (await import('./commands/digest.ts')).addDigest,
  follow: async () => (await import('./commands/follow.ts')).addFollow,
  unfollow: async () => (await import('./commands/follow.ts')).addUnfollow,
  read: async () => (await import('./commands/read.ts')).addRead,
  diff: async () => (await import('./commands/diff.ts')).addDiff,
  cypher: async () => (await import('./commands/cypher.ts')).addCypher,
  merge: async () => (await import('./commands/merge.ts')).addMerge,
  split: async () => (await import('./commands/split.ts')).addSplit,
  rename: async () => (await import('./commands/rename.ts')).addRename,
  kind: async () => (await import('./commands/kind.ts')).addKind,
  ignore: async () => (await import('./commands/ignore.ts')).addIgnore,
  undo: async () => (await import('./commands/undo.ts')).addUndo,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  export: async () => (await import('./commands/export.ts')).addExport,
  push: async () => (await import('./commands/push.ts')).addPush,
  eval: async () => (await import('./commands/eval.ts')).addEval,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
}

/** The command these arguments begin with, or else every command; parses nothing yet. */
async function createProgram([name = '']: readonly string[]): Promise<Command> {
  const program = new Command('kith')
    .description('Turns a folder of research notes and papers into a graph one can see, question and trust.')
    .version(VERSION)
    .configureOutput({ outputError: (text) => complain(describeUsage(text)) })
  const wanted = Object.hasOwn(COMMANDS, name) ? [name] : Object.keys(COMMANDS)
  for (const known of wanted) (await COMMANDS[known]?.())?.(program)
  for (const command of [program, ...program.commands]) command.exitOverride()
  return program
}

/** Runs one command line; resolves to its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    loadEnvFile()
    await (await createProgram(args)).parseAsync(args, { from: 'user' })
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
