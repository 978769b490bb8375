/**
 * Why a claim states no figure of the incident; null where it does.
 *
 *     "34 since the coup"                                     a total over a longer time
 *     "Dozens hurt", over "125 were hurt, the ministry said"  the headline over what the ministry says
 *     "The two dead were a driver and a guard"                of those whom the mayor counts
 */
import type {ReportedClaim} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import {contains} from '../model/span.ts'
import type {Ruled} from './ruled-claims.ts'

const rejectedBy = 'rejected by a person: '
const unconfirmed = 'nobody stands by it: it is only said to be unconfirmed'

/** Whether what is set aside is a figure of the incident all the same, which did not hold; the others count something else. */
export function didNotHold(why: string): boolean {
  return why.startsWith(rejectedBy) || why === unconfirmed
}

/** `all`: the claims of the same outcome in the report. */
export function whyAside(
  claim: ReportedClaim,
  all: readonly ReportedClaim[],
  report: CodedReport,
  {rejected, accepted, preferred}: Ruled
): string | null {
  const reason = rejected.get(claim.key)
  if (reason !== undefined) return `${rejectedBy}${reason}`
  const {count} = claim.casualties!
  if (!count) return 'it gives no number'
  if (accepted.has(claim.key) || preferred.has(claim.key)) return null
  if (claim.hedges.includes('cumulative')) return 'a total over a longer time, not of this incident'
  if (claim.hedges.includes('background')) return 'an older happening that the report refers to'
  if (claim.realis !== 'happened') return `told as ${claim.realis}`
  if (claim.polarity === 'denied' && count.min > 0) return 'the figure is denied, not given'
  if (claim.polarity === 'unconfirmed') return unconfirmed
  return toldByAnother(claim, all, report)
}

/** What the outlet says itself, in the headline or the text, where somebody it credits says the same or more exactly. */
function toldByAnother(
  claim: ReportedClaim,
  all: readonly ReportedClaim[],
  {passages}: CodedReport
): string | null {
  const isOwnVoice = claim.attribution.every(({kind}) => kind === 'outlet' || kind === 'agency')
  if (!isOwnVoice) return null
  // "The two dead were a driver and a guard": of those whom the mayor counted.
  const before = all.find(({id}) => id === claim.casualties!.sameAs)
  const least = before?.casualties?.count?.min ?? -1
  if (before && before.quote.from <= claim.quote.from && least >= claim.casualties!.count!.min)
    return `of those that ${before.attribution.at(-1)!.source} counts`
  const inTitle = passages.some(({kind, ...span}) => kind === 'title' && contains(span, claim.quote))
  const {group, count} = claim.casualties!
  const speaker = all.find(
    other =>
      other !== claim &&
      other.attribution.length > claim.attribution.length &&
      other.polarity !== 'unconfirmed' &&
      other.realis === 'happened' &&
      !other.hedges.includes('cumulative') &&
      !other.hedges.includes('background') &&
      other.casualties!.count !== null &&
      (inTitle || other.casualties!.group === group) &&
      covers(other.casualties!.count!, count!)
  )
  if (!speaker) return null
  const {source} = speaker.attribution.at(-1)!
  return inTitle ? `the headline over what ${source} says` : `the outlet's words for what ${source} says`
}

interface Range {
  readonly min: number
  readonly max: number | null
}

/** Whether the second range says no more than the first: the same, or less exactly. */
function covers({min, max}: Range, own: Range): boolean {
  const top = own.max ?? Number.POSITIVE_INFINITY
  const otherTop = max ?? Number.POSITIVE_INFINITY
  return own.min === min || (own.min < min && otherTop <= top)
}
