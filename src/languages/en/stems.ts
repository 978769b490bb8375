/**
 * A word without its endings, so that two tellings meet: for matching alone, never shown.
 *
 *     "protesters", "protested", "protesting" -> "protest"    "carries", "carried" -> "carry"    "killings" -> "kill"
 *
 * Cruder than the lemmatizer and needs no tag (in the manner of Lovins 1968); "bus" and "2021" stay as they are.
 */
const endings: readonly (readonly [ending: string, instead: string])[] = [
  ['ations', 'at'],
  ['ation', 'at'],
  ['ments', 'ment'],
  ['ings', ''],
  ['ers', 'er'],
  ['ied', 'y'],
  ['ies', 'y'],
  ['ing', ''],
  ['ed', ''],
  ['es', ''],
  ['ly', ''],
  ['s', '']
]
const shortestStem = 3

/** `word`: in small letters. */
export function stemOf(word: string): string {
  if (word.length <= shortestStem || !/^[a-z]+$/.test(word)) return word
  const found = endings.find(
    ([ending]) => word.endsWith(ending) && word.length - ending.length >= shortestStem
  )
  const cut = found ? word.slice(0, -found[0].length) + found[1] : word
  const single = /([bdfgmnprtz])\1$/.test(cut) && cut.length > shortestStem ? cut.slice(0, -1) : cut
  return single.length > shortestStem + 1 && single.endsWith('e') ? single.slice(0, -1) : single
}
