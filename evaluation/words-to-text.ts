/**
 * Puts words back together as a text, and says where each stands.
 *
 *     ["Police", "said", ":", "\"", "No", "\"", "."]   Police said: "No".
 *
 * A sentence that ends without a mark is a heading, and a blank line follows it.
 */
import type {Span} from '../src/model/span.ts'

const joinsBefore = /^(?:[,.;:?!)\]%’”]|'s|’s|n't|n’t|'(?:re|ve|ll|d|m)|’(?:re|ve|ll|d|m)|'|-|\/|\.\.\.)$/i
const joinsAfter = /^(?:[([$£€“‘/]|-)$/

export function textOfWords(
  tokens: readonly string[],
  starts: readonly number[]
): {text: string; words: Span[]} {
  const begins = new Set(starts)
  const words: Span[] = []
  let text = ''
  let isQuoted = false
  for (const [i, word] of tokens.entries()) {
    const previous = tokens[i - 1]
    const opens: boolean = word === '"' && !isQuoted
    const afterOpening = previous === '"' && isQuoted
    if (word === '"') isQuoted = opens
    const isClosing = word === '"' && !opens
    if (i > 0) {
      if (begins.has(i) && !/^[.?!"”)…:;]$/.test(previous!)) text += '\n\n'
      else if (!joinsBefore.test(word) && !joinsAfter.test(previous!) && !isClosing && !afterOpening)
        text += ' '
    }
    words.push({from: text.length, to: text.length + word.length})
    text += word
  }
  return {text, words}
}
