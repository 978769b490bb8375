/**
 * Finds the rules of `codebook/patterns/` in dependency trees.
 *
 *     - match: {lemma: accuse, children: [{relation: nsubj, as: accuser}, {relation: obj, as: accused}]}
 *     "The mayor accused the militia."      accuser: mayor, accused: militia
 *
 * Rules are compiled once. Those that name words are looked up by the word, so
 * a sentence costs as much as the rules whose word it has.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Pattern, PatternChild, PatternNode} from '../codebook/patterns.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

export interface PatternMatch {
  readonly pattern: Pattern
  /** The word that the rule describes first. */
  readonly anchor: Token
  /** Words by the names that the rule gives them. */
  readonly words: ReadonlyMap<string, Token>
}

type Words = Map<string, Token>
/** Whether a word is as described; writes the named words. */
type Test = (syntax: Syntax, token: Token, words: Words) => boolean

interface Compiled {
  readonly pattern: Pattern
  readonly test: Test
}

const none: readonly Compiled[] = []

export function patternMatcher(
  codebook: Codebook,
  rules: readonly Pattern[]
): (syntax: Syntax, sentence: Sentence) => PatternMatch[] {
  const lists = new Map<string, ReadonlySet<string>>()
  const byWord = new Map<string, Compiled[]>()
  const anywhere: Compiled[] = []
  for (const pattern of rules) {
    const compiled = {pattern, test: compile(pattern.match)}
    const keys = wordsOf(pattern.match)
    if (!keys) anywhere.push(compiled)
    else for (const key of keys) byWord.set(key, [...(byWord.get(key) ?? []), compiled])
  }

  return (syntax, sentence) => {
    const found: PatternMatch[] = []
    for (let i = sentence.first; i < sentence.end; i++) {
      const anchor = syntax.tokens[i]!
      const ofForm = byWord.get(anchor.lower) ?? none
      const ofLemma = anchor.lemma === anchor.lower ? none : (byWord.get(anchor.lemma) ?? none)
      for (const rule of ofForm) tryAt(syntax, anchor, rule, found)
      for (const rule of ofLemma) if (!ofForm.includes(rule)) tryAt(syntax, anchor, rule, found)
      for (const rule of anywhere) tryAt(syntax, anchor, rule, found)
    }
    return found
  }

  function tryAt(syntax: Syntax, anchor: Token, {pattern, test}: Compiled, found: PatternMatch[]): void {
    const words: Words = new Map()
    if (test(syntax, anchor, words)) found.push({pattern, anchor, words})
  }

  /** The words one of which must stand at the anchor; null when the rule names none. */
  function wordsOf({word, lemma, in: named}: PatternNode): readonly string[] | null {
    return word ?? lemma ?? (named ? named.flatMap(name => [...listOf(name)]) : null)
  }

  function listOf(name: string): ReadonlySet<string> {
    const known = lists.get(name)
    if (known) return known
    const list = new Set(codebook.column(`lexicons/en/${name}.csv`, 'form'))
    lists.set(name, list)
    return list
  }

  function compile(node: PatternNode): Test {
    const tests: Test[] = []
    const oneOf = (values: readonly string[] | undefined, of: (token: Token) => string) => {
      if (!values) return
      const set = new Set(values)
      tests.push((_, token) => set.has(of(token)))
    }
    oneOf(node.word, token => token.lower)
    oneOf(node.lemma, token => token.lemma)
    oneOf(node.upos, token => token.upos)
    oneOf(node.xpos, token => token.xpos)
    oneOf(node.relation, token => token.relation)
    if (node.in) {
      const sets = node.in.map(listOf)
      tests.push((_, token) => sets.some(set => set.has(token.lemma) || set.has(token.lower)))
    }
    if (node.not) {
      const test = compile(node.not)
      tests.push((syntax, token) => !test(syntax, token, new Map()))
    }
    const beside = (
      other: PatternNode | undefined,
      of: (syntax: Syntax, token: Token) => Token | undefined
    ) => {
      if (!other) return
      const test = compile(other)
      tests.push((syntax, token, words) => {
        const near = of(syntax, token)
        return near !== undefined && near.sentence === token.sentence && test(syntax, near, words)
      })
    }
    beside(node.head, (syntax, token) => syntax.head(token))
    beside(node.before, (syntax, token) => syntax.tokens[token.index - 1])
    beside(node.after, (syntax, token) => syntax.tokens[token.index + 1])
    if (node.children) tests.push(childrenTest(node.children))
    const {as} = node
    return (syntax, token, words) => {
      if (!tests.every(test => test(syntax, token, words))) return false
      if (as) words.set(as, token)
      return true
    }
  }

  function childrenTest(children: readonly PatternChild[]): Test {
    const compiled = children.map(child => ({...child, test: compile(child)}))
    return (syntax, token, words) => {
      const taken = new Set<Token>()
      const all = syntax.children(token)
      for (const {test, optional, absent} of compiled) {
        const child = all.find(other => !taken.has(other) && test(syntax, other, absent ? new Map() : words))
        if (absent ? child : !child && !optional) return false
        if (child) taken.add(child)
      }
      return true
    }
  }
}
