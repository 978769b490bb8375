/** Other incidents that its reports, or people, tie this one to. */
import {useQueries} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import type {IncidentTie, LinkedIncident} from '../../../../src/model/assessment.ts'
import {incidentQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'

/** A round-up may tie one to dozens; the rest stand in what `show` prints. */
const most = 6

export function Relations({incident}: {readonly incident: LinkedIncident}) {
  const {t, label, shortDay} = useWords()
  const ties = incident.relations.slice(0, 3 * most)
  const found = useQueries({queries: ties.map(({to}) => ({...incidentQuery(to), retry: false}))})
  const seen = new Map<string, {readonly tie: IncidentTie; readonly other: LinkedIncident}>()
  for (const [i, tie] of ties.entries()) {
    const other = found[i]?.data?.value as LinkedIncident | undefined
    if (other && other.id !== incident.id) seen.set(`${tie.kind} ${other.id}`, {tie, other})
  }
  if (seen.size === 0) return null
  return (
    <ul className="flex flex-wrap gap-x-3 text-small text-ink-2">
      {[...seen.values()].slice(0, most).map(({tie, other}) => (
        <li key={`${tie.kind} ${other.id}`}>
          {t(`relation.${tie.kind}`)}{' '}
          <Link to="/incidents/$id" params={{id: other.id}} search={{}}>
            {label('type', other.type)}
            {other.place && (
              <>
                {' · '}
                <Bidi>{other.place.name}</Bidi>
              </>
            )}
            {other.when.from.startsWith('0001') ? '' : ` · ${shortDay(other.when.from.slice(0, 10))}`}
          </Link>
          {tie.ruled && (
            <>
              {' '}
              (<Bidi>{tie.ruled.by}</Bidi>)
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
