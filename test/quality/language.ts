/** The script of a name: Chinese characters, none of them, or both these and Latin letters. */
export const LANGUAGES = ['zh', 'en', 'mixed'] as const

/** 长度外推 → zh; RoPE and links → en; 线性attention → mixed. */
export function languageOf(surface: string): (typeof LANGUAGES)[number] {
  if (!/\p{Script=Han}/u.test(surface)) return 'en'
  return /\p{Script=Latin}/u.test(surface) ? 'mixed' : 'zh'
}
