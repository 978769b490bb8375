/** Rows of capitalised words: what a name may be. */
import {startsUpper} from '../algorithms/letters.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

const joints = new Set(['-', '–', 'al', 'el', 'ul', 'of', 'for', 'the', '&', 'and'])
const longestName = 9

/** Capitalised words in a row from a place on; small words only between them. */
export function capitalRow(syntax: Syntax, sentence: Sentence, start: number): Token[] {
  const row: Token[] = []
  for (let i = start; i < sentence.end && row.length < longestName; i++) {
    const token = syntax.tokens[i]!
    const isJoint =
      row.length > 0 && joints.has(token.lower) && !(token.lower === 'the' && row.at(-1)!.lower !== 'of')
    if (!isCapital(token) && !isJoint && !(row.length > 0 && /^\d{1,4}$/.test(token.text))) break
    row.push(token)
  }
  while (row.length && !isCapital(row.at(-1)!) && !/^\d/.test(row.at(-1)!.text)) row.pop()
  // "The Union": an article at the beginning is not part of the name.
  while (row.length && ['the', 'a', 'an', 'however', 'but'].includes(row[0]!.lower)) row.shift()
  return row[0]?.index === start ? row : []
}

export function isCapital(token: Token): boolean {
  return startsUpper(token.text) && token.upos !== 'PRON' && token.upos !== 'DET' && token.upos !== 'ADP'
}
