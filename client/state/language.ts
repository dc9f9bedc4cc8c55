/** The language of the screen, and its words. */
import { computed, effect } from '@preact/signals'
import { LANGUAGES, type Language, MESSAGES, type Words } from '../messages.ts'
import { keep, kept } from './kept.ts'
import { createStore } from './store.ts'

export const language = createStore<Language>(firstLanguage())

export const words = computed<Words>(() => MESSAGES[language.value])

export const otherLanguage =
  () =>
  (now: Language): Language =>
    now === 'zh' ? 'en' : 'zh'

/** The words of a page that is fetched when it is opened, and brings its own: a table for each language, of one shape. */
export const wordsOf = <Table extends object>(tables: Readonly<Record<Language, Table>>) =>
  computed<Table>(() => tables[language.value])

/** Numbers as the language writes them: 1,204. */
export const number = (value: number): string => value.toLocaleString(language.value)

export function bindLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
    keep('language', language.value)
  })
}

function firstLanguage(): Language {
  const known = LANGUAGES.find((name) => name === kept('language'))
  if (known) return known
  return typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
