/**
 * Whether a time in the sentence dates another verb than the happening.
 *
 *     "Victims of the raid were buried on Sunday"         the burial
 *     "the toll of the blast rose to 31 on Saturday"      the count
 *     "police revised their toll to 18 killed on Monday"  the count
 *     "two were killed in a raid on Monday"               not: both are of Monday
 */
import type {Span} from '../../model/span.ts'
import type {Syntax, Token} from '../../model/syntax.ts'

/** What is told within these of a verb is not done when the verb is. */
const within = new Set(['nsubj', 'nsubj:pass', 'obj'])
const toCount = new Set(
  'raise revise lower correct update put bring rise climb reach increase count jump grow stand'.split(' ')
)
const counts = new Set('count toll tally number figure total estimate'.split(' '))

/** `event`: the word that tells the happening. */
export function isTimeOfOther(syntax: Syntax, time: Span, event: Token): boolean {
  const day = syntax.headOf(time)
  const verb = day && verbAbove(syntax, day)
  if (!verb) return false
  if (verb === event) return isCounted(syntax, event)
  let at = event
  for (let above = syntax.head(at); above && above !== verb; above = syntax.head(at)) at = above
  // The event itself may be what happens on that day: "the attack took place on Monday".
  return syntax.head(at) === verb && within.has(at.relation) && at !== event && !holds(syntax, at, day)
}

/** "Police revised their toll to 18 on Monday", "still counting its dead on Monday": the day of the count, whatever happened when. */
export function isTimeOfCount(syntax: Syntax, time: Span): boolean {
  const day = syntax.headOf(time)
  // "Counting its dead after attacks on Saturday": that day is of the attacks.
  const verb = day && syntax.head(day)
  return (
    verb?.upos === 'VERB' && (verb.lemma === 'count' || isCounting(syntax, verb) || isCounted(syntax, verb))
  )
}

function verbAbove(syntax: Syntax, token: Token): Token | undefined {
  return syntax.ancestors(token).find(({upos}) => upos === 'VERB')
}

const holds = (syntax: Syntax, top: Token, token: Token) => syntax.ancestors(token).includes(top)

/** "raised its count to 18 | killed": the tree hangs the day on the word of the count. */
function isCounted(syntax: Syntax, event: Token): boolean {
  const above = syntax.head(event)
  const isFigure = event.xpos === 'VBN' && syntax.tokens[event.index - 1]?.upos === 'NUM'
  return isFigure && above !== undefined && isCounting(syntax, above)
}

function isCounting(syntax: Syntax, verb: Token): boolean {
  return (
    toCount.has(verb.lemma) &&
    syntax.children(verb, 'obj', 'obl', 'nsubj').some(({lemma}) => counts.has(lemma))
  )
}
