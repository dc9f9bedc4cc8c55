/** The words on the screen, by language. */
import { en, type Words } from './messages/en.ts'
import { zh } from './messages/zh.ts'

export type { Words }

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

export const MESSAGES: Record<Language, Words> = { en, zh }
