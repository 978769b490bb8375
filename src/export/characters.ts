/**
 * Offsets in characters, as other people's tools count them: JavaScript counts 👍 as two units, they count it as one character.
 *
 * A function from offsets in UTF-16 units, inside no pair of surrogates, to offsets in Unicode code points.
 */
export function characterOffsets(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({index}) => index)
  if (pairs.length === 0) return offset => offset
  return offset => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

/** At most so many characters, of the end of a text or of its beginning; a pair of surrogates stays whole. */
export function lastCharacters(text: string, most: number): string {
  return [...text.slice(-2 * most)].slice(-most).join('')
}

export function firstCharacters(text: string, most: number): string {
  return [...text.slice(0, 2 * most)].slice(0, most).join('')
}
