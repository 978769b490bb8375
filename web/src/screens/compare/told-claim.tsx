/** One claim of what a report tells, as it is moved from one incident to another. */
import type {ReportedClaim} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Words} from '../../parts/bidi.tsx'
import {DenialMark} from '../../parts/claim-marks.tsx'
import {claimName} from '../../parts/claim-name.ts'
import {Range} from '../../parts/range.tsx'

export function ToldClaim({
  claim,
  language
}: {
  readonly claim: ReportedClaim
  readonly language: string | undefined
}) {
  const words = useWords()
  const {quote, attribution, casualties, crowd, damage, polarity, realis, moved} = claim
  const count = (casualties ?? crowd ?? damage)?.count
  return (
    <div className="min-w-0">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span>{claimName(words, claim)}</span>
        {count && (
          <b className="font-semibold">
            <Range low={count.min} high={count.max} />
          </b>
        )}
        <DenialMark polarity={polarity} realis={realis} />
        <span className="text-ink-3">
          <Bidi>{attribution.at(-1)!.source}</Bidi>
        </span>
        {moved && <span className="tag">{words.t('compare.tellings.movedBy', {who: moved.by})}</span>}
      </span>
      <span className="outside line-clamp-2" dir="auto">
        <Words lang={language}>{quote.text}</Words>
      </span>
    </div>
  )
}
