/**
 * The words of a text as likeness counts them: stems in small letters, and numbers without commas.
 *
 *     "Two of the Saints' 3,000 fans"  ->  two, of, the, saint, 3000, fan
 */
import {stemOf} from '../languages/en/stems.ts'

const word = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+/gu
/** Longer ones are codes. */
const longestNumber = 9

export function reportWords(text: string): string[] {
  const found: string[] = []
  for (const [written] of text.matchAll(word)) {
    if (isNumber(written)) {
      if (written.length <= longestNumber) found.push(written.replaceAll(',', ''))
      continue
    }
    // What stands behind an apostrophe ("'s") is no word.
    if (written === 's') continue
    found.push(stemOf(written.toLowerCase()))
  }
  return found
}

export const isNumber = (word: string): boolean => /^\p{N}[\p{N}.,]*$/u.test(word)
