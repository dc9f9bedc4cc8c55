/**
 * Words with which a document says what something is called; what is called so is a name in all of that document.
 *
 * A definition is tried where one of its cues stands: the scan for names finds the cues on its way.
 */

export interface Definition {
  name: string
  /** Why what it finds may be believed. */
  reason: string
  /** A true example; what is defined stands in ⟦ ⟧. */
  example: string
  cues: readonly string[]
  /** Sticky, tried where the cue ends; its first group is the name. */
  pattern: RegExp
}

/** A coined Latin name, in emphasis or quotes or bare: StarNet, GPT-X, Fin.co, and up to three such words. */
const OPEN = String.raw`[*_"“'‘\x60「《]{0,3}`
const COINED = String.raw`([A-Z][\w+]*(?:[-.][A-Za-z\d+]+)*(?: [A-Z\d][\w+-]*){0,3})`
const CLOSE = String.raw`(?=[*_"”'’\x60」》]{0,3}\s*(?:[,，.。;；:：(（、—–]|[一-鿿]|\b(?:an?|the|that|which|to|as|for|is|and|with|by|on|in)\b|$))`

export const DEFINITIONS: readonly Definition[] = [
  {
    name: 'proposes',
    reason: 'authors name what they propose where they propose it',
    example: 'In this work we propose ⟦StarNet⟧, a network of stars.',
    cues: words('propose proposes introduce introduces present presents develop develops release releases'),
    pattern: new RegExp(`\\s+(?:the |a |an )?${OPEN}${COINED}${CLOSE}`, 'y'),
  },
  {
    name: 'called',
    reason: 'these words stand before nothing but a name',
    example: 'a small network called ⟦StarNet⟧, which is fast',
    cues: words('called named dubbed termed coined'),
    pattern: new RegExp(`\\s+(?:the |as )?${OPEN}${COINED}${CLOSE}`, 'y'),
  },
  {
    name: 'proposes-zh',
    reason: 'authors name what they propose where they propose it',
    example: '本文提出了一种新的框架⟦StarNet⟧，用于观星。',
    cues: ['提出', '引入', '介绍', '推出', '发布', '开发', '构建', '设计', '训练'],
    pattern: new RegExp(
      `了?(?:一种|一个|一套|一款|新的|新型|全新|的|名为|称为|方法|框架|模型|系统|数据集|基准|算法|工具|\\s)*${OPEN}${COINED}${CLOSE}`,
      'y',
    ),
  },
  {
    name: 'called-zh',
    reason: 'these words stand before nothing but a name',
    example: '一种名为⟦StarNet⟧的网络',
    cues: ['名为', '称为', '称之为', '命名为', '简称', '简称为', '叫做'],
    pattern: new RegExp(`\\s?${OPEN}${COINED}${CLOSE}`, 'y'),
  },
]

function words(text: string): string[] {
  return text.split(' ')
}
