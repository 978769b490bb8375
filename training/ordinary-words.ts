/** Lists the words of English that are written small, for codebook/lexicons/en/ordinary-words.csv: what is not there may be a name. */
import {openText} from './open-text.ts'

/** Seen small so often, and no less often than so many times for each time that it stood with a capital within a sentence. */
const fewest = 2
/** Short ones are mistyped more often. */
const fewestShort = 8
const smallShare = 0.4

const head = `# Words that English writes small: a capitalised word that is not one of them may be a private person's name (src/review/name-finder.ts).
# Counted by "dateline train ordinary-words" in the open texts that models/clusters.md names: twice or more, short ones eight times, and mostly small.
form
`

/** The whole file. */
export function ordinaryWords(data: string): string {
  const small = new Map<string, number>()
  const great = new Map<string, number>()
  for (const sentence of openText(data)) {
    for (const [i, word] of sentence.entries()) {
      if (/^\p{Ll}[\p{L}]+$/u.test(word)) small.set(word, (small.get(word) ?? 0) + 1)
      else if (i > 0 && /^\p{Lu}\p{Ll}+$/u.test(word)) {
        const form = word.toLowerCase()
        great.set(form, (great.get(form) ?? 0) + 1)
      }
    }
  }
  const forms = [...small]
    .filter(
      ([form, count]) =>
        count >= (form.length > 3 ? fewest : fewestShort) &&
        count >= smallShare * (count + (great.get(form) ?? 0))
    )
    .map(([form]) => form)
    // "xxxxx", "aaah": no word has a letter three times in a row.
    .filter(form => /^[a-z]{2,}$/.test(form) && !/(.)\1\1/.test(form))
  return (
    head +
    forms
      .sort()
      .map(form => `${form}\n`)
      .join('')
  )
}
