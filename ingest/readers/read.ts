/** A source → a document: decoded, laid out, named and dated. One entry of `READERS` for each format. */
import { hash } from 'node:crypto'
import { dateIn } from '../dates.ts'
import { isHan, isLatin } from '../fold.ts'
import { paperOf } from '../pages.ts'
import type { Block, Language, ReadDocument, Source } from '../types.ts'
import { decode } from './decode.ts'
import { markdownBlocks } from './markdown.ts'
import { readMatter } from './matter.ts'
import { textBlocks } from './text.ts'
import { Unreadable } from './unreadable.ts'

/** File name endings and what lays out such a text. */
export const READERS: Readonly<Record<string, (text: string) => Block[]>> = {
  md: markdownBlocks,
  markdown: markdownBlocks,
  txt: textBlocks,
  text: textBlocks,
}

/** Bytes above which a file is not a note. */
export const MOST_BYTES = 50_000_000

/** @throws Unreadable where the source is no document Kith can read */
export function read({ path, bytes }: Source): ReadDocument {
  if (bytes.length > MOST_BYTES) throw tooLarge(bytes.length)
  const text = decode(bytes)
  if (!text.trim()) throw new Unreadable('it is empty')
  const layout = READERS[extension(path)] ?? textBlocks
  const blocks = layout(text)
  const matter = matterOf(text, blocks)
  const paper = paperOf(text)
  const heading = blocks.find((block) => block.type === 'heading')
  const title = matter.title ?? (heading && headingText(text, heading.start, heading.end)) ?? nameOf(path)
  return {
    id: `doc/${path}`,
    path,
    title,
    date: matter.date ?? dateIn(nameOf(path)) ?? paper?.date ?? firstDatedHeading(text, blocks),
    lang: languageOf(text),
    sha256: hash('sha256', bytes),
    bytes: bytes.length,
    text,
    blocks,
    ...(paper && { paper: paper.facts, about: paper.id }),
  }
}

export function tooLarge(bytes: number): Unreadable {
  return new Unreadable(`it has ${Math.round(bytes / 1e6)} MB, and ${MOST_BYTES / 1e6} MB is the most`)
}

export function extension(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** `# **Mamba** notes` → `Mamba notes`. */
export function headingText(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/^\s*#+\s*|\s*#+\s*$/g, '')
    .replace(/[*_`]{1,3}/g, '')
    .trim()
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/, '')
}

function matterOf(text: string, blocks: Block[]): ReturnType<typeof readMatter> {
  const block = blocks.find(({ type }) => type === 'matter')
  return block ? readMatter(text.slice(block.start, block.end).replace(/^---|---\s*$/g, '')) : {}
}

function firstDatedHeading(text: string, blocks: Block[]): string | null {
  for (const block of blocks) {
    const date = block.type === 'heading' ? dateIn(headingText(text, block.start, block.end)) : null
    if (date) return date
  }
  return null
}

/** One unit in so many is looked at. */
const SAMPLE = 4
/** Letters and digits in a word of Latin script. */
const LETTERS = 5

/** A text is mixed where either language has more than a tenth of its words; one Han character counts as half a word. */
function languageOf(text: string): Language {
  let han = 0
  let latin = 0
  for (let at = 0; at < text.length; at += SAMPLE) {
    const unit = text.charCodeAt(at)
    if (isHan(unit)) han++
    else if (isLatin(unit)) latin++
  }
  const chinese = han / 2 / Math.max(1, han / 2 + latin / LETTERS)
  return chinese > 0.9 ? 'zh' : chinese < 0.1 ? 'en' : 'mixed'
}
