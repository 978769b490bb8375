/**
 * Finds the words that say what happened to people: "killed", "wounded", "death toll", "claimed no lives".
 *
 * The words are in codebook/lexicons/en/outcome-words.csv. A phrase ("shoot
 * dead", "round up") may have its object between its words.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isVerb} from '../languages/en/clauses.ts'
import type {Outcome} from '../model/contract.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

/** How a word takes its victims: as object, as subject, as what it describes, as what it counts. */
export type OutcomePart = 'verb' | 'state' | 'adjective' | 'noun'

export interface OutcomeMatch {
  readonly outcome: Outcome
  readonly part: OutcomePart
  readonly token: Token
  readonly words: readonly Token[]
  readonly rule: string
}

/** Verbs under which "life" means a death. */
const lifeTakers = new Set(['claim', 'cost', 'take', 'lose'])

export function outcomeFinder(codebook: Codebook): (syntax: Syntax, sentence: Sentence) => OutcomeMatch[] {
  const rows = codebook.table('lexicons/en/outcome-words.csv', ['id', 'form', 'outcome', 'part'])
  const entries = new Map<string, {id: string; phrase: string[]; outcome: Outcome; part: OutcomePart}[]>()
  for (const {id, form, outcome, part} of rows) {
    const phrase = form.split(' ')
    const list = entries.get(phrase[0]!) ?? []
    list.push({id, phrase, outcome: outcome as Outcome, part: part as OutcomePart})
    entries.set(
      phrase[0]!,
      list.sort((a, b) => b.phrase.length - a.phrase.length)
    )
  }
  return (syntax, sentence) =>
    syntax.tokensOf(sentence).flatMap(token => {
      const candidates = [
        ...(entries.get(token.lemma) ?? []),
        ...(token.lower === token.lemma ? [] : (entries.get(token.lower) ?? []))
      ]
      for (const {id, phrase, outcome, part} of candidates) {
        const words = phraseAt(syntax, sentence, token, phrase)
        if (!words || !fits(syntax, token, part)) continue
        if (token.lemma === 'life' && !takesLives(syntax, token)) continue
        return [{outcome, part, token, words, rule: `outcome-words/${id}`}]
      }
      return []
    })
}

/** "shot two men dead": the second word within six of the first. */
function phraseAt(
  syntax: Syntax,
  sentence: Sentence,
  token: Token,
  phrase: readonly string[]
): Token[] | null {
  const words = [token]
  for (const lemma of phrase.slice(1)) {
    const from = words.at(-1)!.index + 1
    const next = syntax.tokens
      .slice(from, Math.min(from + 6, sentence.end))
      .find(other => other.lemma === lemma)
    if (!next) return null
    words.push(next)
  }
  return words
}

/** Taggers confuse "injured" the adjective with "injured" the participle, so form and place decide. */
function fits(syntax: Syntax, token: Token, part: OutcomePart): boolean {
  switch (part) {
    case 'verb':
    case 'state':
      return isVerb(token) || (token.upos === 'ADJ' && /(ed|t|n)$/.test(token.lower))
    case 'adjective':
      return token.upos !== 'NOUN' || syntax.children(token, 'nummod', 'det').length > 0
    case 'noun':
      return token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'ADJ'
  }
}

function takesLives(syntax: Syntax, life: Token): boolean {
  const head = syntax.head(life)
  return head !== undefined && lifeTakers.has(head.lemma)
}
