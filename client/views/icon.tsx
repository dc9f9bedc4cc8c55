/** Line drawings for buttons, on a grid of 16. The button's own label says what it does. */
const PATHS = {
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'm10 3 3.5 3.5L10 10m3.5-3.5H6a3.5 3.5 0 0 0 0 7h3',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  arrange:
    'M8 5.5V8m0 0-3.5 3M8 8l3.5 3M8 2.2a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zM3.4 10.6a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zm9.2 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z',
  closer: 'M8 3v10M3 8h10',
  farther: 'M3 8h10',
  list: 'M2 3h12v10H2zM6.5 3v10',
  evidence: 'M2 3h12v10H2zM9.5 3v10',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  auto: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zm0 0v12M8 5h4M8 8h5.5M8 11h4',
  light:
    'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5M8 13.500V15M1 8h1.500M13.5 8H15M3 3l1.1 1.100M11.9 11.9 13 13M13 3l-1.1 1.100M4.1 11.9 3 13',
  dark: 'M13.5 9.800A6 6 0 0 1 6.2 2.500a6 6 0 1 0 7.3 7.300z',
  search: 'M7 2.500a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8 3.7 3.7',
  back: 'M9.5 3.5 5 8l4.5 4.5',
} as const

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
