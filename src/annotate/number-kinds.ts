/**
 * Tells numbers that count from those that name, measure or date.
 *
 *     "aged 12"  "Battalion 46"  "Rs 400"  "12 km"  "in 2014"  "at 5:30"  "7 pm"  "Ali, 35,"  "how many"   no counts
 *
 * The words are in codebook/lexicons/en/number-labels.csv and number-units.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export function otherNumbers(
  codebook: Codebook
): (syntax: Syntax, first: Token, next: Token | undefined) => boolean {
  const labels = new Set(codebook.column('lexicons/en/number-labels.csv', 'form'))
  const units = new Set(codebook.column('lexicons/en/number-units.csv', 'form'))

  return (syntax, first, next) => {
    const before = syntax.tokens[first.index - 1]
    const isDigits = /^\d/.test(first.text)
    if (next && (units.has(next.lemma) || units.has(next.lower))) return true
    if (!before || before.sentence !== first.sentence) return false
    // "would not say how many had died"
    if (before.lower === 'how') return true
    if (
      /^(?:year|month|week|day|hour)s?$/.test(syntax.tokens[(next?.index ?? -2) + 1]?.lower ?? '') &&
      isDash(next)
    )
      return true
    if (labels.has(before.lower) && (isDigits || /^age/.test(before.lower))) return true
    if (labels.has(before.lower + (next?.text === '.' ? '.' : '')) && isDigits) return true
    // "Rs. 400": the stop may be a token of its own.
    if (before.text === '.' && isDigits && labels.has(`${syntax.tokens[before.index - 1]?.lower}.`))
      return true
    // "Nadar 7," is a name; "KILLED 7." in capitals is not.
    return (
      isDigits &&
      before.upos === 'PROPN' &&
      before.text !== before.text.toUpperCase() &&
      next?.upos === 'PUNCT' &&
      !isDash(next)
    )
  }
}

function isDash(token: Token | undefined): boolean {
  return token !== undefined && /^[-–—]$/.test(token.text)
}

/** "2014": a year rather than a number of people, where no noun says what is counted. */
export function isYearLike(token: Token, before: Token | undefined): boolean {
  return /^(?:19|20)\d\d$/.test(token.text) && (before === undefined || before.upos !== 'VERB')
}
