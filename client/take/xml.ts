/** Elements of an SVG as text. Whatever a note says, it stays text: escaped, and without what XML cannot hold. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** `tag('path', { d: 'M0 0h4' })` is `<path d="M0 0h4"/>`; attributes that are undefined are left out. */
export function tag(name: string, attributes: Attributes, content = ''): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escapeXml(typeof value === 'number' ? String(round(value)) : value)}"`,
  )
  return `<${name}${given.join('')}${content ? `>${content}</${name}>` : '/>'}`
}

const SIGNS: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' }

export const escapeXml = (text: string): string =>
  text
    // Half of an emoji is no character.
    .replace(/\p{Surrogate}/gu, '\ufffd')
    // Control characters are errors in XML, even as references; so are two code points at the end of the plane.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[<>&"']/g, (sign) => SIGNS[sign] ?? sign)

/** To a hundredth of a pixel. */
export const round = (value: number): number => Math.round(value * 100) / 100
