/**
 * The ledger's file: where it lies, what it says, and how a decision is added or taken back.
 *
 * It lies beside the notes, so that it is kept and shared with them. It is written whole into a file of its own and put
 * in place in one step.
 */
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createLedger, type Decision, type Ledger, subjectOf } from '../ingest/ledger.ts'
import { type LedgerText, readLedger, removeDecision, type Written, writeDecision } from '../ingest/ledger-text.ts'
import { KithError } from './errors.ts'
import { reasonOf } from './files.ts'

/** The ledger's name beside the notes. */
export const LEDGER = 'kith.ledger.yaml'

/** A ledger as a build reads it. */
export interface LoadedLedger {
  ledger: Ledger
  /** What to tell once the ledger has been laid over everything, a sentence each. */
  troubles(): string[]
}

/**
 * The ledger of a build.
 *
 * @param file what was asked for, which must be there; else the one beside the notes, which need not
 * @param ignored spellings that mean nothing, of kith.yaml
 */
export function loadLedger(file: string | null, root: string, ignored: readonly string[]): LoadedLedger {
  const at = file ?? join(root, LEDGER)
  const text = file === null && !existsSync(at) ? '' : readText(at)
  const { written, faults } = readLedger(text)
  const ledger = createLedger(
    written.map(({ decision }) => decision),
    ignored,
  )
  const lineOf = (decision: Decision) => written.find((one) => one.decision === decision)?.line ?? 0
  return {
    ledger,
    troubles: () => [
      ...faults.map(({ line, message }) => `${at} line ${line}: ${message}`),
      ...ledger.circles.map((decision) => `${at} line ${lineOf(decision)}: ${describeCircle(decision, ledger)}`),
      ...describeIdle(at, ledger.idle(), lineOf),
    ],
  }
}

function describeCircle(decision: Decision, ledger: Ledger): string {
  const subject = subjectOf(decision)
  return `this merge of ${subject} runs in a circle with earlier ones; all in it are ${ledger.idOf(subject)} now.`
}

/** How many idle decisions are named before the rest is only counted. */
const NAMED = 5

function describeIdle(file: string, idle: readonly Decision[], lineOf: (decision: Decision) => number): string[] {
  if (idle.length === 0) return []
  const named = idle.slice(0, NAMED).map((decision) => `line ${lineOf(decision)} (${subjectOf(decision)})`)
  const others = idle.length > NAMED ? ` and ${idle.length - NAMED} more` : ''
  const what = idle.length === 1 ? '1 decision is' : `${idle.length} decisions are`
  return [`${file}: ${what} about names that are not in these notes, and kept: ${named.join(', ')}${others}.`]
}

/** The decisions in a ledger's file; none where there is no file yet. */
export function readDecisions(file: string): LedgerText {
  return readLedger(existsSync(file) ? readText(file) : '')
}

/** @throws KithError `refused` where the decision would run in a circle with earlier ones */
export function addDecision(file: string, decision: Decision): void {
  const text = existsSync(file) ? readText(file) : ''
  const decisions = readLedger(text).written.map((one) => one.decision)
  if (createLedger([...decisions, decision]).circles.includes(decision)) {
    throw new KithError(
      'refused',
      `The ledger merges these two the other way round already. Build first, or take that back with "kith undo".`,
    )
  }
  replaceText(file, writeDecision(text, decision))
}

/** Takes the decision with a number back, counted from 1; without one, the last. */
export function undoDecision(file: string, number?: number): Written {
  const text = existsSync(file) ? readText(file) : ''
  const { written } = readLedger(text)
  const one = written.at(number === undefined ? -1 : number - 1)
  if (!one) {
    const there = written.length === 0 ? 'holds no decision' : `holds ${written.length} decisions`
    throw new KithError('not_found', `${file} ${there}. "kith undo --list" shows them.`)
  }
  replaceText(file, removeDecision(text, one))
  return one
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new KithError(
      'invalid',
      `The ledger ${file} cannot be read (${reasonOf(error)}). Mend it, or build without it.`,
      { cause: error },
    )
  }
}

function replaceText(file: string, text: string): void {
  // A link to a ledger elsewhere stays a link.
  const target = existsSync(file) ? realpathSync(file) : file
  // Hidden, so that a build that watches the notes does not see it.
  const next = join(dirname(target), `.${LEDGER}.${process.pid}`)
  try {
    writeFileSync(next, text, { flush: true })
    renameSync(next, target)
  } catch (error) {
    rmSync(next, { force: true })
    throw new KithError(
      'unavailable',
      `The ledger ${file} cannot be written (${reasonOf(error)}). Say with --ledger where it may be.`,
      { cause: error },
    )
  }
}
