/** A number as a length beside it; says nothing the number does not. */
export function Bar({ value, most }: { value: number; most: number }) {
  const share = Math.max(0, Math.min(1, value / Math.max(most, Number.MIN_VALUE)))
  return (
    <span class="bar" aria-hidden="true">
      <span style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  )
}
