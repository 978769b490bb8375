/**
 * Which figures are totals over a longer time than this report's happening.
 *
 *     "Since October more than 500 have died"                    500
 *     "Two guards were killed, bringing the toll to 12"          12, not 2
 *     "the war has killed 300,000"                               300,000
 *     "Two more died, bringing the toll to 12"                    none: the two are of the 12
 *     "in the past 24 hours", "since it was attacked"            none
 *
 * The words are in codebook/lexicons/en/cumulative-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {clauseHead, obliques, subjectsOf} from '../languages/en/clauses.ts'
import type {Span} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

export interface Cumulative {
  readonly rule: string
  readonly words: readonly Token[]
}

/** `outcome`: the word that tells what befell people; `at`: their number, or that word; `others`: words of other outcomes in the sentence; `hasParts`: whether what it is brought to counts what was told before. */
export function cumulativeFinder(codebook: Codebook) {
  const rows = codebook.table('lexicons/en/cumulative-words.csv', ['id', 'form', 'scope'])
  const phrases = rows
    .filter(({scope}) => scope === 'clause' || scope === 'behind')
    .map(({id, form, scope}) => ({id, scope, forms: form.split(' ')}))
    .sort((a, b) => b.forms.length - a.forms.length)
  const byFirst = Map.groupBy(phrases, ({forms}) => forms[0]!)
  const late = new Set(rows.filter(({scope}) => scope === 'late').map(({form}) => form))
  const points = new Set(rows.filter(({scope}) => scope === 'point').map(({form}) => form))
  const wars = new Map(rows.filter(({scope}) => scope === 'war').map(({id, form}) => [form, id]))

  return (
    syntax: Syntax,
    sentence: Sentence,
    outcome: Token,
    at: Span,
    others: readonly Token[],
    hasParts: boolean
  ): Cumulative | null => {
    const war = [...subjectsOf(syntax, outcome), ...obliques(syntax, outcome, ['in', 'during', 'by'])].find(
      ({lemma}) => wars.has(lemma)
    )
    if (war) return {rule: `cumulative-words/${wars.get(war.lemma)}`, words: [war]}
    for (let i = sentence.first; i < sentence.end; i++) {
      const phrase = byFirst
        .get(syntax.tokens[i]!.lower)
        ?.find(({forms}) => forms.every((form, n) => syntax.tokens[i + n]?.lower === form))
      if (!phrase) continue
      const words = syntax.tokens.slice(i, i + phrase.forms.length)
      const fits =
        phrase.scope === 'behind'
          ? !hasParts && words[0]!.from < at.from && !isOfLateDead(syntax, sentence, words[0]!, late)
          : !isShort(syntax, words) &&
            !isSincePoint(syntax, words, points) &&
            isNearest(syntax, words[0]!, outcome, others)
      if (fits) return {rule: `cumulative-words/${phrase.id}`, words}
    }
    return null
  }
}

/** "in the past 24 hours", "since then", "since he left" tell of the news itself. */
function isShort(syntax: Syntax, words: readonly Token[]): boolean {
  const behind = syntax.tokens.slice(words.at(-1)!.index + 1, words.at(-1)!.index + 4)
  // "Five more have died since."
  if (words[0]!.lower === 'since' && words.length === 1 && behind[0]?.upos === 'PUNCT') return true
  if (words[0]!.lower === 'since')
    return words.length === 1 && /^(?:PRON|DET)$/.test(behind[0]?.upos ?? '') && behind[0]!.lower !== 'the'
  return behind.some(({lemma}) => lemma === 'hour' || lemma === 'day' || lemma === 'minute')
}

/** "Three more bodies were pulled from the rubble, taking the toll to 14": the toll of the same happening. */
function isOfLateDead(syntax: Syntax, {first}: Sentence, word: Token, late: ReadonlySet<string>): boolean {
  return syntax.tokens.slice(first, word.index).some(({lemma}) => late.has(lemma))
}

/** "since noon", "since the fighting on Sunday": of the day or the happening itself; "since the fighting began" is of its whole length. */
function isSincePoint(
  syntax: Syntax,
  [since, ...others]: readonly Token[],
  points: ReadonlySet<string>
): boolean {
  if (since!.lower !== 'since' || others.length > 0) return false
  const behind = syntax.tokens.slice(since!.index + 1, since!.index + 1 + reach)
  const noun = behind.find(({upos, relation}) => upos === 'NOUN' && relation !== 'compound')
  if (!noun || noun.sentence !== since!.sentence || !points.has(noun.lemma)) return false
  const governor = syntax.head(noun)
  return !(noun.relation.startsWith('nsubj') && governor && governor.index > noun.index)
}

/** Words between "since" and its noun. */
const reach = 5

/** Of outcomes in clauses of their own the words belong to the one they hang on, else to the nearest. */
function isNearest(syntax: Syntax, word: Token, outcome: Token, others: readonly Token[]): boolean {
  const own = clauseHead(syntax, outcome)
  const rivals = others.filter(
    other => clauseHead(syntax, other) !== own && other.relation !== 'conj' && outcome.relation !== 'conj'
  )
  if (rivals.length === 0) return true
  const above = syntax.ancestors(word)
  const governing = above.find(
    token =>
      token === outcome ||
      token === own ||
      rivals.some(rival => rival === token || clauseHead(syntax, rival) === token)
  )
  if (governing) return governing === outcome || governing === own
  const distance = (token: Token) => Math.abs(token.index - word.index)
  return rivals.every(rival => distance(outcome) <= distance(rival))
}
