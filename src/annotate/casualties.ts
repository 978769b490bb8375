/**
 * Finds people killed, hurt, held, missing: how many, of whom.
 *
 *     "at least one protester was killed"                 killed, 1 or more, protesters
 *     "put the injured at 125, saying 27 were civilians"  injured 125; injured 27, civilians
 *     "no one died", "claimed no lives"                   killed 0, denied
 *     "led to casualties among members of the army"       unspecified, no number
 *
 * A "casualty" is not a death, and a number that is not of people is left alone.
 * A total "since" or "so far this year" is marked cumulative.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {nounPhrase, obliques} from '../languages/en/clauses.ts'
import {inLanguages} from '../languages/readers.ts'
import type {Outcome} from '../model/contract.ts'
import type {CasualtyMention, Quantity, Reason} from '../model/layers.ts'
import {overlaps, quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type Group, groupFinder} from './casualty-groups.ts'
import {clauseAround} from './clause-around.ts'
import {cumulativeFinder} from './cumulative-figures.ts'
import {openFates} from './open-fates.ts'
import {type OutcomeMatch, outcomeFinder} from './outcomes.ts'
import {isYearOld, peopleWords} from './people-words.ts'
import {realisFinder} from './realis.ts'
import {backgroundFinder, retoldFinder} from './retold-casualties.ts'
import {reasonsOf} from './standing.ts'
import {type Taken, type Victim, victimsOf} from './victims.ts'

const everybody = 'people'
/** Of bodies; "his man" is a servant. */
const possessives = new Set(['its', 'our', 'their'])

/** A sentence, its outcome words, and the numbers of the report. */
interface Here {
  readonly text: string
  readonly syntax: Syntax
  readonly sentence: Sentence
  readonly outcomes: readonly OutcomeMatch[]
  readonly quantities: readonly Quantity[]
}

export const casualties = ({codebook}: Knowledge) => {
  const outcomesIn = outcomeFinder(codebook)
  const groupOf = groupFinder(codebook)
  const realisOf = realisFinder(codebook)
  const people = peopleWords(codebook)
  const sameAs = retoldFinder(codebook)
  const withoutToldFates = openFates(codebook)
  const background = backgroundFinder(codebook)
  const cumulative = cumulativeFinder(codebook)
  const withLanguages = inLanguages(codebook, 'casualties')

  return stage({
    name: 'casualties',
    needs: [
      'passages',
      'syntax',
      'entities',
      'coreference',
      'times',
      'quantities',
      'actors',
      'places',
      'events'
    ],
    adds: ['casualties'],
    run(report) {
      const {text, passages, syntax, entities, coreference, quantities} = report
      const persons = entities.filter(({type, named}) => type === 'person' && named)
      const found: CasualtyMention[] = []
      const taken = new Map<number, Outcome>()
      const indexed = quantities.map((quantity, index) => ({quantity, index}))
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        const here = syntax.inSentence(indexed, sentence, ({quantity}) => quantity)
        const outcomes = outcomesIn(syntax, sentence)
        // Who is told killed or hurt in so many words is found first.
        for (const outcome of outcomes.toSorted((a, b) => +a.mayHaveDied - +b.mayHaveDied)) {
          for (const victim of victimsOf(syntax, sentence, outcome, here, taken, outcomes)) {
            if (victim.quantity !== null) taken.set(victim.quantity, outcome.outcome)
            // "A guide who had been missing came home": he is missing no more.
            if (
              outcome.outcome === 'missing' &&
              syntax.children(outcome.token, 'aux').some(({lower}) => lower === 'had')
            )
              continue
            if (saysOnlyHow(syntax, outcome, victim.quantity === null ? null : quantities[victim.quantity]!))
              continue
            const one =
              victim.quantity === null &&
              isOne(syntax, outcome, victim.noun, syntax.inSentence(persons, sentence))
            const told = {...mention({text, syntax, sentence, outcomes, quantities}, outcome, victim), one}
            // "The tax killed the market", "shot a film about guards": without a number, what is hit must be people.
            const mayBeThing = outcome.mayHaveDied && !(victim.noun && people.isPerson(victim.noun))
            const isPeople =
              told.one ||
              told.quantity !== null ||
              (told.outcome === 'unspecified' && told.rule !== 'either-outcome') ||
              (!mayBeThing && told.reasons.some(({value}) => value === 'casualties.group'))
            if (isPeople) found.push(told)
          }
        }
      }
      found.push(...parts(text, syntax, quantities, found, taken))
      withoutThoseWhoDied(found)
      found.sort((a, b) => a.of.from - b.of.from || a.trigger.from - b.trigger.from)
      const kept = withoutToldFates(syntax, coreference, quantities, found)
      const same = sameAs(syntax, coreference, quantities, kept)
      const told = kept.map((mention, i) => ({...mention, sameAs: same[i]!}))
      return {casualties: withLanguages(report, told)}
    }
  })

  /** "Bello was killed", "shot him dead", "the driver died": one person, though no number says so. */
  function isOne(
    syntax: Syntax,
    {part, token, mayHaveDied}: OutcomeMatch,
    noun: Token | null,
    persons: readonly Span[]
  ): boolean {
    if (noun === null || noun === token) return false
    // "shot himself": as a rule dead.
    if (mayHaveDied && /^(?:him|her)self$/.test(noun.lower)) return false
    if (noun.upos === 'PRON') return /^(?:him|her|himself|herself|he|she)$/.test(noun.lower)
    const title = syntax.tokens[noun.index - 1]
    if (noun.upos === 'PROPN')
      return (
        persons.some(person => overlaps(person, noun)) ||
        (people.isSingle(noun) && !/^NNP?S$/.test(noun.xpos) && !noun.lower.endsWith('s')) ||
        (title !== undefined && people.isSingle(title))
      )
    if (isYearOld(syntax, noun)) return true
    // "three guards who had been taken hostage"
    if (noun.lemma === 'hostage' && /^(?:take|hold)$/.test(syntax.tokens[noun.index - 1]?.lemma ?? ''))
      return false
    if (syntax.children(noun, 'det').some(({lower}) => /^(?:any|no|each|every)$/.test(lower))) return false
    // "the death of a clerk" is one; "the death toll of a group" is not.
    const isOf = part !== 'noun' || noun.relation === 'nmod' || noun.relation === 'obj'
    return noun.xpos === 'NN' && isOf && people.isSingle(noun)
  }

  function mention(
    {text, syntax, sentence, outcomes, quantities}: Here,
    outcome: OutcomeMatch,
    victim: Victim
  ): CasualtyMention {
    const quantity = victim.quantity === null ? null : quantities[victim.quantity]!
    const of: Span = quantity?.of ?? (victim.noun ? nounPhrase(syntax, victim.noun) : outcome.token)
    const standing = realisOf(syntax, outcome.token)
    const isNone = quantity?.max === 0
    const own = groupOf(syntax, of, victim.noun)
    const fighters = own.group === everybody ? ownFighters(syntax, outcome, of, sentence) : null
    const whatTheyAre = quantity && own.group === everybody ? saidToBe(syntax, quantity) : null
    const group = fighters ?? (whatTheyAre ? groupOf(syntax, whatTheyAre, whatTheyAre) : own)
    // "Four more died, taking the toll to 35": of one happening, for the four are of the 35.
    const hasParts = victim.quantity !== null && quantities.some(({partOf}) => partOf === victim.quantity)
    const since = cumulative(
      syntax,
      sentence,
      outcome.token,
      quantity ?? outcome.token,
      outcomes.filter(other => other !== outcome).map(other => other.token),
      hasParts
    )
    const words = spanOf(outcome.words)!
    const reasons: Reason[] = [{value: 'casualties.outcome', rule: outcome.rule, words: [quote(text, words)]}]
    if (group.word)
      reasons.push({value: 'casualties.group', rule: group.rule, words: [quote(text, group.word)]})
    if (quantity)
      reasons.push({value: 'casualties.count', rule: 'quantities', words: [quote(text, quantity)]})
    reasons.push(...reasonsOf(text, standing))
    const older = background(syntax, outcome.token)
    if (older) reasons.push({value: 'background', rule: 'background-words', words: [quote(text, older)]})
    if (since)
      reasons.push({value: 'cumulative', rule: since.rule, words: [quote(text, spanOf(since.words)!)]})
    return {
      outcome: outcome.outcome,
      trigger: words,
      token: outcome.token.index,
      clause: clauseAround(syntax, outcome.token, [of, words, ...(quantity ? [quantity] : [])]),
      quantity: victim.quantity,
      of,
      group: group.group,
      polarity: isNone ? 'denied' : standing.polarity,
      realis: standing.realis,
      cumulative: since !== null,
      background: older !== null,
      sameAs: null,
      one: false,
      rule: outcome.rule,
      reasons
    }
  }

  /** "Lost nobody", "nine of its men", "none of our men": those of the force that speaks; of no known force they are fighters. */
  function ownFighters(syntax: Syntax, {rule}: OutcomeMatch, of: Span, sentence: Sentence): Group | null {
    const isLost = rule.startsWith('outcome-words/lose-')
    const men = [...syntax.within(of), ...(isNone(syntax, of) ? syntax.tokensOf(sentence) : [])].find(
      ({lemma, index}) =>
        people.isOwnMan(lemma) &&
        syntax.tokens.slice(Math.max(0, index - 2), index).some(({lower}) => possessives.has(lower))
    )
    if (!isLost && !men) return null
    const word = men ?? null
    const subjects = syntax
      .tokensOf(sentence)
      .filter(({relation, from}) => relation.startsWith('nsubj') && from < of.from)
    const forces = subjects
      .map(noun => groupOf(syntax, noun, noun))
      .find(({group}) => group === 'security-forces')
    return {
      group: forces?.group ?? 'militants',
      rule: 'own-fighters',
      word: word ? {from: word.from, to: word.to} : {from: of.from, to: of.to}
    }
  }

  /** "27 of them civilians", "the rest from the security forces": the outcome is the total's. */
  function parts(
    text: string,
    syntax: Syntax,
    quantities: readonly Quantity[],
    totals: readonly CasualtyMention[],
    taken: Taken
  ): CasualtyMention[] {
    return quantities.flatMap((quantity, index) => {
      if (quantity.partOf === null || taken.has(index)) return []
      const whole = totals.find(other => other.quantity === quantity.partOf)
      if (!whole) return []
      // "We received 52 wounded. Most of the dead were civilians, among them three children": those are of the dead.
      const {sentence} = syntax.tokens[quantity.head]!
      const nearer = totals.findLast(
        other =>
          other.quantity === null &&
          other.token < quantity.head &&
          syntax.tokens[other.token]!.sentence === sentence
      )
      const total = nearer && syntax.tokens[whole.token]!.sentence !== sentence ? nearer : whole
      const predicate = whatTheyAre(syntax, quantity)
      const group = groupOf(
        syntax,
        predicate ? {from: quantity.from, to: predicate.to} : quantity.of,
        predicate
      )
      const of = predicate
        ? {from: quantity.from, to: Math.max(quantity.of.to, nounPhrase(syntax, predicate).to)}
        : quantity.of
      const words = group.word ? [quote(text, group.word)] : []
      return [
        {
          ...total,
          clause: clauseAround(syntax, syntax.tokens[quantity.head]!, [of]),
          quantity: index,
          of,
          // "13 officers were hurt, two of them badly": the two are officers.
          group: group.word ? group.group : total.group,
          polarity: quantity.max === 0 ? 'denied' : total.polarity,
          rule: 'part-of-total',
          reasons: [
            {value: 'casualties.outcome', rule: 'part-of-total', words: [quote(text, total.trigger)]},
            {value: 'casualties.group', rule: group.rule, words},
            {
              value: 'casualties.count',
              rule: quantity.inferred ? 'rest-of-total' : 'quantities',
              words: [quote(text, quantity)]
            }
          ]
        }
      ]
    })
  }
}

/** "none of them": whoever was told of before in the sentence. */
function isNone(syntax: Syntax, of: Span): boolean {
  const [first] = syntax.within(of)
  return first?.lower === 'none'
}

/** "Six of the wounded died in hospital": they are dead, and no wounded besides. */
function withoutThoseWhoDied(found: CasualtyMention[]): void {
  const dead = new Set(found.flatMap(({outcome, quantity}) => (outcome === 'killed' ? [quantity] : [])))
  for (let i = found.length - 1; i >= 0; i--) {
    const {outcome, quantity} = found[i]!
    if (outcome === 'injured' && quantity !== null && dead.has(quantity)) found.splice(i, 1)
  }
}

/** "no gunshot wounds", "none of those hurt had been shot", "no bodies were found": nobody was hurt or found that way; how many were hurt is another matter. */
function saysOnlyHow(syntax: Syntax, {token, part}: OutcomeMatch, quantity: Quantity | null): boolean {
  if (quantity?.max !== 0) return false
  // "No bodies were found" leaves open who died.
  if (/^(?:body|corpse)$/.test(token.lemma)) return true
  // "Not one of them died of a bullet"
  if (token.lemma === 'die' && obliques(syntax, token, ['of', 'from']).length > 0) return true
  if (part === 'noun' && syntax.child(token, 'compound', 'amod') !== undefined) return true
  return syntax.tokens[token.index - 1]?.lower === 'those'
}

/** "Three of the injured are officers", "four of the dead were soldiers": the noun that says who they are. */
function saidToBe(syntax: Syntax, quantity: Quantity): Token | null {
  const number = syntax.within(quantity).at(-1)
  const noun = number?.relation.startsWith('nsubj') ? syntax.head(number) : undefined
  return noun && ['NOUN', 'PROPN'].includes(noun.upos) && syntax.child(noun, 'cop') ? noun : null
}

/** "27 were civilians", "the others from the army", "everyone else belonged to the police". */
function whatTheyAre(syntax: Syntax, quantity: Quantity): Token | null {
  const number = syntax.tokens[quantity.head]!
  const head = syntax.head(number)
  const isNoun = (token: Token | undefined): token is Token =>
    token !== undefined && ['NOUN', 'PROPN', 'ADJ'].includes(token.upos)
  if (number.relation.startsWith('nsubj') && isNoun(head)) return head
  const last = syntax.sentenceOf(number).end
  const following = syntax.tokens.slice(number.index + 1, Math.min(number.index + 9, last))
  const stop = following.findIndex(token => [';', '.', ','].includes(token.text) || token.upos === 'CCONJ')
  const nouns = following
    .slice(0, stop < 0 ? undefined : stop)
    .filter(token => token.upos === 'NOUN' || token.upos === 'PROPN')
  return nouns.at(-1) ?? (isNoun(number) ? number : null)
}
