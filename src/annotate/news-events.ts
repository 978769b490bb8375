/**
 * Which mentions of happenings are news, seen from the whole report.
 *
 *     "The blast killed four people."                     told, where no violence is told before it
 *     "... during the clashes" behind "Clashes erupted"   only mentioned again
 *     "A nurse was killed near Bari."                     a killing, where nothing beside it says how
 *     "Their bus crashed. Three people were killed."      no killing
 *
 * The words of accidents are in codebook/lexicons/en/accident-words.csv; the verbs that tie a happening to what it did in light-verbs.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {clauseHead} from '../languages/en/clauses.ts'
import type {EventMention} from '../model/layers.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {TriggerMatch} from './event-triggers.ts'

export interface Told {
  readonly mention: EventMention
  readonly match: TriggerMatch
}

const violent = new Set(['clash', 'riot', 'crowd-control', 'shooting', 'attack', 'explosion'])
const isViolent = ({match}: Told) => violent.has(match.type.family) && match.type.rank > 1

export function newsFinder(codebook: Codebook): (syntax: Syntax, found: readonly Told[]) => EventMention[] {
  const accidents = new Set(codebook.column('lexicons/en/accident-words.csv', 'form'))
  const results = new Set([
    ...codebook
      .table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
      .filter(({part}) => part === 'results')
      .map(({form}) => form),
    ...codebook
      .table('lexicons/en/outcome-words.csv', ['id', 'form', 'outcome', 'part'])
      .filter(
        ({outcome, part}) => (part === 'verb' || part === 'state') && /killed|injured|missing/.test(outcome)
      )
      .map(({form}) => form.split(' ')[0]!),
    'lose'
  ])

  const suffered = new Set([...results, 'dead', 'body', 'toll', 'death'])

  /** `found`: in the order of the text. */
  return (syntax, found) => {
    const accidentIn = accidentSentences(syntax, found)
    const isToldIn = new Map<number, Told[]>()
    for (const told of found) {
      if (told.match.trigger.weak || !isViolent(told)) continue
      const sentence = told.match.token.sentence
      isToldIn.set(sentence, [...(isToldIn.get(sentence) ?? []), told])
    }
    let hasNews = false
    const mentions = found.flatMap(told => {
      const {mention, match} = told
      const {sentence} = match.token
      if (match.trigger.weak && (isToldIn.has(sentence) || isOfAccident(sentence))) return []
      const isFirst = mention.retold && !hasNews && isViolent(told) && isTied(syntax, match.token)
      const retold = mention.retold && !isFirst
      if (!retold && isViolent(told)) hasNews = true
      return [{...mention, retold}]
    })
    // "Reporters among four dead in convoy attack": where nothing tells it, whatever first names it does.
    const first = hasNews ? undefined : found.find(told => isViolent(told) && isBare(syntax, told))
    return mentions.map(mention =>
      mention.token === first?.mention.token ? {...mention, retold: false} : mention
    )

    /** An accident told in the sentence or before it; anywhere, where the report tells no violence. */
    function isOfAccident(sentence: number): boolean {
      if (isToldIn.size === 0) return accidentIn.size > 0
      return accidentIn.has(sentence) || accidentIn.has(sentence - 1)
    }
  }

  function accidentSentences(syntax: Syntax, found: readonly Told[]): ReadonlySet<number> {
    if (!found.some(({match}) => match.trigger.weak)) return new Set()
    // "traded fire", "opened fire" are no accident.
    const meant = new Set(found.filter(isViolent).flatMap(({match}) => match.words.map(({index}) => index)))
    return new Set(
      syntax.tokens
        // A fire may be nobody's doing; whoever fires from a roof means it.
        .filter(
          ({lemma, upos, index}) =>
            accidents.has(lemma) && !(lemma === 'fire' && upos === 'VERB') && !meant.has(index)
        )
        .map(({sentence}) => sentence)
    )
  }

  /** Without an article or owner, and told beside dead or wounded: "four dead in attack", "two bodies found after ambush". */
  function isBare(syntax: Syntax, {mention, match: {token}}: Told): boolean {
    const {retold, realis, polarity} = mention
    return (
      retold &&
      realis === 'happened' &&
      polarity === 'affirmed' &&
      /^(?:nsubj|obl|nmod)$/.test(token.relation) &&
      !syntax.child(token, 'det', 'nmod:poss') &&
      syntax.tokensOf(syntax.sentenceOf(token)).some(({lemma}) => suffered.has(lemma))
    )
  }

  /** "The blast killed four", "four died in the attack": said with what it did. */
  function isTied(syntax: Syntax, token: Token): boolean {
    if (!/^(?:nsubj|nsubj:pass|obl|obl:agent)$/.test(token.relation)) return false
    const verb = clauseHead(syntax, token)
    return [verb, ...syntax.children(verb, 'conj')].some(({lemma}) => results.has(lemma))
  }
}
