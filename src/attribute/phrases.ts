/**
 * Finds phrases whose words follow each other with a few others between: "not confirm" in "could not immediately confirm".
 *
 * A word of a phrase is a base form or a form as written; "not" is also "n't".
 */
import type {Token} from '../model/syntax.ts'

export interface Phrase {
  readonly id: string
  readonly form: string
}

/** The next word of a phrase stands at most so many words further on. */
const gap = 4

/** The phrase that begins first, with its words; `null` when there is none. */
export function phraseFinder(
  rows: readonly Phrase[]
): (tokens: readonly Token[]) => {readonly id: string; readonly words: readonly Token[]} | null {
  const byFirst = Map.groupBy(
    rows.map(({id, form}) => ({id, words: form.split(' ')})),
    ({words}) => words[0]!
  )
  return tokens => {
    for (let start = 0; start < tokens.length; start++) {
      const token = tokens[start]!
      const {lower, lemma} = token
      const found =
        beginning(tokens, start, lower) ??
        (lemma === lower ? null : beginning(tokens, start, lemma)) ??
        (isNot(token) ? beginning(tokens, start, 'not') : null)
      if (found) return found
    }
    return null
  }

  function beginning(tokens: readonly Token[], start: number, first: string) {
    for (const {id, words} of byFirst.get(first) ?? []) {
      const found = follow(tokens, start, words)
      if (found) return {id, words: found}
    }
    return null
  }
}

function follow(tokens: readonly Token[], start: number, words: readonly string[]): Token[] | null {
  const found = [tokens[start]!]
  let at = start
  for (const word of words.slice(1)) {
    const next = tokens
      .slice(at + 1, at + 1 + gap)
      .findIndex(token => token.lower === word || token.lemma === word || (word === 'not' && isNot(token)))
    if (next < 0) return null
    at += 1 + next
    found.push(tokens[at]!)
  }
  return found
}

function isNot({lower}: Token): boolean {
  return lower === "n't" || lower === 'n’t'
}
