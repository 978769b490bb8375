/** One incident: what, where, when, who; what holds; who says what. */
import {lazy, Suspense} from 'react'
import type {Figure, LinkedIncident} from '../../src/model/assessment.ts'
import type {Evidence} from './app.tsx'
import {ClaimMatrix} from './claim-matrix.tsx'
import {label, range} from './words.ts'

const PlaceMap = lazy(() => import('./place-map.tsx'))

interface Props {
  readonly incident: LinkedIncident
  readonly evidence: Evidence
  readonly onEvidence: (evidence: Evidence) => void
}

export function IncidentView({incident, evidence, onEvidence}: Props) {
  const {when, place, sides, unverified = [], assessments, history, reports} = incident
  return (
    <main className="work">
      <header className="facts">
        <div>
          <h2>{incident.headline}</h2>
          <dl>
            <dt>When</dt>
            <dd className={when.known}>{when.from === when.to ? when.from : `${when.from} to ${when.to}`}</dd>
            <dt>Where</dt>
            <dd>
              <bdi>
                {place
                  ? `${place.name}${place.country ? `, ${place.country}` : ''} (${place.precision})`
                  : 'no place named'}
              </bdi>
            </dd>
            <dt>Who</dt>
            <dd>
              <bdi>{sideInWords(sides.a, unverified)}</bdi> against{' '}
              <bdi>{sideInWords(sides.b, unverified)}</bdi>
            </dd>
            <dt>Tactics</dt>
            <dd>{incident.tactics.map(label).join(', ')}</dd>
          </dl>
        </div>
        {place && place.lat !== null && place.lon !== null && (
          <Suspense fallback={<div className="map" />}>
            <PlaceMap name={place.name} lat={place.lat} lon={place.lon} precision={place.precision} />
          </Suspense>
        )}
      </header>
      <section aria-labelledby="holds">
        <h3 id="holds">
          What holds <span className="quiet">by the rule “dateline”</span>
        </h3>
        <Holds figures={assessments.dateline ?? {}} />
      </section>
      <section aria-labelledby="matrix">
        <h3 id="matrix">
          Who says what{' '}
          <span className="quiet">
            {incident.accounts.length} accounts in {reports.length} reports
          </span>
        </h3>
        <ClaimMatrix incident={incident} evidence={evidence} onEvidence={onEvidence} />
      </section>
      {history.length > 0 && (
        <section aria-labelledby="moved">
          <h3 id="moved">How it moved</h3>
          <ol className="history">
            {history.map(({report, change}) => {
              const source = reports.find(({id}) => id === report)
              return (
                <li key={report}>
                  <button type="button" onClick={() => onEvidence({report, claim: null})}>
                    {source?.publishedOn} <bdi>{source?.outlet}</bdi>
                  </button>{' '}
                  {change}
                </li>
              )
            })}
          </ol>
        </section>
      )}
    </main>
  )
}

function Holds({figures}: {figures: Readonly<Record<string, Figure>>}) {
  const rows = Object.entries(figures).filter(([, {low}]) => low !== null)
  if (rows.length === 0) return <p className="quiet">No account gives a number; missing is not 0.</p>
  return (
    <ul className="holds">
      {rows.map(([outcome, figure]) => (
        <li key={outcome}>
          <span className="outcome">{label(outcome)}</span>
          <span className={figure.contested ? 'number contested' : 'number'}>
            {range(figure.low, figure.high, figure.open)}
          </span>
          <span>
            {figure.best === null ? 'no single figure holds' : `best ${figure.best}`} ·{' '}
            {figure.contested
              ? 'contested'
              : figure.unconfirmed
                ? 'one account only, unconfirmed'
                : 'accounts agree'}
            {figure.setAside.length > 0 && (
              <details>
                <summary>{figure.setAside.length} set aside</summary>
                <ul>
                  {figure.setAside.map(({claim, why}) => (
                    <li key={claim}>{why}</li>
                  ))}
                </ul>
              </details>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The names of a side; those whose entry in the registry nobody has checked say so. */
function sideInWords(names: readonly string[], unverified: readonly string[]): string {
  return names.map(name => (unverified.includes(name) ? `${name} (unverified)` : name)).join(', ') || '—'
}
