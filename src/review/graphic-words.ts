/** Whether words describe bodies, wounds or cruelty (SAFETY D8): by lexicons/en and lexicons/ar/graphic-words.csv. */
import type {Codebook} from '../codebook/codebook.ts'

export function graphicWords(codebook: Codebook): (text: string) => boolean {
  const forms = ['en', 'ar'].map(language =>
    codebook
      .column(`lexicons/${language}/graphic-words.csv`, 'form')
      .map(form => form.split(/\s+/).join('\\s+'))
  )
  const latin = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms[0]!.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
  const arabic = new RegExp(`(?<!\\p{L})[وفبل]?(?:ال|لل)?(?:${forms[1]!.join('|')})(?!\\p{L})`, 'u')
  return text => latin.test(text) || arabic.test(text.replace(/[\p{M}\u0640]/gu, ''))
}
