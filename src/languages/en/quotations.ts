/**
 * Stretches between quotation marks, by number: one for each token, 0 outside. The marks belong to what they enclose.
 *
 *     She said: "We saw it.     a paragraph that ends open, and the next one begins with a mark:
 *     "We ran."                 the same words go on, under the same number
 *
 * A mark left open ends with its paragraph.
 */
import type {Syntax} from '../../model/syntax.ts'

const opening = new Set(['“', '«', '``'])
const closing = new Set(['”', '»'])
/** Marks that open and close alike. */
const either = new Set(['"', "''"])

export function quotationsOf(text: string, {tokens}: Syntax): Int32Array {
  const numbers = new Int32Array(tokens.length)
  let number = 0
  let isOpen = false
  let before = 0
  for (const {index, from, to, text: word} of tokens) {
    const opens: boolean = opening.has(word) || (either.has(word) && !isOpen)
    const isMark: boolean = opens || closing.has(word) || either.has(word)
    const isNewParagraph = index > 0 && text.slice(before, from).includes('\n')
    before = to
    if (isNewParagraph && isOpen) {
      isOpen = isMark && !closing.has(word)
      if (isOpen) {
        numbers[index] = number
        continue
      }
    }
    if (opens) {
      if (!isOpen) number++
      isOpen = true
    }
    if (isOpen) numbers[index] = number
    if (isMark && !opens) isOpen = false
  }
  return numbers
}
