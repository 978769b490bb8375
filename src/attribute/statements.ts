/**
 * Statements that are not a happening of their own: that nothing confirms it, that somebody denies it, and why people act.
 *
 *     "However, there has been no official confirmation thus far."   no-confirmation
 *     "The group denied any involvement."                             denial
 *     "marchers rejecting the results of the vote"                    motive
 */
import type {Codebook} from '../codebook/codebook.ts'
import {clauseHead, clauseSpan, isVerb} from '../languages/en/clauses.ts'
import {statementsInLanguages} from '../languages/readers.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {phraseFinder} from './phrases.ts'
import {trimmed} from './speech-content.ts'

export interface Statement {
  readonly about: 'no-confirmation' | 'denial' | 'motive'
  readonly span: Span
  readonly words: readonly Token[]
  readonly rule: string
}

export function statementFinder(codebook: Codebook): (syntax: Syntax, sentence: Sentence) => Statement[] {
  const silence = phraseFinder(codebook.table('lexicons/en/no-confirmation.csv', ['id', 'form']))
  const denials = codebook.table('lexicons/en/denials.csv', ['id', 'form', 'part'])
  const denial = phraseFinder(denials.filter(({part}) => part === 'phrase'))
  const motives = codebook.table('lexicons/en/motive-words.csv', ['id', 'form', 'part'])
  const motive = new Map(motives.map(row => [`${row.part}:${row.form}`, row]))

  const inLanguages = statementsInLanguages(codebook)

  return (syntax, sentence) => {
    if (!sentence.parsed)
      return inLanguages(syntax, sentence).map(told => ({
        ...told,
        words: told.words.map(index => syntax.tokens[index]!)
      }))
    const tokens = syntax.tokensOf(sentence)
    const found: Statement[] = []
    const silent = silence(tokens)
    if (silent)
      found.push({
        about: 'no-confirmation',
        span: wholeClause(syntax, sentence, silent.words[0]!),
        words: silent.words,
        rule: `no-confirmation/${silent.id}`
      })
    const denied = denial(tokens)
    if (denied && !tellsWhat(syntax, denied.words.at(-1)!))
      found.push({
        about: 'denial',
        span: wholeClause(syntax, sentence, denied.words[0]!),
        words: denied.words,
        rule: `denials/${denied.id}`
      })
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

/** Whether the word hangs on what is denied without being denied itself: "denied involvement in the killing". */
export function responsibilityFinder(codebook: Codebook): (syntax: Syntax, token: Token) => boolean {
  const denials = codebook.table('lexicons/en/denials.csv', ['id', 'form', 'part'])
  const nouns = new Set(denials.filter(({part}) => part === 'noun').map(({form}) => form))
  return (syntax, token) =>
    [token, ...syntax.ancestors(token)]
      .slice(0, reachOfNoun)
      .some(
        ({upos, lemma, lower}, i) => i > 0 && upos === 'NOUN' && (nouns.has(lemma) || nouns.has(lower))
      ) || nounBefore(syntax, token, nouns)
}

const reachOfNoun = 5

/** "denied responsibility for the killing": the parser may hang the rest on the verb. */
function nounBefore(syntax: Syntax, token: Token, nouns: ReadonlySet<string>): boolean {
  const words = syntax.tokens.slice(Math.max(0, token.index - reachOfNoun), token.index)
  return words.some(
    (word, i) => word.sentence === token.sentence && nouns.has(word.lemma) && words[i + 1]?.upos === 'ADP'
  )
}

/** "rejected claims that troops had fired": what is denied is a claim of its own. */
function tellsWhat(syntax: Syntax, noun: Token): boolean {
  return syntax
    .children(noun, 'acl', 'ccomp')
    .some(clause => syntax.children(clause, 'mark').some(({lower}) => lower === 'that'))
}

/** The statement without a "However," before it. */
function wholeClause(syntax: Syntax, sentence: Sentence, word: Token): Span {
  const clause = clauseSpan(
    syntax,
    clauseHead(syntax, word),
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
