/** A word that was typed → the known word that was probably meant. */

/**
 * @returns the nearest of the words by edit distance (Levenshtein, 1965), or undefined where none is near: a third of
 * the letters may be wrong, and at least one. Letters of another case count as a tenth. Of equally near words, the first.
 */
export function nearest(typed: string, words: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, typed.length / 3) + 0.5
  for (const word of words) {
    if (word === typed || Math.abs(word.length - typed.length) >= least) continue
    const distance = distanceOf(typed.toLowerCase(), word.toLowerCase()) + (sharesCase(typed, word) ? 0 : 0.1)
    if (distance < least) {
      best = word
      least = distance
    }
  }
  return best
}

function sharesCase(a: string, b: string): boolean {
  return a.charAt(0) === b.charAt(0)
}

/** Letters that are wrong, missing, too many, or swapped with their neighbour. */
function distanceOf(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const ways = [of(row, j) + 1, of(next, j - 1) + 1, of(row, j - 1) + (isSame ? 0 : 1)]
      if (isSwapped) ways.push(of(before, j - 2) + 1)
      next.push(Math.min(...ways))
    }
    before = row
    row = next
  }
  return of(row, b.length)
}

const of = (row: readonly number[], at: number): number => row[at] as number
