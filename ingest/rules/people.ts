/**
 * People that no list knows: two or three capitalised words after "by" or a title, where the grammar of the
 * sentence takes them for a person. compromise knows English first names, but is slow: it reads candidates only.
 */
import compromise from 'compromise'
import type { Claims } from '../finds.ts'
import type { Page } from './page.ts'

// by Albert Gu · Prof. Percy Liang
const CANDIDATE = /(?<![A-Za-z])(?:(?:[Bb]y|Prof\.?|Dr\.?)\s+)([A-Z][a-z]+(?:[- ][A-Z][a-z]+){1,2})(?![A-Za-z-])/g
// Yejin Choi et al.
const ET_AL = /(?<![A-Za-z])([A-Z][a-z]+(?:[- ][A-Z][a-z]+){1,2})(?=\s+et\s+al\b)/g

/** A name is asked about once in a document, and a document with more of them is a list of something. */
const MOST_ASKED = 500

/** How much of the sentence compromise sees on either side, in code units. */
const AROUND = 40

export function readPeople({ text, lexicon }: Page, claims: Claims): void {
  const claim = (start: number, name: string, rule: string) => {
    if (!lexicon.find(name)) claims.claim(start, start + name.length, rule, { kind: 'Person', name })
  }
  if (text.includes(' et al')) {
    for (const { 1: name = '', index } of text.matchAll(ET_AL)) claim(index, name, 'people:et-al')
  }
  const asked = new Map<string, boolean>()
  for (const { 0: whole, 1: name = '', index } of text.matchAll(CANDIDATE)) {
    const start = index + whole.length - name.length
    // What is a name already needs no grammar, nor does what the text also writes small; that is most of them.
    const isOpen = claims.isFree(start, start + name.length) && !isWritten(text, name.toLowerCase())
    if (!isOpen || (!asked.has(name) && asked.size >= MOST_ASKED)) continue
    const known = asked.get(name) ?? isPerson(text, start, name)
    asked.set(name, known)
    if (known) claim(start, name, 'people:grammar')
  }
}

/** Whether a word of the name stands in the text in small letters: by Large Language Models, large ones. */
function isWritten(text: string, small: string): boolean {
  return small.split(/[- ]/).some((word) => text.includes(` ${word}`))
}

function isPerson(text: string, start: number, name: string): boolean {
  const near = text.slice(Math.max(0, start - AROUND), start + name.length + AROUND)
  const people: string[] = compromise(near).people().out('array')
  return people.some((person) => person.replace(/[.,;:!?]+$/, '') === name)
}
