/** A strict little reader of XML, as much of it as a feed has: what is not well-formed is refused. */

export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const TOKEN = /<\?xml [^>]*\?>\n|<(\/?)([A-Za-z][\w.-]*)((?: [\w:.-]+="[^"<]*")*)(\/?)>|([^<]+)/y

/** @throws Error at the first thing that is not well-formed */
export function parseXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)
    if (!token) throw new Error(`no XML at ${at}: ${text.slice(at, at + 40)}`)
    const [, closing, name, attributes = '', empty, words] = token
    const parent = open.at(-1) as XmlElement
    if (words !== undefined) parent.text += decode(words)
    if (name === undefined) continue
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`)
      continue
    }
    const element: XmlElement = { name, attributes: toAttributes(attributes), children: [], text: '' }
    parent.children.push(element)
    if (!empty) open.push(element)
  }
  const [root, ...others] = top.children
  if (open.length > 1 || !root || others.length) throw new Error('there is not one root, closed')
  return root
}

function toAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name, decode(value ?? '')]),
  )
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const isAllowed = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0xd7ff) || code >= 0xe000
    if (!isAllowed || code === 0xfffe || code === 0xffff) throw new Error(`U+${code.toString(16)} is no XML`)
  }
  return text.replace(/&(\w*;?)/g, (_, name: string) => {
    const sign = ENTITIES[name.slice(0, -1)]
    if (!name.endsWith(';') || sign === undefined) throw new Error(`&${name} is no XML`)
    return sign
  })
}
