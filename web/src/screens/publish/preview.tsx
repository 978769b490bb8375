/** What the public sees: ranges with their origins, facts, every claim in its words beside what denies it. */
import type {ReactNode} from 'react'
import type {PublicClaim, PublicIncident} from '../../../../src/model/public-incident.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, InEnglish, Sentence, Words} from '../../parts/bidi.tsx'
import {ContestedMark, DenialMark} from '../../parts/claim-marks.tsx'
import {Days} from '../../parts/headline.tsx'
import {Range} from '../../parts/range.tsx'

export function Preview({view, title}: {readonly view: PublicIncident; readonly title: string}) {
  const {t, label, number, day} = useWords()
  const {type, when, place, sides, figures, facts, claims, reports, withheld} = view
  const outlets = new Map(reports.map(report => [report.id, report]))
  return (
    <section className="p-3">
      <p className="label">{title}</p>
      <h2 className="text-h3">
        {label('type', type.id)}
        {place && (
          <>
            {' · '}
            <Bidi>{place.name}</Bidi>
          </>
        )}
      </h2>
      <p className="text-ink-2">
        <Days {...when} />
        {place?.cell && (
          <>
            {' · '}
            <span className="id">
              {place.cell.lat.toFixed(2)}, {place.cell.lon.toFixed(2)}
            </span>{' '}
            {t('publish.preview.cell', {degrees: number(place.cell.degrees)})}
          </>
        )}
        {withheld > 0 && ` · ${t('publish.preview.withheld', {n: withheld})}`}
      </p>
      <p className="text-ink-2">
        {[sides.a, sides.b]
          .filter(side => side.length > 0)
          .map((side, i) => (
            <span key={side.join()}>
              {i > 0 && ' / '}
              <Bidi>{side.join(', ')}</Bidi>
            </span>
          ))}
      </p>
      <div className="grid grid-cols-2 gap-3 py-2">
        {figures.map(figure => (
          <div key={figure.outcome} className="border-t border-line-2">
            <h3 className="label">{label('outcome', figure.outcome)}</h3>
            <p>
              <b className="text-h2 font-semibold">
                <Range {...figure} />
              </b>{' '}
              {figure.contested && <ContestedMark word />}
            </p>
            <p className="text-small text-ink-2">
              {figure.low !== null && t('publish.preview.origins', {n: figure.origins})}
              {figure.grades.map(({scale, value}) => (
                <span key={scale}>
                  {' · '}
                  <InEnglish>{scale}</InEnglish> <Sentence>{value}</Sentence>
                </span>
              ))}
            </p>
          </div>
        ))}
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        {facts
          .filter(({values}) => values.length > 0)
          .map(({fact, values, contested}) => (
            <div key={fact} className="contents">
              <dt className="text-ink-3">{label('fact', fact)}</dt>
              <dd>
                <Bidi>{values.map(({value}) => (fact === 'when' ? day(value) : value)).join(' / ')}</Bidi>{' '}
                {contested && <ContestedMark />}
              </dd>
            </div>
          ))}
      </dl>
      <h3 className="label pt-3">{t('publish.preview.claims')}</h3>
      <ol>
        {claims.map(claim => (
          <li key={claim.id} className="border-t border-line py-1.5">
            <Quoted claim={claim} />
            <span className="block text-small text-ink-3">
              <Bidi>{claim.speaker.name ?? '[name]'}</Bidi>
              {' · '}
              <Bidi>{outlets.get(claim.report)?.outlet ?? ''}</Bidi>{' '}
              {outlets.get(claim.report)?.publishedOn && day(outlets.get(claim.report)!.publishedOn!)}
            </span>
            {claim.because && (
              <span className="block text-small text-ink-3">
                <Sentence>{claim.because}</Sentence>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Quoted({claim}: {readonly claim: PublicClaim}): ReactNode {
  const {t} = useWords()
  const said = (
    <span className={claim.status === 'superseded' || claim.status === 'set-aside' ? 'text-ink-3' : ''}>
      <Words lang={claim.language}>{claim.words}</Words> <DenialMark {...claim} />
    </span>
  )
  return claim.graphic ? (
    <details>
      <summary>{t('publish.preview.graphic')}</summary>
      {said}
    </details>
  ) : (
    said
  )
}
