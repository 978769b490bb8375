/** The words of a phrase as keys are compared: capitals, without punctuation, without what only introduces. */
const introducing = new Set(
  'A THE AN THIS THAT THESE THOSE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN 1 2 3 4 5 6 7 8 9 10 MORE MOST MANY SEVERAL SOME ALL FEW ANY ANOTHER OTHER CERTAIN OF'.split(
    ' '
  )
)

export function wordsOf(phrase: string): string[] {
  return phrase
    .toUpperCase()
    .replace(/["\\]/g, '')
    .replace(/[^A-Z0-9'.&/-]+/g, ' ')
    .split(' ')
    .map(word => word.replace(/^['.-]+|['.]+$/g, ''))
    .filter(Boolean)
}

/** Without articles, numbers to ten and words such as "several"; all words where nothing else is left. */
export function coreWords(phrase: string): string[] {
  const words = wordsOf(phrase)
  const core = words.filter(word => !introducing.has(word))
  return core.length ? core : words
}

export const coreOf = (phrase: string) => coreWords(phrase).join(' ')
