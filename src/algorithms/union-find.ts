/** Which of the numbers 0 to size-1 hang together. */
export class UnionFind {
  readonly #parent: number[]

  constructor(size: number) {
    this.#parent = Array.from({length: size}, (_, i) => i)
  }

  /** The number that stands for all that hang together with this one. */
  find(item: number): number {
    const parent = this.#parent
    let at = item
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }

  /** From now on `into` stands for those of `from`. Both must stand for their own. */
  join(from: number, into: number): void {
    this.#parent[from] = into
  }
}
