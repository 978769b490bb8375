/** The word of a list that another was most likely meant to be: "triger" is "trigger", "bommbing" is "bombing"; null where none is near. */
export function nearestWord(word: string, words: Iterable<string>): string | null {
  let best: {readonly word: string; readonly distance: number} | null = null
  for (const other of words) {
    const distance = editDistance(word, other)
    if (distance <= Math.max(word.length > 3 ? 2 : 1, word.length / 3) && (!best || distance < best.distance))
      best = {word: other, distance}
  }
  return best?.word ?? null
}

/** Letters to add, take out or change (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let above = Array.from({length: b.length + 1}, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(row[j - 1]! + 1, above[j]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    above = row
  }
  return above[b.length]!
}
