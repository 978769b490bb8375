/**
 * The incident as UCDP GED would record it: organised violence by which somebody is killed.
 *
 *     soldiers and rebels fight, three dead         state-based (1)
 *     two militias fight                            non-state (2)
 *     a named group kills villagers                 one-sided (3), against "Civilians"
 *     soldiers fire on a peaceful crowd             one-sided; a crowd that fights back is none
 *
 * Whether a dyad passed 25 deaths in a year is unknown here. Unknown gunmen are no organised actor.
 */
import type {CodingTables} from '../codebook/codings.ts'
import type {NamedActor} from '../model/layers.ts'
import {isOnlyNear} from './acled.ts'
import type {Coded} from './codings.ts'
import {type Deaths, deathsOf} from './deaths.ts'
import {doersOf} from './marks.ts'
import {spanInDays} from './span-in-days.ts'

export function ucdpOf(
  incident: Coded,
  {ucdp, ucdpAreas, kinds}: CodingTables,
  actors: readonly NamedActor[]
) {
  const row = ucdp.codingOf(incident)
  const deaths = deathsOf(incident.claims.filter(({polarity}) => polarity === 'affirmed'))
  if (!row || !deaths || deaths.high === 0) return null
  const {sides, marks, when, place} = incident
  const byId = new Map(actors.map(actor => [actor.id, actor]))
  const kindOf = (id: string) => byId.get(id)?.kind
  const isState = (id: string) =>
    kinds.isA(kindOf(id), 'state-forces') || (kinds.isA(kindOf(id), 'government') && kindOf(id) !== 'office')
  const isArmed = (id: string) => kinds.isA(kindOf(id), 'armed-group')
  const isKnown = (id: string) =>
    isArmed(id) && (byId.get(id)!.known !== null || kindOf(id) !== 'armed-group')

  const {doers, hit} = doersOf(incident.claims, incident.types)
  const organised = (side: readonly string[]) => side.filter(id => isState(id) || isArmed(id))
  const [a, b] = [organised(sides.a), organised(sides.b)]
  const isFight = row.violence === 'sides' && a.length > 0 && b.length > 0 && !marks.has('civilians-hit')
  // Whom it was done to did not do it, where nobody is said to have.
  const attackers = organised(doers.length ? doers : [...a, ...b]).filter(
    id => doers.includes(id) || !hit.includes(id)
  )
  const isStateBased = isFight && [...a, ...b].some(isState)
  // A state's opponent may go by "rebels" alone; of two groups, and of one against civilians, each has to be known.
  if (
    isFight
      ? !isStateBased && ![a, b].every(side => side.some(isKnown))
      : !attackers.some(id => isState(id) || isKnown(id))
  )
    return null
  const name = (ids: readonly string[]) => byId.get(ids[0]!)?.name ?? null
  return {
    type_of_violence: !isFight ? 3 : isStateBased ? 1 : 2,
    side_a: name(isFight ? a : attackers),
    side_b: isFight ? name(b) : 'Civilians',
    active_year: null,
    where_prec: place && wherePrecision(place, ucdpAreas),
    event_clarity: place && place.precision !== 'country' && spanInDays(when) <= 1 ? 1 : 2,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    country: place?.country ?? null,
    adm_1: place?.admin1 ?? null,
    date_prec: datePrecision(spanInDays(when)),
    date_start: when.from.slice(0, 10),
    date_end: when.to.slice(0, 10),
    ...(isFight ? deathsBySide(deaths, a, b, isState) : deathsOfOneSided(deaths)),
    low: deaths.low,
    best: deaths.best,
    high: deaths.high
  }
}

/** Whoever dies of one-sided violence did not fight. */
function deathsOfOneSided({best}: Deaths) {
  return {deaths_a: 0, deaths_b: 0, deaths_civilians: best, deaths_unknown: 0}
}

/** The four parts add up to the best figure. */
function deathsBySide(
  {best, groups}: Deaths,
  a: readonly string[],
  b: readonly string[],
  isState: (id: string) => boolean
) {
  const forces = groups.get('security-forces') ?? 0
  const militants = groups.get('militants') ?? 0
  const ofSide = (side: readonly string[]) => (side.some(isState) ? forces : militants)
  // Two groups of one sort: whose the dead are is not told.
  const isOneSort = a.some(isState) === b.some(isState)
  const deathsA = isOneSort ? 0 : ofSide(a)
  const deathsB = isOneSort ? 0 : ofSide(b)
  const others = [...groups].filter(([group]) => group !== 'security-forces' && group !== 'militants')
  const civilians = others.reduce((sum, [, count]) => sum + count, 0)
  return {
    deaths_a: deathsA,
    deaths_b: deathsB,
    deaths_civilians: civilians,
    deaths_unknown: Math.max(0, best - deathsA - deathsB - civilians)
  }
}

function wherePrecision(place: NonNullable<Coded['place']>, areas: CodingTables['ucdpAreas']): number {
  if (place.precision === 'country') return 6
  if (place.precision === 'admin1') return 4
  if (place.precision === 'area') {
    const words = place.name.toLowerCase().split(/[^\p{L}]+/u)
    const named = areas.find(({form}) => words.includes(form))
    return named ? Number(named.where_prec) : 3
  }
  return isOnlyNear(place) ? 2 : 1
}

/** One day; two to six; a week; a month; longer. */
function datePrecision(days: number): number {
  return days <= 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5
}
