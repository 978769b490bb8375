/**
 * Credits a draft of a claim: its chain, how sure it is, whether it is denied, and with what interest it is told.
 *
 *     "Police said gunmen may have fired"              police, possible: the weakest link decides
 *     "The army denied that troops fired"              the army, denied
 *     "The army denied a part in the killing"          the outlet, affirmed: only the part is denied
 *     "denied it fired the shell that killed two"      the outlet, affirmed: presupposed
 *     "The army did not say whether troops fired"      the army, unstated
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isInRelativeClause} from '../languages/en/clauses.ts'
import {type IsoDate, isIsoDate} from '../model/date.ts'
import type {Annotated, ExplainedClaim} from '../model/layers.ts'
import {quote} from '../model/span.ts'
import {chainOf, weaker} from './chain.ts'
import {type Draft, quotes} from './draft.ts'
import {framesOver} from './frames-over.ts'
import {hedgeFinder} from './hedges.ts'
import {interestFinder, type sidesOf} from './interest.ts'
import {responsibilityFinder} from './statements.ts'

/** `id`: of the claim; `sides`: who is on which side in the report. */
type Creditor = (
  report: Annotated<'header' | 'passages' | 'syntax' | 'actors' | 'speech'>,
  draft: Draft,
  id: string,
  sides: ReturnType<typeof sidesOf>
) => ExplainedClaim

export function creditor(codebook: Codebook): Creditor {
  const hedges = hedgeFinder(codebook)
  const interestOf = interestFinder(codebook)
  const leaves = responsibilityFinder(codebook)

  return (report, draft, id, sides) => {
    const {text, syntax, passages, header, speech, actors} = report
    const {claim} = draft
    const passage = passages[syntax.sentenceOf(draft.token).passage]!
    const weakening = hedges.over(syntax, draft.telling ?? draft.token)
    const beside = hedges.beside(syntax, draft.telling ?? draft.token)
    const around = framesOver(syntax, speech, syntax.sentenceOf(draft.token))
    // Who denies a part in a killing says nothing of the killing; nor does who denies firing the shell that killed.
    const isPresupposed =
      leaves(syntax, draft.token) || isInRelativeClause(syntax, draft.telling ?? draft.token)
    const frames = isPresupposed
      ? around.filter(({polarity}) => polarity !== 'denied' || claim.about === 'denial')
      : around
    const chain = chainOf(text, draft.at, {header, passage, frames, actors, hedges: weakening})
    const origin = chain.links.at(-1)!
    const ofSpeech = chain.frames.map(frame => hedges.ofSpeech(syntax, frame))
    const isDenied = chain.frames.some(({polarity}, i) => polarity === 'denied' && ofSpeech[i]!.length === 0)
    const doubts = ofSpeech.flat()
    const spoken = chain.frames.flatMap(frame => [frame.cue, ...(frame.source ? [frame.source] : [])])
    return {
      claim: {
        id,
        ...claim,
        about: isDenied && claim.about === 'event' ? 'denial' : claim.about,
        refersTo: null,
        evidence: quotes(text, [
          ...claim.evidence,
          ...spoken,
          ...[...weakening, ...doubts].map(({word}) => word)
        ]),
        attribution: [...chain.links],
        interest: interestOf(origin, sides, actors, dayOf(claim, header.publishedOn)),
        certainty:
          claim.polarity === 'unconfirmed'
            ? 'unstated'
            : doubts.reduce((sure, doubt) => weaker(sure, doubt.certainty), chain.certainty),
        polarity: isDenied && claim.polarity === 'affirmed' ? 'denied' : claim.polarity,
        hedges: [
          ...(draft.hedges ?? []),
          ...new Set(
            [...weakening, ...doubts, ...beside].map(({word, isHabit}) => (isHabit ? 'habitual' : word.text))
          )
        ]
      },
      reasons: [
        ...draft.reasons,
        ...chain.reasons,
        ...doubts.map(({rule, word}) => ({value: 'certainty', rule, words: [quote(text, word)]}))
      ]
    }
  }
}

/** The day that a tie must hold on: that of the happening, else of publication. */
function dayOf({event}: Draft['claim'], publishedOn: IsoDate | null): IsoDate | null {
  const day = event?.when?.from.slice(0, 10)
  return day && isIsoDate(day) ? day : publishedOn
}
