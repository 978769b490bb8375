/**
 * Looks up phrases in which some words stand for a class: "{demonym} army" finds "Iraqi army" and "South Sudanese army".
 *
 * A phrase is a list of words; a word in braces is a class, and the caller says
 * which words of a text fill it. A look-up costs the words that it can follow.
 */
export interface ClassWords {
  /** "{demonym}" */
  readonly name: string
  /** How many words fill it. */
  readonly length: number
  readonly value: string
}

export interface PhraseMatch<V> {
  readonly values: readonly V[]
  readonly length: number
  /** What the class in the phrase stood for; null where the phrase has none. */
  readonly bound: string | null
  /** Words of the phrase that no class filled. */
  readonly own: readonly number[]
}

interface Node<V> {
  readonly next: Map<string, Node<V>>
  readonly classes: string[]
  readonly values: V[]
}

export class PhraseTrie<V> {
  readonly #root: Node<V> = node()

  add(words: readonly string[], value: V): void {
    if (words.length === 0) return
    let at = this.#root
    for (const word of words) {
      let next = at.next.get(word)
      if (!next) {
        at.next.set(word, (next = node()))
        if (word.startsWith('{')) at.classes.push(word)
      }
      at = next
    }
    if (!at.values.includes(value)) at.values.push(value)
  }

  /** Phrases that begin at a place, the longest first. `wordAt(i)`: the i-th word from there; `classesAt(i)`: classes that words from there fill. */
  matchesAt(
    wordAt: (i: number) => string | undefined,
    classesAt: (i: number) => readonly ClassWords[]
  ): PhraseMatch<V>[] {
    // Almost every word begins no phrase.
    const first = wordAt(0)
    if (first === undefined) return []
    if (!this.#root.next.has(first) && (this.#root.classes.length === 0 || classesAt(0).length === 0))
      return []
    const found: PhraseMatch<V>[] = []
    const walk = (at: Node<V>, i: number, bound: string | null, own: readonly number[]): void => {
      if (at.values.length) found.push({values: at.values, length: i, bound, own})
      const word = wordAt(i)
      if (word === undefined) return
      const next = at.next.get(word)
      if (next) walk(next, i + 1, bound, [...own, i])
      if (at.classes.length === 0) return
      for (const {name, length, value} of classesAt(i)) {
        const filled = at.next.get(name)
        if (filled) walk(filled, i + length, value, own)
      }
    }
    walk(this.#root, 0, null, [])
    return found.length > 1 ? found.sort((a, b) => b.length - a.length) : found
  }
}

function node<V>(): Node<V> {
  return {next: new Map(), classes: [], values: []}
}
