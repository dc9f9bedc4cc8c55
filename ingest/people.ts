/**
 * People that no list knows: two or three capitalised words after "by" or a title, where the grammar of the
 * sentence takes them for a person. compromise knows English first names, but is slow: it reads candidates only.
 */
import compromise from 'compromise'

export interface PersonSpan {
  start: number
  end: number
  rule: string
}

// by Albert Gu · Prof. Percy Liang · Yejin Choi et al.
const CANDIDATE = /(?<![A-Za-z])(?:(?:[Bb]y|Prof\.?|Dr\.?)\s+)([A-Z][a-z]+(?:[- ][A-Z][a-z]+){1,2})(?![A-Za-z-])/g
const ET_AL = /(?<![A-Za-z])([A-Z][a-z]+(?:[- ][A-Z][a-z]+){0,2})(?=\s+et\s+al\b)/g

/** How much of the sentence compromise sees on either side, in code units. */
const AROUND = 40

export function findPeople(text: string): PersonSpan[] {
  const spans: PersonSpan[] = []
  for (const { 1: name = '', index } of text.matchAll(ET_AL)) {
    if (name.includes(' ')) spans.push({ start: index, end: index + name.length, rule: 'people:et-al' })
  }
  for (const { 0: whole, 1: name = '', index } of text.matchAll(CANDIDATE)) {
    const start = index + whole.length - name.length
    if (isPerson(text, start, name)) spans.push({ start, end: start + name.length, rule: 'people:grammar' })
  }
  return spans
}

function isPerson(text: string, start: number, name: string): boolean {
  const near = text.slice(Math.max(0, start - AROUND), start + name.length + AROUND)
  const people: string[] = compromise(near).people().out('array')
  return people.some((person) => person.replace(/[.,;:!?]+$/, '') === name)
}
