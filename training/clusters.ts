/**
 * Groups words by the company they keep: the exchange algorithm over class bigrams.
 *
 * Every word of the vocabulary is in one cluster; a word moves to the cluster
 * that raises the likelihood of the text most (Kneser & Ney 1993; Martin et al.
 * 1998). Words never seen in a treebank then share features with words that were.
 */

export interface Clustering {
  readonly words: readonly string[]
  readonly clusters: Uint16Array
}

/** `sentences`: words as the features see them. Words with fewer than `minCount` cases stand together outside all clusters. */
export function clusterWords(
  sentences: readonly (readonly string[])[],
  {
    size,
    minCount = 3,
    rounds = 12,
    log = (_line: string) => {}
  }: {size: number; minCount?: number; rounds?: number; log?: (line: string) => void}
): Clustering {
  const counts = new Map<string, number>()
  for (const sentence of sentences) for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts]
    .filter(([, count]) => count >= minCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word)
  const model = new BigramClasses(words, sentences, size)
  for (let round = 0; round < rounds; round++) {
    const moved = model.exchange()
    log(`clusters of ${size}, round ${round + 1} of ${rounds}: ${moved} of ${words.length} words moved`)
    if (moved < words.length / 500) break
  }
  return {words, clusters: model.clusters.slice(0, words.length)}
}

/** How words are written inside sentences: 1 small, 2 both, 3 with a capital; 0 where they are never seen there. */
export function casesOf(
  words: readonly string[],
  sentences: readonly (readonly string[])[],
  plain: (word: string) => string
): Int32Array {
  const counts = new Map(words.map(word => [word, {small: 0, capital: 0}]))
  for (const sentence of sentences) {
    // A sentence of capitals tells nothing.
    if (sentence.filter(word => /^\p{Lu}/u.test(word)).length > sentence.length * 0.6) continue
    for (const word of sentence.slice(1)) {
      const count = counts.get(plain(word))
      if (count) count[/^\p{Lu}/u.test(word) ? 'capital' : 'small']++
    }
  }
  return Int32Array.from(words, word => {
    const {small, capital} = counts.get(word)!
    if (small + capital === 0) return 0
    const share = capital / (small + capital)
    return share < 0.15 ? 1 : share > 0.85 ? 3 : 2
  })
}

class BigramClasses {
  readonly clusters: Uint16Array
  readonly #vocabulary: number
  readonly #size: number
  /** All clusters, then one for rare words and one for the edge of a sentence. */
  readonly #all: number
  /** Per word: neighbours and how often, as pairs, before and behind. */
  readonly #before: Int32Array[]
  readonly #behind: Int32Array[]
  readonly #pairs: Int32Array
  readonly #left: Int32Array
  readonly #right: Int32Array
  readonly #entropy: Float64Array

  constructor(words: readonly string[], sentences: readonly (readonly string[])[], size: number) {
    const numberOf = new Map(words.map((word, i) => [word, i]))
    const rare = words.length
    const edge = words.length + 1
    this.#vocabulary = words.length
    this.#size = size
    this.#all = size + 2
    this.clusters = new Uint16Array(words.length + 2)
    for (let i = 0; i < words.length; i++) this.clusters[i] = i % size
    this.clusters[rare] = size
    this.clusters[edge] = size + 1
    const before = Array.from({length: words.length + 2}, () => new Map<number, number>())
    const behind = Array.from({length: words.length + 2}, () => new Map<number, number>())
    let total = 0
    for (const sentence of sentences) {
      let last = edge
      for (const word of [...sentence, null]) {
        const here = word === null ? edge : (numberOf.get(word) ?? rare)
        behind[last]!.set(here, (behind[last]!.get(here) ?? 0) + 1)
        before[here]!.set(last, (before[here]!.get(last) ?? 0) + 1)
        last = here
        total++
      }
    }
    this.#before = before.map(map => Int32Array.from([...map].flat()))
    this.#behind = behind.map(map => Int32Array.from([...map].flat()))
    this.#pairs = new Int32Array(this.#all * this.#all)
    this.#left = new Int32Array(this.#all)
    this.#right = new Int32Array(this.#all)
    for (let i = 0; i < words.length + 2; i++) {
      for (let k = 0; k < this.#behind[i]!.length; k += 2) {
        const [a, b] = [this.clusters[i]!, this.clusters[this.#behind[i]![k]!]!]
        const count = this.#behind[i]![k + 1]!
        this.#pairs[a * this.#all + b]! += count
        this.#left[a]! += count
        this.#right[b]! += count
      }
    }
    this.#entropy = Float64Array.from({length: total + 1}, (_, n) => (n ? n * Math.log(n) : 0))
  }

  /** Lets every word move once; returns how many did. */
  exchange(): number {
    let moved = 0
    const before = new Int32Array(this.#all)
    const behind = new Int32Array(this.#all)
    for (let word = 0; word < this.#vocabulary; word++) {
      const self = gather(this.#behind[word]!, this.clusters, word, behind)
      gather(this.#before[word]!, this.clusters, word, before)
      const from = this.clusters[word]!
      this.#change(from, -1, before, behind, self)
      let best = from
      let bestGain = Number.NEGATIVE_INFINITY
      const touched = nonZero(before)
      const touchedBehind = nonZero(behind)
      for (let cluster = 0; cluster < this.#size; cluster++) {
        const gain = this.#gain(cluster, before, behind, touched, touchedBehind, self)
        if (gain > bestGain + 1e-9) {
          best = cluster
          bestGain = gain
        }
      }
      this.#change(best, 1, before, behind, self)
      if (best !== from) {
        this.clusters[word] = best
        moved++
      }
    }
    return moved
  }

  /** How much the likelihood of the text grows when the word joins a cluster. */
  #gain(
    cluster: number,
    before: Int32Array,
    behind: Int32Array,
    touched: readonly number[],
    touchedBehind: readonly number[],
    self: number
  ): number {
    const entropy = this.#entropy
    const pairs = this.#pairs
    const all = this.#all
    let gain = 0
    let sumBefore = self
    let sumBehind = self
    for (const other of touched) {
      sumBefore += before[other]!
      if (other === cluster) continue
      const now = pairs[other * all + cluster]!
      gain += entropy[now + before[other]!]! - entropy[now]!
    }
    for (const other of touchedBehind) {
      sumBehind += behind[other]!
      if (other === cluster) continue
      const now = pairs[cluster * all + other]!
      gain += entropy[now + behind[other]!]! - entropy[now]!
    }
    const own = pairs[cluster * all + cluster]!
    gain += entropy[own + before[cluster]! + behind[cluster]! + self]! - entropy[own]!
    const leftNow = this.#left[cluster]!
    const rightNow = this.#right[cluster]!
    gain -= entropy[leftNow + sumBehind]! - entropy[leftNow]!
    gain -= entropy[rightNow + sumBefore]! - entropy[rightNow]!
    return gain
  }

  #change(cluster: number, sign: number, before: Int32Array, behind: Int32Array, self: number): void {
    for (let other = 0; other < this.#all; other++) {
      this.#pairs[other * this.#all + cluster]! += sign * before[other]!
      this.#pairs[cluster * this.#all + other]! += sign * behind[other]!
      this.#right[cluster]! += sign * before[other]!
      this.#left[cluster]! += sign * behind[other]!
      // The neighbour's own margins do not change: its pair only moves to another column.
    }
    this.#pairs[cluster * this.#all + cluster]! += sign * self
    this.#left[cluster]! += sign * self
    this.#right[cluster]! += sign * self
  }
}

/** Sums neighbours by cluster; the word beside itself is counted apart and returned. */
function gather(neighbours: Int32Array, clusters: Uint16Array, word: number, into: Int32Array): number {
  into.fill(0)
  let self = 0
  for (let k = 0; k < neighbours.length; k += 2) {
    if (neighbours[k] === word) self = neighbours[k + 1]!
    else into[clusters[neighbours[k]!]!]! += neighbours[k + 1]!
  }
  return self
}

function nonZero(counts: Int32Array): number[] {
  const found: number[] = []
  for (let i = 0; i < counts.length; i++) if (counts[i] !== 0) found.push(i)
  return found
}
