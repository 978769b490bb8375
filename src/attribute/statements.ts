/**
 * Statements that are not a happening of their own: that nothing confirms it, and why people act.
 *
 *     "However, there has been no official confirmation thus far."   no-confirmation
 *     "marchers rejecting the results of the vote"                    motive
 */
import type {Codebook} from '../codebook/codebook.ts'
import {clauseSpan, isVerb} from '../languages/en/clauses.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {trimmed} from './speech-content.ts'

export interface Statement {
  readonly about: 'no-confirmation' | 'motive'
  readonly span: Span
  readonly words: readonly Token[]
  readonly rule: string
}

const gap = 4

export function statementFinder(codebook: Codebook): (syntax: Syntax, sentence: Sentence) => Statement[] {
  const silence = codebook.table('lexicons/en/no-confirmation.csv', ['id', 'form'])
  const motives = codebook.table('lexicons/en/motive-words.csv', ['id', 'form', 'part'])
  const motive = new Map(motives.map(row => [`${row.part}:${row.form}`, row]))

  return (syntax, sentence) => {
    const tokens = syntax.tokensOf(sentence)
    const found: Statement[] = []
    for (const {id, form} of silence) {
      const words = inOrder(tokens, form.split(' '))
      if (!words) continue
      const span = wholeClause(syntax, sentence, words[0]!)
      found.push({about: 'no-confirmation', span, words, rule: `no-confirmation/${id}`})
      break
    }
    for (const token of tokens) {
      const row = motive.get(`${isVerb(token) ? 'verb' : 'noun'}:${token.lemma}`)
      if (!row || !isMotive(syntax, token)) continue
      const span = spanOf(
        syntax.subtree(token, child => child.relation === 'parataxis' || child.relation === 'punct')
      )!
      found.push({
        about: 'motive',
        span: {from: token.from, to: Math.max(token.to, span.to)},
        words: [token],
        rule: `motive-words/${row.id}`
      })
    }
    return found
  }
}

function inOrder(tokens: readonly Token[], words: readonly string[]): Token[] | null {
  const is = (token: Token, word: string) =>
    token.lower === word || token.lemma === word || (word === 'not' && /^n['’]t$/.test(token.lower))
  for (const [start, first] of tokens.entries()) {
    if (!is(first, words[0]!)) continue
    const found = [first]
    let at = start
    for (const word of words.slice(1)) {
      const next = tokens.slice(at + 1, at + 1 + gap).findIndex(token => is(token, word))
      if (next < 0) break
      at += 1 + next
      found.push(tokens[at]!)
    }
    if (found.length === words.length) return found
  }
  return null
}

/** The statement without a "However," before it. */
function wholeClause(syntax: Syntax, sentence: Sentence, word: Token): Span {
  let verb: Token = word
  while (!isVerb(verb) && syntax.head(verb)) verb = syntax.head(verb)!
  const clause = clauseSpan(
    syntax,
    verb,
    child => child.relation === 'advmod' && child.index < word.index - 3
  )
  const inside = syntax.within(clause)
  const opener = inside[0]?.lower === 'however' ? 1 : 0
  return (
    trimmed(
      syntax,
      inside[opener]?.index ?? sentence.first,
      (inside.at(-1)?.index ?? sentence.end - 1) + 1
    ) ?? clause
  )
}

/** A motive hangs on people or on what they do ("marchers rejecting the law"), or says "anger at", "over". */
function isMotive(syntax: Syntax, token: Token): boolean {
  if (!isVerb(token)) {
    return syntax
      .children(token, 'nmod', 'obl')
      .some(noun =>
        syntax.children(noun, 'case').some(({lower}) => ['at', 'over', 'against', 'for'].includes(lower))
      )
  }
  return token.xpos === 'VBG' && ['acl', 'advcl', 'amod'].includes(token.relation)
}
