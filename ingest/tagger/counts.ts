/** How often hashes occur in one document: an open-addressed table that is emptied by turning a page. */
export class Counts {
  private readonly keys = new Int32Array(SLOTS)
  private readonly values = new Int32Array(SLOTS)
  /** The page a slot was written on; a slot of another page is empty. */
  private readonly pages = new Int32Array(SLOTS)
  private page = 0
  private size = 0

  clear(): void {
    this.page++
    this.size = 0
  }

  /** A document of too many words is counted in its beginning only. */
  add(key: number): void {
    const slot = this.slotOf(key)
    if (this.pages[slot] === this.page) {
      this.values[slot] = (this.values[slot] as number) + 1
    } else if (this.size < SLOTS / 2) {
      this.size++
      this.pages[slot] = this.page
      this.keys[slot] = key
      this.values[slot] = 1
    }
  }

  /** At most `most`. */
  get(key: number, most: number): number {
    const slot = this.slotOf(key)
    return this.pages[slot] === this.page ? Math.min(this.values[slot] as number, most) : 0
  }

  private slotOf(key: number): number {
    let slot = (key ^ (key >>> 16)) & (SLOTS - 1)
    while (this.pages[slot] === this.page && this.keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1)
    return slot
  }
}

const SLOTS = 1 << 15
