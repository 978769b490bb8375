/** The incidents of the store, newest first, each with its contested figures. */
import type {ListedIncident} from '../../src/model/listing.ts'
import {label, range} from './words.ts'

export function IncidentList({
  incidents,
  chosen,
  onChoose
}: {
  incidents: readonly ListedIncident[]
  chosen: string
  onChoose: (id: string) => void
}) {
  return (
    <nav className="list" aria-label="Incidents">
      <h1>Dateline</h1>
      <p className="quiet">
        {incidents.length} of {incidents.length} incidents · <kbd>j</kbd> <kbd>k</kbd>
      </p>
      <ul>
        {incidents.map(incident => (
          <li key={incident.id}>
            <button type="button" aria-current={incident.id === chosen} onClick={() => onChoose(incident.id)}>
              <strong>
                <bdi>{label(incident.type)}</bdi>
              </strong>{' '}
              <bdi>{incident.place?.name ?? 'no place named'}</bdi>
              <span className="quiet">
                {incident.when.from.slice(0, 10)} · {incident.reports} reports · {incident.accounts} accounts
              </span>
              <Figures incident={incident} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Figures({incident}: {incident: ListedIncident}) {
  const figures = Object.entries(incident.figures)
  if (figures.length === 0) return null
  return (
    <span className="figures">
      {figures.map(([outcome, {low, high, open, contested}]) => (
        <span key={outcome} className={contested ? 'contested' : undefined}>
          {outcome} <bdi>{range(low, high, open)}</bdi>
        </span>
      ))}
    </span>
  )
}
