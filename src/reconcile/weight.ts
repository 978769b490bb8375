/**
 * How a figure weighs by who gives it (RECONCILE, "Who is a party").
 *
 *     the army on the fighters it killed              interested: the other side's losses
 *     the army on the soldiers it lost                an admission
 *     police on protesters killed in a clash with it  an admission
 *     police on how many it arrested                  interested: its own work
 *     "nobody was killed", by a side                  interested: its own innocence
 *     the health ministry on all the wounded          free: allied, but of no side's guilt or losses
 *
 * `interested` never sets the chosen value alone; an admission does.
 */
import type {FigureAccount} from '../model/assessment.ts'
import type {Claim, Interest} from '../model/contract.ts'
import type {Arms} from './scales.ts'
import type {Scene} from './scene.ts'

export interface Weight {
  readonly weight: FigureAccount['weight']
  readonly because: string | null
  /** The speaker is of the side that did the deed. */
  readonly byDoer: boolean
}

/** A side's own work, of which it speaks well. */
const works = new Set(['arrested', 'released'])

/** `interest`: of the account, `arms`: of the group counted. */
export function weightOf(claim: Claim, interest: Interest, arms: Arms, scene: Scene): Weight {
  if (interest !== 'party' && interest !== 'allied') return {weight: 'free', because: null, byDoer: false}
  const {outcome, count} = claim.casualties!
  const [speaker, victims] = [scene.speakerOf(claim), scene.victimsOf(claim)]
  const byDoer = speaker !== null && speaker === scene.doer
  const interested = (because: string): Weight => ({weight: 'interested', because, byDoer})
  const admission = (because: string): Weight => ({weight: 'admission', because, byDoer})
  const isArmed = arms === 'state' || arms === 'other'
  if (count?.max === 0) return interested('a side says that nobody was')
  if (works.has(outcome) && speaker !== null && speaker !== victims)
    return interested('a side tells of its own work')
  if (speaker !== null && victims !== null) {
    if (speaker === victims)
      return isArmed
        ? admission('a side tells its own losses')
        : interested('a side tells what was done to its own')
    return isArmed
      ? interested("a side tells the other side's losses")
      : admission('a side tells of people on the other side who bear no arms')
  }
  if (byDoer) return admission('the side that did it says so')
  if (speaker !== null && scene.doer !== null) return interested("a side tells of the other side's deed")
  return interest === 'party'
    ? interested('a side speaks')
    : {weight: 'free', because: 'allied, but neither of guilt nor of losses of a side', byDoer}
}
