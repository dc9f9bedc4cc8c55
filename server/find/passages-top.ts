/** The places of the greatest keys, in linear time (quickselect; Hoare, 1961). */

/** @returns at most `most` places, in ascending order; of equal keys the first */
export function greatest(keys: Float64Array, most: number): number[] {
  const places: number[] = []
  if (keys.length <= most) {
    for (let at = 0; at < keys.length; at++) places.push(at)
    return places
  }
  const least = nthGreatest(keys.slice(), most)
  let equals = most
  for (const key of keys) if (key > least) equals--
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number
    if (key > least || (key === least && equals-- > 0)) places.push(at)
  }
  return places
}

/** Rearranges the keys. */
function nthGreatest(keys: Float64Array, nth: number): number {
  let [low, high] = [0, keys.length - 1]
  const target = nth - 1
  while (low < high) {
    const pivot = keys[(low + high) >>> 1] as number
    let [left, right] = [low, high]
    while (left <= right) {
      while ((keys[left] as number) > pivot) left++
      while ((keys[right] as number) < pivot) right--
      if (left > right) break
      const key = keys[left] as number
      keys[left++] = keys[right] as number
      keys[right--] = key
    }
    if (target <= right) high = right
    else if (target >= left) low = left
    else break
  }
  return keys[target] as number
}
