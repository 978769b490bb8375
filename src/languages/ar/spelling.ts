/**
 * One spelling of an Arabic word for look-up, and where each of its letters stands in the text.
 *
 *     "قُتِلَ"  "قـتـل"  "ﻗﺘﻞ"      قتل: no vowel signs, no stretching, no forms of print
 *     "أعلن"  "إعلان"  "مستشفى"   اعلن  اعلان  مستشفي
 *
 * The text itself never changes. "ة" stays apart from "ه", which may be a pronoun.
 */
export interface Levelled {
  readonly form: string
  /** For each unit of the form, and for its end, the offset in the word; `null` where both are the same. */
  readonly at: readonly number[] | null
}

const plain = /^[\u0621-\u063a\u0641-\u064a]*$/
const varied = /[أإآٱىیک]/
/** Vowel signs and marks of recitation, stretching, and what prints nothing. */
const silent = /[\u0640\p{M}\p{Cf}]/u
const levels: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك'
}

export function levelled(word: string): string {
  return levelledWithOffsets(word).form
}

export function levelledWithOffsets(word: string): Levelled {
  if (plain.test(word)) {
    if (!varied.test(word)) return {form: word, at: null}
    return {form: word.replaceAll(/[أإآٱىیک]/g, letter => levels[letter]!), at: null}
  }
  const at: number[] = []
  let form = ''
  let offset = 0
  for (const character of word) {
    if (!silent.test(character))
      for (const letter of character.normalize('NFKC')) {
        if (silent.test(letter)) continue
        form += levels[letter] ?? letter.toLowerCase()
        while (at.length < form.length) at.push(offset)
      }
    offset += character.length
  }
  at.push(word.length)
  return {form, at}
}

/** Where a word begins behind so many of its letters: signs and stretching belong to the letter before them. */
export function frontOffset(word: string, letters: number): number {
  const {at} = levelledWithOffsets(word)
  return at ? at[letters]! : letters
}
