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
  readonly signs: {readonly value: 'realis' | 'polarity'; readonly rule: string; readonly word: Span}[]
}

export function newStanding(): Standing {
  return {realis: 'happened', polarity: 'affirmed', signs: []}
}

const open: ReadonlySet<Realis> = new Set(['threatened', 'planned', 'ordered', 'feared', 'hypothetical'])

export function isOpen({realis}: {readonly realis: Realis}): boolean {
  return open.has(realis)
}

/** What a governing word does to what stands below it. */
export function govern(standing: Standing, {realis, polarity, rule}: Operator, word: Span): void {
  const before = standing.realis
  if (realis === 'attempted' && before === 'prevented' && rule.startsWith('realis/fail')) {
    negate(standing, rule, word)
    return
  }
  const takes =
    before === 'happened' ||
    (realis === 'prevented' && (before === 'attempted' || open.has(before))) ||
    (before === 'attempted' && open.has(realis) && !rule.startsWith('realis/purpose')) ||
    (realis === 'hypothetical' && open.has(before))
  if (realis !== 'happened' && takes) {
    standing.realis = realis
    standing.signs.push({value: 'realis', rule, word})
  }
  if (polarity === 'denied') negate(standing, rule, word)
}

/** "did not stop them from storming": a prevention that did not come about; else yes becomes no and no yes. */
export function negate(standing: Standing, rule: string, word: Span): void {
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
