/**
 * Words around a number that open or shift its range: "at least another 12", "30-plus", "30 or more", "as many as 12".
 *
 * The words are in codebook/lexicons/en/count-bounds.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'

export interface Bound {
  readonly how: string
  /** The first and last number of the tokens that the number and its bounds take. */
  readonly first: number
  readonly end: number
}

/** "at least some another 12": no number has more. */
const mostBounds = 3

export function boundFinder(
  codebook: Codebook
): (syntax: Syntax, sentence: Sentence, first: number, end: number) => Bound {
  const rows = codebook
    .table('lexicons/en/count-bounds.csv', ['id', 'form', 'how', 'place'])
    .map(({how, form, place}) => ({how, place, words: form.replace('-plus', '- plus').split(' ')}))
    .sort((a, b) => b.words.length - a.words.length)
  const lists = {
    before: rows.filter(({place}) => place === 'before'),
    behind: rows.filter(({place}) => place === 'behind')
  }

  return (syntax, sentence, first, end) => {
    const stands = (words: readonly string[], at: number) =>
      at >= sentence.first &&
      at + words.length <= sentence.end &&
      words.every((word, i) => syntax.tokens[at + i]!.lower === word)
    const hows: string[] = []
    let [start, stop] = [first, end]
    for (let n = 0; n < mostBounds; n++) {
      const bound = lists.before.find(
        ({words}) =>
          stands(words, start - words.length) && !isSaid(syntax, start - words.length, sentence.first)
      )
      if (!bound) break
      start -= bound.words.length
      hows.push(bound.how)
    }
    const behind = lists.behind.find(({words}) => stands(words, stop))
    if (behind) {
      stop += behind.words.length
      hows.push(behind.how)
    }
    return {how: hows.find(how => how !== 'about') ?? hows[0] ?? '', first: start, end: stop}
  }
}

/** "The union estimated 900 marchers": somebody estimates, which is no part of the number. */
function isSaid(syntax: Syntax, at: number, first: number): boolean {
  const before = at > first ? syntax.tokens[at - 1] : undefined
  const {lower, upos} = syntax.tokens[at]!
  return lower === 'estimated' && upos === 'VERB' && /^(?:NOUN|PROPN|PRON)$/.test(before?.upos ?? '')
}

export function bounded(min: number, max: number | null, how: string): {min: number; max: number | null} {
  switch (how) {
    case 'least':
      return {min, max: null}
    case 'more':
      return {min: min + 1, max: null}
    case 'most':
      return {min: Math.min(1, max ?? min), max: max ?? min}
    case 'fewer':
      return {min: 0, max: Math.max(0, (max ?? min) - 1)}
    default:
      return {min, max}
  }
}
