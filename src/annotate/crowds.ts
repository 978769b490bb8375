/**
 * Finds how many people gathered: each size told of a crowd, as a range.
 *
 *     "thousands marched", "some 200 demonstrators"   2,000 or more, 200
 *     "put attendance at 50,000; police said 8,000"   two sizes, each on its own word
 *
 * People killed, hurt or held are no crowd, and police who stand by are none.
 * "500 people attended" is one only near a protest or a riot.
 */
import {eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {inLanguages} from '../languages/readers.ts'
import type {CrowdMention, Quantity, Reason} from '../model/layers.ts'
import {quote} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {groupFinder} from './casualty-groups.ts'
import {clauseAround} from './clause-around.ts'
import {peopleWords} from './people-words.ts'
import {realisFinder} from './realis.ts'
import {newStanding, reasonsOf} from './standing.ts'

const unrest = new Set(['protest', 'riot', 'crowd-control'])
/** How far from a protest or riot people who come are its crowd, in sentences. */
const near = 3
/** Fewer people than this are a crowd only where they march, strike or sit. */
const fewest = 10

const armed = new Set(['security-forces', 'militants'])
const doing = new Set(['nsubj', 'obl:agent', 'nummod'])

export const crowds = ({codebook}: Knowledge) => {
  const groupOf = groupFinder(codebook)
  const {isHarm} = peopleWords(codebook)
  const realisOf = realisFinder(codebook)
  const withLanguages = inLanguages(codebook, 'crowds')
  const families = new Map(eventTypes(codebook).map(({id, family}) => [id, family]))

  return stage({
    name: 'crowds',
    needs: ['passages', 'syntax', 'times', 'quantities', 'events', 'casualties'],
    adds: ['crowds'],
    run(report) {
      const {text, syntax, quantities, events, casualties} = report
      const taken = new Set(casualties.map(({quantity}) => quantity))
      const unquiet = new Set(
        events
          .filter(({type}) => unrest.has(families.get(type)!))
          .map(({token}) => syntax.tokens[token]!.sentence)
      )
      const isNearUnrest = (sentence: number) =>
        Array.from({length: 2 * near + 1}, (_, i) => sentence - near + i).some(at => unquiet.has(at))
      const found: CrowdMention[] = []
      for (const [index, quantity] of quantities.entries()) {
        const {crowd, head, partOf} = quantity
        const isTaken = taken.has(index) || (partOf !== null && taken.has(partOf))
        if (!crowd || isTaken || quantity.inferred || quantity.max === 0) continue
        // "killed 60 protesters" is no crowd, whatever the parser makes of it.
        const before = syntax.within(quantity)[0]!.index - 1
        if (before >= 0 && isHarm(syntax.tokens[before]!)) continue
        if (crowd.needsUnrest && !isNearUnrest(syntax.tokens[head]!.sentence)) continue
        const told = mention(text, syntax, quantity, index, crowd)
        if (isCrowd(told, quantity, crowd, syntax.tokens[crowd.token]!)) found.push(told)
      }
      return {crowds: withLanguages(report, found)}
    }
  })

  function mention(
    text: string,
    syntax: Syntax,
    quantity: Quantity,
    index: number,
    {rule, token}: NonNullable<Quantity['crowd']>
  ): CrowdMention {
    const head = syntax.tokens[quantity.head]!
    const group = groupOf(syntax, quantity.of, head)
    // "to disperse 200 marchers": they are there, whatever becomes of the dispersal.
    const top = syntax.firstConjunct(syntax.headOf(quantity.of) ?? head)
    const verb = doing.has(top.relation) ? syntax.head(top) : undefined
    const word = syntax.tokens[token]!
    // "called for a march by 900 nurses": as the march stands, so does its crowd.
    const teller = verb ?? (word.upos === 'NOUN' && token !== quantity.head ? word : null)
    const standing = teller ? realisOf(syntax, teller) : newStanding()
    const reasons: Reason[] = [
      {value: 'about', rule, words: [quote(text, word)]},
      {value: 'crowd.count', rule: 'quantities', words: [quote(text, quantity)]}
    ]
    if (group.word) reasons.push({value: 'crowd.group', rule: group.rule, words: [quote(text, group.word)]})
    reasons.push(...reasonsOf(text, standing))
    return {
      quantity: index,
      token: quantity.head,
      of: quantity.of,
      group: group.group,
      clause: clauseAround(syntax, head, [spanOf([quantity, quantity.of])!]),
      realis: standing.realis,
      polarity: standing.polarity,
      rule,
      reasons
    }
  }
}

/** One person is no crowd, nor are a few who throw stones, but few may march; police are none unless they protest themselves. */
function isCrowd(
  {group, token: own}: CrowdMention,
  {min, max}: Quantity,
  {needsUnrest, token}: NonNullable<Quantity['crowd']>,
  word: Token
): boolean {
  if ((max ?? min) < (needsUnrest || token === own ? fewest : 2)) return false
  return !armed.has(group) || /^(?:protest|march|demonstrate|strike)$/.test(word.lemma)
}
