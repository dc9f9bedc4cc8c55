/** The picture's style, from the tokens of styles.css, so that the page and the canvas never differ. */
import type { StylesheetJson } from 'cytoscape'
import { classOf, KINDS } from '../kinds.ts'

export const FONT =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Label size on the screen, in px: never under 12, and it grows only a little when one comes near. */
export const labelSize = (zoom: number): number => 12 * Math.min(1.35, Math.max(1, zoom))

/** More than anybody is mentioned. */
const ABOVE = 1e9

export function toStyle(host: HTMLElement): StylesheetJson {
  const ink = tokenOf(host, '--ink')
  const ground = tokenOf(host, '--ground')
  const accent = tokenOf(host, '--accent')
  const muted = tokenOf(host, '--muted')
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        shape: 'data(shape)' as 'ellipse',
        'background-color': muted,
        label: 'data(label)',
        color: ink,
        'font-family': FONT,
        'font-size': 12,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-outline-color': ground,
        'text-outline-width': 2.5,
        'text-outline-opacity': 1,
        'border-width': 1.5,
        'border-color': ground,
        'overlay-opacity': 0,
        // Where a small node lies on the name of a large one, the name is above.
        'z-index': 'data(mentions)' as unknown as number,
      },
    },
    ...KINDS.map((kind) => ({
      selector: `node[kind = "${kind}"]`,
      style: { 'background-color': tokenOf(host, '--kind', classOf(kind)) },
    })),
    { selector: 'node.mute', style: { 'text-opacity': 0 } },
    {
      // A pin's head.
      selector: 'node.pinned',
      style: { 'pie-size': '34%', 'pie-1-background-color': ground, 'pie-1-background-size': 100 },
    },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': ink,
        'line-opacity': 'data(opacity)' as unknown as number,
        // Straight, unless two share a pair.
        'curve-style': 'bezier',
        'line-cap': 'butt',
        'overlay-opacity': 0,
        'z-index': 0,
      },
    },
    { selector: 'edge[scope = "turn"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 5] } },
    {
      selector: 'edge[scope = "thread"]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [1.5, 4.5] },
    },
    // A plain line from middle to middle is the fastest there is.
    { selector: 'edge.plain', style: { 'curve-style': 'haystack', 'haystack-radius': 0, 'line-style': 'solid' } },
    {
      selector: 'edge.relation',
      style: { 'target-arrow-shape': 'triangle', 'target-arrow-color': ink, 'arrow-scale': 0.8 },
    },
    {
      selector: 'edge.relation.told',
      style: {
        label: 'data(cue)',
        'font-family': FONT,
        'font-size': 12,
        color: ink,
        'text-outline-color': ground,
        'text-outline-width': 2.5,
      },
    },
    { selector: 'edge.held', style: { 'line-opacity': 0.5 } },
    { selector: '.aside', style: { opacity: 0.2 } },
    { selector: '.far', style: { opacity: 0.15 } },
    { selector: '.near', style: { opacity: 1 } },
    { selector: 'edge.near', style: { 'line-opacity': 0.6 } },
    { selector: 'node.near', style: { 'text-opacity': 0, 'z-index': ABOVE } },
    { selector: 'node.named', style: { 'text-opacity': 1 } },
    {
      selector: 'edge.trail',
      style: { 'line-color': accent, 'line-opacity': 1, 'target-arrow-color': accent },
    },
    { selector: 'node.trail', style: { 'border-color': accent, 'border-width': 3, 'z-index': ABOVE } },
    { selector: 'edge.chosen', style: { 'line-color': accent, 'line-opacity': 1, 'target-arrow-color': accent } },
    {
      selector: 'node.chosen',
      style: {
        'outline-width': 2,
        'outline-color': accent,
        'outline-offset': 2,
        'outline-opacity': 1,
        'font-weight': 'bold',
        'z-index': ABOVE + 1,
      },
    },
    { selector: 'node.new', style: { 'underlay-color': accent, 'underlay-padding': 9, 'underlay-shape': 'ellipse' } },
  ]
}

/** A custom property as the browser resolves it here: themes use light-dark(), which only a real colour shows. */
function tokenOf(host: HTMLElement, name: string, className = ''): string {
  const probe = document.createElement('span')
  probe.hidden = true
  probe.className = className
  probe.style.color = `var(${name})`
  host.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
