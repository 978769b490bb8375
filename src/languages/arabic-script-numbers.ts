/**
 * Finds numbers in Arabic or Persian text, in digits and words, as ranges.
 *
 *     "خمسة وعشرون" 25   "مئتان" 200   "ثلاثمئة وخمسة" 305   "١٬٣٠٠" 1300   "عشرات" 24 or more   "جنديان" 2 (a dual)
 *     "بیست و پنج" 25   "دویست و سه" 203   "۱۲" 12   "ده‌ها" 24 or more
 *
 * Words are in codebook/lexicons/ar/numbers.csv and fa/numbers.csv, written as news writes them; letters that vary (أ/ا,
 * ى/ي/ی, ک/ك), vowel signs and joiners are levelled on both sides. What is counted is not asked here.
 */
import {digitsOf} from '../algorithms/written-digits.ts'
import type {Span} from '../model/span.ts'

export interface WrittenNumber extends Span {
  readonly min: number
  readonly max: number | null
}

/** A row of the list. kind: unit, teen, ten, hundred (added together), scale (multiplies), vague (max may be open), dual (a noun that says two). */
export interface ArabicNumberWord {
  readonly form: string
  readonly min: number
  readonly max: number | null
  readonly kind: string
}

const wordForm = /[\p{L}\p{M}\u200c\u0640]+|[\d٠-٩۰-۹]+(?:[.,٫٬،][\d٠-٩۰-۹]+)*/gu
const order = ['none', 'scale', 'hundred', 'ten', 'teen', 'unit']

export function arabicNumbers(rows: readonly ArabicNumberWord[]): (text: string) => WrittenNumber[] {
  const words = new Map(rows.map(row => [levelled(row.form), row]))
  const known = (form: string) => words.get(form)
  /** "وعشرون": the "and" is written to its word in Arabic. */
  const joined = (form: string) => (form.startsWith('و') ? known(form.slice(1)) : undefined)

  return text => {
    const tokens = [...text.matchAll(wordForm)].map(({0: word, index}) => ({
      from: index,
      to: index + word.length,
      form: levelled(word),
      digits: digitsOf(word)
    }))
    const found: WrittenNumber[] = []
    for (let i = 0; i < tokens.length; ) {
      const number = numberFrom(i)
      if (!number) {
        i++
        continue
      }
      const {end, min, max} = number
      const {form, from} = tokens[i]!
      // The "and" before the first word is no part of the number.
      const and = !known(form) && joined(form) ? 1 : 0
      found.push({from: from + and, to: tokens[end - 1]!.to, min, max})
      i = end
    }
    return found

    function numberFrom(start: number): {end: number; min: number; max: number | null} | null {
      const first = tokens[start]!
      const row = known(first.form) ?? joined(first.form)
      if (first.digits === null && !row) return null
      // "عشرات الآلاف": tens of thousands.
      if (row?.kind === 'vague' || row?.kind === 'dual') {
        const next = tokens[start + 1] && known(tokens[start + 1]!.form.replace(/^ال/, ''))
        const factor = next && isLarge(next) && adjacent(start + 1) ? next : null
        // Plurals of scales say "thousands" alone, a bare thousand behind another word.
        const times = factor ? scaleOf(factor) : 1
        return {
          end: start + (factor ? 2 : 1),
          min: row.min * times,
          max: row.max === null ? null : row.max * times
        }
      }
      let [total, group, i] = [0, 0, start]
      let last = 'none'
      for (; i < tokens.length; i++) {
        const token = tokens[i]!
        if (i > start && !adjacent(i)) break
        const isAnd = i > start && token.form === 'و'
        const at = isAnd ? i + 1 : i
        const own: ArabicNumberWord | undefined =
          tokens[at] && (known(tokens[at]!.form) ?? joined(tokens[at]!.form))
        const digits = i === start ? token.digits : null
        if (digits !== null) group = digits
        else if (!own || own.max === null || own.kind === 'dual') break
        else if (own.kind === 'scale') {
          total += Math.max(1, group) * own.min
          group = 0
        } else if (last !== 'none' && last !== 'scale' && order.indexOf(own.kind) === order.indexOf(last))
          break
        else
          group =
            own.kind === 'hundred' && own.min === 100 && group > 1 && group < 10
              ? group * 100
              : group + own.min
        last = digits === null ? own!.kind : 'unit'
        i = at
      }
      const value = Math.round((total + group) * 1000) / 1000
      return Number.isInteger(value) && i > start ? {end: i, min: value, max: value} : null
    }

    /** Nothing but blanks between the word and the one before. */
    function adjacent(i: number): boolean {
      return /^\s+$/.test(text.slice(tokens[i - 1]!.to, tokens[i]!.from))
    }
  }
}

function isLarge({kind, min}: ArabicNumberWord): boolean {
  return kind === 'scale' || kind === 'hundred' || (kind === 'vague' && min >= 200)
}

/** "thousands" behind "tens of" is a thousand: the plural adds nothing. */
function scaleOf({kind, min}: ArabicNumberWord): number {
  return kind === 'vague' ? min / 2 : min
}

/** One letter for each that varies, without vowel signs, stretching and joiners. */
function levelled(word: string): string {
  return word
    .normalize('NFKC')
    .replaceAll(/[\p{M}\u200c\u0640]/gu, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll(/[ىیئ]/g, 'ي')
    .replaceAll('ؤ', 'و')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه')
}
