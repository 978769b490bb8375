/**
 * Words that credit somebody with a statement: codebook/lexicons/en/attribution-cues.csv.
 *
 *     say, says            the subject credits itself: "police said"
 *     believe, thinks      it does so with a clause only: "police believe that ..."
 *     in the words of      a phrase before its source
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Certainty, Polarity} from '../model/contract.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface Cue {
  readonly id: string
  readonly form: string
  readonly use:
    | 'says'
    | 'thinks'
    | 'sees'
    | 'shows'
    | 'cites'
    | 'figure'
    | 'denies'
    | 'accuses'
    | 'owns'
    | 'tallies'
  readonly certainty: Certainty
  readonly polarity: Polarity
}

export interface Cues {
  /** The cue that a verb is (or an adjective: "are confident that"), with its particle ("point out") where it needs one. */
  verb(syntax: Syntax, token: Token): Cue | undefined
  /** The phrase that begins at a token ("according to"), and the number of its words. */
  phrase(syntax: Syntax, token: Token): {readonly cue: Cue; readonly words: number} | undefined
  /** A noun that credits what it stands before: "reports that", "claims of". */
  noun(token: Token): Cue | undefined
  /** Whether the subject of a verb tells what its noun does: "expressed concern that". */
  isGiving(verb: Token): boolean
}

/** A particle stands at most so many words behind its verb. */
const reachOfParticle = 2

export function cuesOf(codebook: Codebook): Cues {
  const rows = codebook.table('lexicons/en/attribution-cues.csv', [
    'id',
    'form',
    'part',
    'use',
    'certainty',
    'polarity'
  ])
  const byFirst = (part: string) =>
    Map.groupBy(
      rows
        .filter(row => row.part === part)
        .map(row => ({cue: row as unknown as Cue, words: row.form!.split(' ')}))
        // The longer one says more.
        .sort((a, b) => b.words.length - a.words.length),
      ({words}) => words[0]!
    )
  const deniable = new Set(
    codebook
      .table('lexicons/en/denials.csv', ['id', 'form', 'part'])
      .flatMap(({form, part}) => (part === 'said' ? [form] : []))
  )
  /** "rejected the claim" denies it, "rejected the vote" says nothing. True of all other cues. */
  const isDenial = (syntax: Syntax, verb: Token, {use}: Cue) => {
    const object = use === 'denies' && verb.lemma !== 'deny' ? syntax.child(verb, 'obj') : undefined
    return object === undefined || deniable.has(object.lemma)
  }
  const [verbs, adjectives] = [byFirst('verb'), byFirst('adjective')]
  const [phrases, nouns] = [byFirst('phrase'), byFirst('noun')]
  const giving = new Set(
    codebook
      .table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
      .flatMap(({form, part}) => (part === 'tells' ? [form] : []))
  )
  return {
    verb(syntax, token) {
      if (token.upos === 'ADJ') return adjectives.get(token.lemma)?.[0]?.cue
      if (token.upos !== 'VERB' && token.upos !== 'AUX') return undefined
      const found = verbs.get(token.lemma)?.find(({words: [, particle]}) => {
        if (!particle) return true
        for (let i = token.index + 1; i <= token.index + reachOfParticle; i++)
          if (syntax.tokens[i]?.lower === particle) return true
        return false
      })?.cue
      return found && isDenial(syntax, token, found) ? found : undefined
    },
    phrase(syntax, token) {
      const found = phrases
        .get(token.lower)
        ?.find(({words}) => words.every((word, k) => syntax.tokens[token.index + k]?.lower === word))
      return found && {cue: found.cue, words: found.words.length}
    },
    noun: token => (token.upos === 'NOUN' ? nouns.get(token.lemma)?.[0]?.cue : undefined),
    isGiving: ({upos, lemma}) => upos === 'VERB' && giving.has(lemma)
  }
}
