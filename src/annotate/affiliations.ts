/**
 * Finds what a report says of who belongs to whom.
 *
 *     "Radio Oru, a station affiliated with the miners' union"   Radio Oru affiliated-with the miners' union
 *     "Tehran-aligned paramilitaries", "union-backed marchers"   hyphenated
 *
 * The words are in codebook/lexicons/en/affiliation-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'

export interface Affiliation {
  /** The noun whose tie is told; the actor's mention covers it, or the noun it stands in apposition to. */
  readonly noun: Token
  readonly relation: string
  readonly to: Span
  readonly span: Span
  readonly rule: string
}

export function affiliationFinder(codebook: Codebook): (syntax: Syntax, sentence: Sentence) => Affiliation[] {
  const rows = codebook.table('lexicons/en/affiliation-words.csv', ['id', 'form', 'relation', 'place'])
  const after = Map.groupBy(
    rows.filter(({place}) => place === 'after').map(row => ({...row, words: row.form.split(' ')})),
    ({words}) => words[0]!
  )
  const hyphenated = new Map(rows.filter(({place}) => place === 'hyphen').map(row => [row.form, row]))

  return (syntax, sentence) => {
    const found: Affiliation[] = []
    for (const token of syntax.tokensOf(sentence)) {
      for (const {words, relation, id} of after.get(token.lower) ?? []) {
        if (!words.every((word, i) => syntax.tokens[token.index + i]?.lower === word)) continue
        const affiliation = told(syntax, sentence, token, words.length)
        if (affiliation) found.push({...affiliation, relation, rule: `affiliation-words/${id}`})
      }
      const row = hyphenated.get(token.lower)
      const hyphen = syntax.tokens[token.index - 1]
      if (!row || hyphen?.text !== '-') continue
      const to = syntax.tokens[token.index - 2]
      const noun = nounAfter(syntax, sentence, token)
      if (!to || !noun) continue
      const span = {from: to.from, to: noun.to}
      found.push({
        noun,
        relation: row.relation,
        to: {from: to.from, to: to.to},
        span,
        rule: `affiliation-words/${row.id}`
      })
    }
    return found
  }
}

function told(
  syntax: Syntax,
  sentence: Sentence,
  word: Token,
  length: number
): Omit<Affiliation, 'relation' | 'rule'> | null {
  const noun = nounBefore(syntax, sentence, word)
  const start = syntax.tokens[word.index + length]
  if (!noun || !start || start.index >= sentence.end) return null
  const to = phraseFrom(syntax, sentence, start)
  return to && {noun, to, span: spanOf([noun, to])!}
}

/** The noun that the words describe: by the tree, else the last noun before them. */
function nounBefore(syntax: Syntax, sentence: Sentence, word: Token): Token | null {
  const beside = syntax.tokens[word.index - 1]
  if (beside && beside.sentence === word.sentence && (beside.upos === 'NOUN' || beside.upos === 'PROPN'))
    return beside
  const head = syntax.head(word)
  const byTree = head && ['acl', 'amod'].includes(word.relation) && head.index < word.index ? head : null
  if (byTree && (byTree.upos === 'NOUN' || byTree.upos === 'PROPN')) return byTree
  for (let i = word.index - 1; i >= Math.max(sentence.first, word.index - 4); i--) {
    const token = syntax.tokens[i]!
    if (token.upos === 'NOUN' || token.upos === 'PROPN') return token
    if (token.upos === 'VERB' || token.upos === 'PUNCT') return null
  }
  return null
}

/** The noun phrase that begins at a token, with its own "of" and "under" complements: up to a verb or punctuation. */
function phraseFrom(syntax: Syntax, sentence: Sentence, start: Token): Span | null {
  let end = start.index
  let last: Token | null = null
  for (; end < sentence.end; end++) {
    const token = syntax.tokens[end]!
    const isInner =
      ['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'].includes(token.upos) ||
      token.text === '-' ||
      syntax.tokens[end - 1]?.text === '-' ||
      ['of', 'under', 'in'].includes(token.lower) ||
      token.lower === 'operating'
    if (!isInner) break
    if (token.upos === 'NOUN' || token.upos === 'PROPN') last = token
  }
  if (!last) return null
  return {from: Math.min(start.from, last.from), to: last.to}
}

function nounAfter(syntax: Syntax, sentence: Sentence, word: Token): Token | null {
  for (let i = word.index + 1; i < Math.min(word.index + 5, sentence.end); i++) {
    const token = syntax.tokens[i]!
    const next = syntax.tokens[i + 1]
    const goesOn = i + 1 < sentence.end && next && (next.upos === 'NOUN' || next.upos === 'PROPN')
    if ((token.upos === 'NOUN' || token.upos === 'PROPN') && !goesOn) return token
    if (!['ADJ', 'NOUN', 'PROPN'].includes(token.upos)) return null
  }
  return null
}
