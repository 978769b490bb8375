/** Tokens that stand between quotation marks; a mark left open ends with its passage. */
import type {Syntax} from '../model/syntax.ts'

const opening = new Set(['“', '«', '``'])
const closing = new Set(['”', '»', "''"])

export function quotedTokens(syntax: Syntax): ReadonlySet<number> {
  const found = new Set<number>()
  let isOpen = false
  let passage = -1
  for (const token of syntax.tokens) {
    const at = syntax.sentenceOf(token).passage
    if (at !== passage) {
      isOpen = false
      passage = at
    }
    if (opening.has(token.text)) isOpen = true
    else if (closing.has(token.text)) isOpen = false
    else if (token.text === '"') isOpen = !isOpen
    else if (isOpen) found.add(token.index)
  }
  return found
}
