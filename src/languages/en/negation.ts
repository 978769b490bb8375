/**
 * The word that denies a clause or a noun.
 *
 *     "did not fire", "never fired", "without firing"   not, never, without
 *     "no one was hurt", "fired no shots"               the subject or object is nobody
 *     "neither the army nor the police fired"           neither
 *     "not only fired", "no fewer than six died"        none: codebook/lexicons/en/negation-words.csv has the exceptions
 */
import type {Syntax, Token} from '../../model/syntax.ts'

/** A row of codebook/lexicons/en/negation-words.csv. */
export interface NegationWord {
  readonly id: string
  readonly form: string
  readonly part: string
}

export const negationColumns = ['id', 'form', 'part'] as const

export interface Negation {
  readonly word: Token
  readonly rule: string
}

export interface NegationFinder {
  /** Of the clause that the word heads. */
  ofClause(syntax: Syntax, verb: Token): Negation | null
  /** Of the noun itself: "no clashes", "without clashes". */
  ofNoun(syntax: Syntax, noun: Token): Negation | null
}

/** Between "not" and its verb: "did not in any way fire" is rarer than a parser's error. */
const reach = 3

export function negationFinder(rows: readonly NegationWord[]): NegationFinder {
  const of = (part: string) => new Map(rows.filter(row => row.part === part).map(row => [row.form, row.id]))
  const [adverbs, determiners, pronouns, cases] = [of('adverb'), of('determiner'), of('pronoun'), of('case')]
  const exceptions = [...of('exception').keys()].map(form => form.split(' '))

  const isNot = ({lower}: Token) => adverbs.get(lower)?.startsWith('not') === true
  const found = (words: ReadonlyMap<string, string>, word: Token | undefined): Negation | null => {
    const id = word && words.get(word.lower)
    return id ? {word: word!, rule: `negation-words/${id}`} : null
  }
  const isException = (syntax: Syntax, {index, sentence}: Token) =>
    exceptions.some(words =>
      words.every((form, i) => {
        const word = syntax.tokens[index + i]
        return word?.sentence === sentence && (word.lower === form || (form === 'not' && isNot(word)))
      })
    )
  const first = (syntax: Syntax, all: readonly (Negation | null)[]) =>
    all.find(negation => negation !== null && !isException(syntax, negation.word)) ?? null

  function ofNoun(syntax: Syntax, noun: Token): Negation | null {
    const below = syntax.children(noun, 'det', 'case', 'advmod', 'cc', 'cc:preconj', 'nummod')
    return first(syntax, [
      found(pronouns, noun),
      isHyphenedOne(syntax, noun)
        ? {word: syntax.tokens[noun.index - 2]!, rule: 'negation-words/no-one'}
        : null,
      ...below.map(word => found(word.relation === 'case' ? cases : determiners, word)),
      found(adverbs, notBefore(syntax, syntax.tokens[runStart(syntax, noun)]!))
    ])
  }

  /** "No-one" is three tokens. */
  function isHyphenedOne(syntax: Syntax, {lower, index}: Token): boolean {
    return (
      lower === 'one' && syntax.tokens[index - 1]?.text === '-' && syntax.tokens[index - 2]?.lower === 'no'
    )
  }

  /** "did not [fire tear] gas": the parser may take the verb for a noun. */
  function runStart(syntax: Syntax, noun: Token): number {
    let start = noun.index
    while (
      noun.index - start < reach &&
      syntax.tokens[start - 1]?.upos === 'NOUN' &&
      syntax.tokens[start - 1]!.sentence === noun.sentence
    )
      start--
    return start
  }

  return {
    ofNoun,
    ofClause(syntax, verb) {
      const own = syntax.children(verb, 'advmod', 'neg', 'cc', 'cc:preconj', 'det')
      const sides = syntax.children(verb, 'nsubj', 'nsubj:pass', 'obj', 'mark')
      return first(syntax, [
        ...own.map(word => found(adverbs, word)),
        ...sides.map(noun =>
          noun.relation === 'mark'
            ? found(cases, noun)
            : noun.index === verb.index
              ? null
              : ofNoun(syntax, noun)
        ),
        found(adverbs, notBefore(syntax, syntax.tokens[runStart(syntax, verb)]!))
      ])
    }
  }

  /** "do not [ever] fire", "not to kill": the parser may hang "not" elsewhere, but it stands right before. */
  function notBefore(syntax: Syntax, verb: Token): Token | undefined {
    for (let i = verb.index - 1; i >= Math.max(0, verb.index - reach); i--) {
      const word = syntax.tokens[i]!
      if (word.sentence !== verb.sentence || !['AUX', 'ADV', 'PART'].includes(word.upos)) return undefined
      if (isNot(word)) return word
    }
    return undefined
  }
}
