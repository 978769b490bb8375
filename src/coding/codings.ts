/**
 * The incident as other codebooks would record it, by the tables of `codebook/codings/`.
 *
 * Column names are those of the datasets; `null` where a codebook would not
 * record the incident. These are codings of one report; what holds over many is reconcile's.
 */
import type {ActorKinds} from '../codebook/actor-kinds.ts'
import {type CodingTables, firstFitting, type Marks} from '../codebook/codings.ts'
import type {EventType} from '../codebook/event-types.ts'
import type {Claim, Incident} from '../model/contract.ts'
import type {When} from '../model/date.ts'
import type {LocatedPlace, NamedActor} from '../model/layers.ts'
import type {Sides} from './sides.ts'

export interface Coded {
  readonly type: Pick<EventType, 'id' | 'broader'>
  readonly when: When
  readonly place: LocatedPlace | null
  readonly sides: Sides
  readonly marks: Marks
  readonly claims: readonly Claim[]
}

export function codingsOf(
  incident: Coded,
  tables: CodingTables,
  actors: readonly NamedActor[]
): Incident['codings'] {
  const plover = firstFitting(tables.plover, incident.type, incident.marks)
  const muc4 = firstFitting(tables.muc4, incident.type, incident.marks)
  return {
    acled: acled(incident, tables, actors),
    ucdp: ucdp(incident, tables.kinds, actors),
    plover: plover && {
      event: plover.event_type,
      mode: plover.mode || null,
      date: incident.when.from.slice(0, 10)
    },
    cameo: plover && {root: plover.cameo.slice(0, 2), code: plover.cameo},
    muc4: muc4 && {incident_type: muc4.incident_type}
  }
}

function acled(
  {type, when, place, sides, marks, claims}: Coded,
  tables: CodingTables,
  actors: readonly NamedActor[]
) {
  const row = firstFitting(tables.acled, type, marks)
  if (!row) return null
  const byId = new Map(actors.map(actor => [actor.id, actor]))
  /** The weightiest class of a side; one class gives way to another where the crowd is violent or forces are abroad. */
  const classOf = (ids: readonly string[]) => {
    const codes = ids.flatMap(id => {
      const actor = byId.get(id)
      const code = tables.kinds.interOf(actor?.kind)
      if (!actor || !code) return []
      const isAbroad = actor.country !== null && place?.country != null && actor.country !== place.country
      const holds = (when: string) => (when === 'abroad' ? isAbroad : marks.has(when))
      const instead = tables.acledActors.find(row => row['instead-of'] === code && holds(row.when))
      return [instead?.code ?? code]
    })
    const [first] = codes.sort((a, b) => Number(a) - Number(b))
    return tables.acledActors.find(({code}) => code === first) ?? null
  }
  const [one, other] = [classOf(sides.a), classOf(sides.b)]
  const pair = [one, other].filter(side => side !== null).sort((a, b) => Number(a.code) - Number(b.code))
  const interaction =
    pair.length === 2 ? `${pair[0]!.name}-${pair[1]!.name}` : pair[0] ? `${pair[0].name} only` : null
  const name = (ids: readonly string[]) => (ids[0] ? (byId.get(ids[0])?.name ?? null) : null)
  return {
    event_date: when.from.slice(0, 10),
    time_precision:
      when.precision === 'day' || when.precision === 'instant' ? 1 : when.precision === 'week' ? 2 : 3,
    disorder_type: row.disorder_type,
    event_type: row.event_type,
    sub_event_type: row.sub_event_type,
    actor1: name(sides.a),
    inter1: one?.name ?? null,
    actor2: name(sides.b),
    inter2: other?.name ?? null,
    interaction,
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
    location: place?.name ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geo_precision: place && {site: 1, town: 1, area: 2, admin1: 3, country: null}[place.precision],
    fatalities: lowestDeaths(claims)
  }
}

const interested = new Set(['party', 'allied'])

/** ACLED's lowest figure: a lone interested, unconfirmed claim does not count; nothing said is 0. */
function lowestDeaths(claims: readonly Claim[]): number {
  const stated = claims.flatMap(({casualties, interest, realis, polarity, hedges}) => {
    if (
      casualties?.outcome !== 'killed' ||
      !casualties.count ||
      realis !== 'happened' ||
      hedges.includes('cumulative') ||
      hedges.includes('background')
    )
      return []
    return interested.has(interest) && polarity !== 'denied' ? [] : [casualties.count.min]
  })
  return stated.length ? Math.min(...stated) : 0
}

/** UCDP GED records organised violence with a death; whether the dyad passed 25 a year is unknown to us. */
function ucdp({when, place, sides, claims}: Coded, kinds: ActorKinds, actors: readonly NamedActor[]) {
  const byId = new Map(actors.map(actor => [actor.id, actor]))
  const organised = (id: string) =>
    ['government', 'organised-group'].includes(kinds.sideOf(byId.get(id)?.kind))
  const deaths = claims.filter(
    ({casualties, polarity, realis, hedges}) =>
      casualties?.outcome === 'killed' &&
      polarity === 'affirmed' &&
      realis === 'happened' &&
      !hedges.includes('cumulative') &&
      !hedges.includes('background')
  )
  const counts = deaths.flatMap(({casualties}) => (casualties!.count ? [casualties!.count] : []))
  if (counts.length === 0 || ![...sides.a, ...sides.b].some(organised)) return null
  const state = (ids: readonly string[]) => ids.some(id => kinds.isA(byId.get(id)?.kind, 'state-forces'))
  const civilianTarget = !sides.b.some(organised)
  const name = (ids: readonly string[]) => (ids[0] ? (byId.get(ids[0])?.name ?? null) : null)
  return {
    type_of_violence: civilianTarget ? 3 : state(sides.a) || state(sides.b) ? 1 : 2,
    side_a: name(sides.a),
    side_b: civilianTarget ? 'Civilians' : name(sides.b),
    active_year: null,
    where_prec: place && {site: 1, town: 1, area: 2, admin1: 4, country: 6}[place.precision],
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    country: place?.country ?? null,
    date_prec: {instant: 1, day: 1, week: 3, month: 4, year: 5}[when.precision],
    date_start: when.from.slice(0, 10),
    date_end: when.to.slice(0, 10),
    low: Math.min(...counts.map(({min}) => min)),
    best: counts[0]!.min,
    high: Math.max(...counts.map(({min, max}) => max ?? min))
  }
}
