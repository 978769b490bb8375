/** What one account says of one fact: in which words, through whom, and what it can and cannot stand beside. */
import {Link} from '@tanstack/react-router'
import {lazy, Suspense} from 'react'
import type {Account, FigureAccount, LinkedIncident, ReportedClaim} from '../../../../src/model/assessment.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence, Words} from '../../parts/bidi.tsx'
import {CertaintyMark, ContestedMark, DenialMark} from '../../parts/claim-marks.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {Range} from '../../parts/range.tsx'
import {ReasonPopover} from '../../parts/reason-popover.tsx'
import {isInterested, sideOf} from '../../parts/side.ts'
import {SideMark} from '../../parts/side-mark.tsx'
import {ToldWords} from '../../parts/told-words.tsx'
import type {CellProps} from './evidence-pane.tsx'
import {canStand, type Row, type Value} from './matrix.ts'
import {rowName, ValueText} from './values.tsx'

const PlaceMap = lazy(() => import('../../parts/place-map.tsx'))

export function Evidence({incident, row, account, columns, values}: CellProps) {
  const words = useWords()
  const {t} = words
  if (!row) return null
  const column = columns.find(({id}) => id === account)
  return (
    <>
      {values.length === 0 && (
        <p className="p-3 text-ink-3">
          <b className="block font-semibold text-ink">{rowName(words, row)}</b>
          {column && t('incidents.evidence.none')}
        </p>
      )}
      {values.map(value => (
        <ValueEvidence
          key={`${value.factValue} ${value.claim.key}`}
          value={value}
          row={row}
          incident={incident}
        />
      ))}
      {row.id === 'fact.where' && incident.place?.lat != null && incident.place.lon != null && (
        <Suspense>
          <PlaceMap places={[{...incident.place, lat: incident.place.lat, lon: incident.place.lon}]} />
        </Suspense>
      )}
    </>
  )
}

function ValueEvidence({
  value,
  row,
  incident
}: {
  readonly value: Value
  readonly row: Row
  readonly incident: LinkedIncident
}) {
  const words = useWords()
  const {t} = words
  const {claim, claims, isContested} = value
  const account = incident.accounts.find(({claims: keys}) => keys.includes(claim.key))
  const copies = [...new Map(claims.slice(1).map(copy => [copy.report, copy])).values()].filter(
    ({report}) => report !== claim.report
  )
  return (
    <article className="border-b border-line-2">
      <header className="border-b border-line px-3 py-2">
        <h2 className="flex items-baseline justify-between gap-2">
          <span className="font-semibold">{rowName(words, row)}</span>
          <span className="text-h2">
            <ValueText value={value} row={row} />
          </span>
        </h2>
        {account && (
          <p className="text-ink-2">
            <SideMark side={sideOf(account)} /> <Bidi>{account.origin}</Bidi>
          </p>
        )}
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
          {isContested && <ContestedMark word />}
          {account && isInterested(account.interest) && (
            <Interested account={account} claim={claim} incident={incident} />
          )}
          <CertaintyMark certainty={claim.certainty} word />
          {claim.polarity === 'affirmed' && claim.realis === 'happened' ? (
            <span>{t('polarity.affirmed')}</span>
          ) : (
            <DenialMark polarity={claim.polarity} realis={claim.realis} />
          )}
          {claim.hedges.length > 0 && (
            <span>
              {t('incidents.evidence.hedges')} <Words>{claim.hedges.join(', ')}</Words>
            </span>
          )}
        </p>
      </header>
      <Told claim={claim} incident={incident} />
      {copies.length > 0 && (
        <section className="border-t border-line px-3 py-2">
          <h3 className="label">{t('incidents.evidence.same', {n: copies.length})}</h3>
          <ul>
            {copies.map(copy => (
              <Copy key={copy.key} claim={copy} incident={incident} />
            ))}
          </ul>
        </section>
      )}
      <Against claim={claim} row={row} incident={incident} />
    </article>
  )
}

/** That the speaker has an interest, and on asking how its figures count for it. */
function Interested({
  account,
  claim,
  incident
}: {
  readonly account: Account
  readonly claim: ReportedClaim
  readonly incident: LinkedIncident
}) {
  const {t} = useWords()
  const word = t(`interest.${account.interest}`)
  const because = Object.values(incident.assessments.dateline ?? {})
    .flatMap(({accounts, byGroup}) => [
      ...accounts,
      ...Object.values(byGroup).flatMap(group => group.accounts)
    ])
    .find(({claims}) => claims.includes(claim.key))?.because
  return because ? (
    <ReasonPopover label={word} reason={<Sentence>{because}</Sentence>}>
      {word}
    </ReasonPopover>
  ) : (
    <span>{word}</span>
  )
}

function Told({claim, incident}: {readonly claim: ReportedClaim; readonly incident: LinkedIncident}) {
  const {t} = useWords()
  const source = incident.reports.find(({id}) => id === claim.report)
  return (
    <ToldWords claim={claim} publishedOn={source?.publishedOn} language={source?.language}>
      <Link to="/reports/$id" params={{id: claim.report}} search={{claim: claim.id, incident: incident.id}}>
        {t('incidents.evidence.open')} <Keycap shows={screenKeys.incidents.read} />
      </Link>
    </ToldWords>
  )
}

function Copy({claim, incident}: {readonly claim: ReportedClaim; readonly incident: LinkedIncident}) {
  const {shortDay} = useWords()
  const source = incident.reports.find(({id}) => id === claim.report)
  return (
    <li className="border-t border-line py-1 text-small first:border-0">
      <span className="flex justify-between gap-2">
        <Link to="/reports/$id" params={{id: claim.report}} search={{claim: claim.id, incident: incident.id}}>
          <Bidi>{source?.outlet ?? claim.report}</Bidi>
        </Link>
        <span className="text-ink-3">{source?.publishedOn ? shortDay(source.publishedOn) : ''}</span>
      </span>
      <span className="words outside line-clamp-3 text-ui" dir="auto" lang={source?.language}>
        {claim.quote.text}
      </span>
    </li>
  )
}

/** What the figure can and cannot be true together with. */
function Against({
  claim,
  row,
  incident
}: {
  readonly claim: ReportedClaim
  readonly row: Row
  readonly incident: LinkedIncident
}) {
  const {t} = useWords()
  const figure =
    row.kind === 'group'
      ? incident.assessments.dateline?.[row.outcome ?? '']?.byGroup[row.name]
      : incident.assessments.dateline?.[row.name]
  const own = figure?.accounts.find(({claims}) => claims.includes(claim.key))
  if (!figure || !own) return null
  const others = figure.accounts.filter(other => other.account !== own.account && other.status === 'latest')
  const [can, cannot] = [
    others.filter(other => canStand(own, other)),
    others.filter(other => !canStand(own, other))
  ]
  if (others.length === 0) return null
  return (
    <section className="border-t border-line px-3 py-2">
      <h3 className="label">{t('incidents.evidence.against')}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-small">
        {cannot.length > 0 && <dt className="text-ink-3">{t('incidents.evidence.cannotStand')}</dt>}
        {cannot.length > 0 && <Accounts of={cannot} />}
        {can.length > 0 && <dt className="text-ink-3">{t('incidents.evidence.canStand')}</dt>}
        {can.length > 0 && <Accounts of={can} />}
      </dl>
    </section>
  )
}

function Accounts({of}: {readonly of: readonly FigureAccount[]}) {
  return (
    <dd>
      {of.map(({account, origin, min, max}) => (
        <span key={`${account} ${min}`} className="me-3 inline-block">
          <Bidi>{origin}</Bidi>{' '}
          <b className="font-semibold">
            <Range low={min} high={max} />
          </b>
        </span>
      ))}
    </dd>
  )
}
