/**
 * Finds numbers in Arabic or Persian text, in digits and words, as ranges.
 *
 *     "خمسة وعشرون" 25   "مئتان" 200   "ثلاثمئة وخمسة" 305   "١٬٣٠٠" 1300   "عشرات" 24 or more   "جنديان" 2 (a dual)
 *     "٣ آلاف و٥٠٠" 3500   "بثلاثة" 3   "الخمسة" 5   "العشرات" 24 or more
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

/** "fronts": letters that a language joins to a number ("ب", "ال"), each with what it asks of the rest. */
export function arabicNumbers(
  rows: readonly ArabicNumberWord[],
  fronts: readonly string[] = []
): (text: string) => WrittenNumber[] {
  const words = new Map(rows.map(row => [levelled(row.form), row]))
  const known = (form: string) => words.get(form)
  /** "وعشرون": the "and" is written to its word in Arabic. */
  const joined = (form: string) => (form.startsWith('و') ? known(form.slice(1)) : undefined)
  /** "بثلاثة", "العشرات", "وللخمسة": how many letters stand before the number. */
  const frontOf = (form: string) => {
    if (known(form)) return 0
    if (joined(form)) return 1
    const front = fronts.find(letters => {
      const row = form.startsWith(letters) ? known(form.slice(letters.length)) : undefined
      // "الأحد" is Sunday, "الاثنين" Monday.
      return row && (row.min > 2 || row.max === null)
    })
    return front?.length ?? 0
  }

  const formOf = (form: string) => ({form, front: frontOf(form)})

  return text => {
    const tokens = [...text.matchAll(wordForm)].map(({0: word, index}) => ({
      from: index,
      to: index + word.length,
      digits: digitsOf(word) ?? decimalOf(word),
      ...formOf(levelled(word))
    }))
    const found: WrittenNumber[] = []
    for (let i = 0; i < tokens.length; ) {
      const number = numberFrom(i)
      if (!number) {
        i++
        continue
      }
      const {end, min, max} = number
      const {from, to, front} = tokens[i]!
      // What is joined before the first word is no part of the number.
      found.push({from: from + offsetOf(text.slice(from, to), front), to: tokens[end - 1]!.to, min, max})
      i = end
    }
    return found

    function numberFrom(start: number): {end: number; min: number; max: number | null} | null {
      const first = tokens[start]!
      const row = known(first.form.slice(first.front))
      if (first.digits === null && !row) return null
      // "عشرات الآلاف": tens of thousands.
      if (row?.kind === 'vague' || row?.kind === 'dual') {
        const next = tokens[start + 1] && known(tokens[start + 1]!.form.replace(/^ال/, ''))
        const factor = next && isLarge(next) && adjacent(start + 1) ? next : null
        // Plurals of scales say "thousands" alone, a bare thousand behind another word.
        const times = factor ? scaleOf(factor) : 1
        return {
          end: start + (factor ? 2 : 1),
          // "عشرات" alone are two dozen, "tens of thousands" twenty thousand, as in counts.csv.
          min: times > 1 ? (row.min - (row.min % 10)) * times : row.min,
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
        const listed =
          tokens[at] && (i === start ? row : (known(tokens[at]!.form) ?? joined(tokens[at]!.form)))
        // "3 آلاف": behind a number the plural is the scale itself.
        const own: ArabicNumberWord | undefined =
          listed?.max === null && isLarge(listed) && listed.min >= 2000 && last === 'unit'
            ? {...listed, kind: 'scale', min: scaleOf(listed), max: scaleOf(listed)}
            : listed
        // "3 آلاف و500"
        const digits = i === start || (isAnd && last === 'scale') ? (tokens[at]?.digits ?? null) : null
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
      return /^\s*$/.test(text.slice(tokens[i - 1]!.to, tokens[i]!.from))
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

/** "2,7 مليون": a comma before one or two digits; without a scale behind it no number of anything whole. */
function decimalOf(word: string): number | null {
  const [, whole, part] = /^(\d{1,3})[,،٫](\d{1,2})$/.exec(word) ?? []
  return whole && part ? Number(`${whole}.${part}`) : null
}

/** Where the letters of the word itself begin, behind so many joined ones and their signs. */
function offsetOf(word: string, front: number): number {
  let at = 0
  for (let letters = 0; at < word.length && (letters < front || /[\p{M}\u0640]/u.test(word[at]!)); at++)
    if (!/[\p{M}\u0640]/u.test(word[at]!)) letters++
  return front === 0 ? 0 : at
}

/** Letters that need no levelling. */
const plain = /^[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]*$/

/** One letter for each that varies, without vowel signs, stretching and joiners. */
function levelled(word: string): string {
  if (plain.test(word)) return word
  return word
    .normalize('NFKC')
    .replaceAll(/[\p{M}\u200c\u0640]/gu, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll(/[ىیئ]/g, 'ي')
    .replaceAll('ؤ', 'و')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه')
}
