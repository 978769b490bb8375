/**
 * Looks up phrases of words in a row of words: the longest phrase that begins at a place.
 *
 * Phrases are found by their first word, so a look-up costs the phrases that share it.
 */
export class PhraseTable<V> {
  readonly #byFirst = new Map<string, {words: readonly string[]; value: V}[]>()

  add(words: readonly string[], value: V): void {
    const [first] = words
    if (first === undefined) return
    const list = this.#byFirst.get(first) ?? []
    list.push({words, value})
    list.sort((a, b) => b.words.length - a.words.length)
    this.#byFirst.set(first, list)
  }

  /** `wordAt(i)`: the i-th word from the place, or undefined past the end. */
  longestAt(wordAt: (i: number) => string | undefined): {value: V; length: number} | null {
    const first = wordAt(0)
    const entries = first === undefined ? undefined : this.#byFirst.get(first)
    if (!entries) return null
    for (const {words, value} of entries) {
      let length = 1
      while (length < words.length && wordAt(length) === words[length]) length++
      if (length === words.length) return {value, length}
    }
    return null
  }
}
