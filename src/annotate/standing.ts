/**
 * How a happening stands: its realis and polarity, built up from the word outwards.
 *
 *     nothing above it              happened, affirmed
 *     "tried to ..."                attempted
 *     "planned to try to ..."       planned: what is only planned was not tried
 *     "foiled a plan to ..."        prevented
 *     "failed to prevent ..."       happened: the prevention is undone
 *     "did not refuse to ..."       happened, affirmed
 */
import type {Polarity, Realis} from '../model/contract.ts'
import type {Reason} from '../model/layers.ts'
import {quote, type Span} from '../model/span.ts'

/** What a word does to the happening that it governs: gives it a realis ("happened" leaves it as it is), or denies it. */
export interface Operator {
  readonly realis: Realis
  readonly polarity: Polarity
  readonly rule: string
}

export interface Standing {
  realis: Realis
  polarity: Polarity
  /** The realis comes from a modal or a purpose: any other governing word tells more ("fear that they will attack"). */
  isWeak: boolean
  readonly signs: {readonly value: 'realis' | 'polarity'; readonly rule: string; readonly word: Span}[]
}

export function newStanding(): Standing {
  return {realis: 'happened', polarity: 'affirmed', isWeak: false, signs: []}
}

const open: ReadonlySet<Realis> = new Set(['threatened', 'planned', 'ordered', 'feared', 'hypothetical'])

export function isOpen({realis}: {readonly realis: Realis}): boolean {
  return open.has(realis)
}

/** What a governing word does to what stands below it. `isWeak`: a modal or a purpose. */
export function govern(
  standing: Standing,
  {realis, polarity, rule}: Operator,
  word: Span,
  isWeak = false
): void {
  const before = standing.realis
  const takes =
    before === 'happened' ||
    (realis === 'prevented' && before !== 'prevented') ||
    (isOpen({realis}) && !isWeak && (before === 'attempted' || standing.isWeak || realis === 'hypothetical'))
  // "failed to stop them": the one prevention is undone by the other.
  if (realis === 'attempted' && before === 'prevented' && rule.startsWith('realis/fail'))
    negate(standing, rule, word)
  else if (realis !== 'happened' && takes && before !== realis) {
    standing.realis = realis
    standing.isWeak = isWeak
    standing.signs.push({value: 'realis', rule, word})
  }
  if (polarity === 'denied') negate(standing, rule, word)
}

/** "did not stop them from storming": a prevention that did not come about; else yes becomes no and no yes. Each word denies once. */
export function negate(standing: Standing, rule: string, word: Span): void {
  if (standing.signs.some(sign => sign.value === 'polarity' && sign.word.from === word.from)) return
  if (standing.realis === 'prevented') {
    standing.realis = 'happened'
    standing.signs.push({value: 'realis', rule, word})
    return
  }
  standing.polarity = standing.polarity === 'denied' ? 'affirmed' : 'denied'
  standing.signs.push({value: 'polarity', rule, word})
}

export function reasonsOf(text: string, {signs}: Standing): Reason[] {
  return signs.map(({value, rule, word}) => ({value, rule, words: [quote(text, word)]}))
}
