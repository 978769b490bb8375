/** One line of what a report claims, with its marks. */
import type {ListedClaim} from '../../../../src/model/inbox.ts'
import {useWords} from '../../app/settings.tsx'
import {ContestedMark, DenialMark} from '../../parts/claim-marks.tsx'
import {Range} from '../../parts/range.tsx'
import {isInterested, sideByKind} from '../../parts/side.ts'
import {SideMark} from '../../parts/side-mark.tsx'
import {toldClaims} from './told-claims.ts'

interface Props {
  readonly claims: readonly ListedClaim[]
  /** Outcomes in which it cannot be true beside another account. */
  readonly conflicts: ReadonlySet<string>
  readonly language: string
}

export function ClaimLine({claims, conflicts, language}: Props) {
  const {t} = useWords()
  const {shown, left} = toldClaims(claims)
  if (shown.length === 0) return <span>{t(language === 'en' ? 'inbox.noClaims' : 'inbox.notRead')}</span>
  return (
    <>
      {shown.map((claim, i) => (
        <span key={claim.id}>
          {i > 0 && <span aria-hidden="true"> · </span>}
          <Told
            claim={claim}
            isContested={claim.outcome !== null && claim.min !== null && conflicts.has(claim.outcome)}
          />
        </span>
      ))}
      {left > 0 && (
        <>
          <span aria-hidden="true"> · </span>
          {t('inbox.moreClaims', {n: left})}
        </>
      )}
    </>
  )
}

function Told({claim, isContested}: {readonly claim: ListedClaim; readonly isContested: boolean}) {
  const {t, label} = useWords()
  const {outcome, group, min, max, type, about, polarity, realis, kind, interest} = claim
  const what = outcome ? label('outcome', outcome) : type ? label('type', type) : t(`about.${about}`)
  const isOfGroup = group !== null && group !== 'people'
  return (
    <span className="whitespace-nowrap">
      {isOfGroup ? t('inbox.ofGroup', {what, group: label('group', group)}) : what}{' '}
      {outcome && min === null && polarity === 'affirmed' && realis === 'happened' && t('value.some')}
      {min !== null && (
        <b className={`text-ink-2 ${isContested ? 'font-bold text-ink' : 'font-semibold'}`}>
          <Range low={min} high={max} />
        </b>
      )}{' '}
      {isContested && <ContestedMark />} <DenialMark polarity={polarity} realis={realis} />{' '}
      {isInterested(interest) && <SideMark side={sideByKind({kind})} />}
    </span>
  )
}
