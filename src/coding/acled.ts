/**
 * The incident as a row of ACLED (columns of the export since 2024), by `codebook/codings/acled.csv` and `acled-actors.csv`.
 *
 * The order of the actors says nothing, but in violence against civilians, where the first is who did it.
 */

import type {CodingTables} from '../codebook/codings.ts'
import type {Claim, SourceKind} from '../model/contract.ts'
import type {NamedActor} from '../model/layers.ts'
import type {Coded} from './codings.ts'
import {deathsOf} from './deaths.ts'
import {doersOf} from './marks.ts'
import {spanInDays} from './span-in-days.ts'

const protesters = '6'
const civilians = '7'
const external = '8'
/** ACLED's class for attackers whom nobody names. */
const unidentified = '3'
const remote = 'Explosions/Remote violence'
const armedTypes = new Set(['Violence against civilians', remote, 'Battles'])
const interested = new Set(['party', 'allied'])

export function acledOf(incident: Coded, tables: CodingTables, actors: readonly NamedActor[]) {
  const row = tables.acled.codingOf(incident)
  if (!row) return null
  const {when, place, marks, claims} = incident
  const isOfCrowds = row.event_type === 'Protests' || row.event_type === 'Riots'
  const isRiotous = marks.has('riotous') || row.event_type === 'Riots'
  const byId = new Map(actors.map(actor => [actor.id, actor]))
  const named = (code: string) => tables.acledActors.find(other => other.code === code) ?? null
  /** The weightiest class of a side; one class gives way to another where the crowd is violent or forces are abroad. */
  const classOf = (ids: readonly string[]) => {
    const codes = ids.flatMap(id => {
      const actor = byId.get(id)
      const own = tables.kinds.interOf(actor?.kind)
      if (!actor || !own) return []
      // Teachers who march are protesters.
      const code = isOfCrowds && own === civilians ? protesters : own
      const isAbroad = actor.country !== null && place?.country != null && actor.country !== place.country
      const holds = (when: string) => (when === 'abroad' ? isAbroad : isRiotous)
      const instead = tables.acledActors.find(row => row['instead-of'] === code && holds(row.when))
      return [instead?.code ?? code]
    })
    return named(codes.sort((a, b) => Number(a) - Number(b))[0] ?? '')
  }
  const isOnCivilians = row.event_type === 'Violence against civilians'
  const [first, second] = inOrder(incident, isOnCivilians)
  const isUnknown = first.length === 0 && armedTypes.has(row.event_type)
  const one = isUnknown ? named(unidentified) : classOf(first)
  // A mayor or a soldier off duty is a civilian to whoever shoots him.
  const other = isOnCivilians ? named(civilians) : classOf(second)
  const pair = [one, other].filter(side => side !== null).sort((a, b) => order(a.code) - order(b.code))
  const name = (ids: readonly string[]) => (ids[0] ? (byId.get(ids[0])?.name ?? null) : null)
  const others = (ids: readonly string[]) =>
    ids
      .slice(1)
      .flatMap(id => byId.get(id)?.name ?? [])
      .join('; ') || null
  const days = spanInDays(when)
  return {
    event_date: when.from.slice(0, 10),
    time_precision: days <= 1 ? 1 : days <= 7 ? 2 : 3,
    disorder_type: row.disorder_type,
    event_type: row.event_type,
    sub_event_type: row.sub_event_type,
    actor1: isUnknown ? 'Unidentified Armed Group' : name(first),
    assoc_actor_1: others(first),
    inter1: one?.name ?? null,
    actor2: name(second) ?? (isOnCivilians ? 'Civilians' : null),
    assoc_actor_2: others(second),
    inter2: other?.name ?? null,
    interaction:
      pair.length === 2 ? `${pair[0]!.name}-${pair[1]!.name}` : pair[0] ? `${pair[0].name} only` : null,
    civilian_targeting: isOnCivilians || isTargeting(row, other?.code, marks) ? 'Civilian targeting' : null,
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
    location: place?.name ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geo_precision:
      place &&
      (isOnlyNear(place) ? 2 : {site: 1, town: 1, area: 2, admin1: 3, country: null}[place.precision]),
    // The lowest figure of those that count; nothing said is 0.
    fatalities: deathsOf(claims.filter(isHeard))?.low ?? 0
  }
}

const offices = new Set<SourceKind>(['official', 'security', 'medical'])

/** A side's claim alone does not count; what a state says of the dead among its people and its own is its record, but not of rebels. */
function isHeard({interest, polarity, certainty, attribution, casualties}: Claim): boolean {
  const isRecord = offices.has(attribution.at(-1)!.kind) && certainty === 'certain'
  return (
    polarity === 'denied' ||
    !interested.has(interest) ||
    (isRecord && casualties !== undefined && casualties.group !== 'militants')
  )
}

/** Sides as ACLED writes them: who attacks those who do not fight stands first; whom a deed is done to is not who did it. */
function inOrder({claims, types, sides}: Coded, isOnCivilians: boolean) {
  const {doers, hit} = doersOf(claims, types)
  const acts = (side: readonly string[]) => side.some(id => doers.includes(id))
  if (isOnCivilians && acts(sides.b) && !acts(sides.a)) return [sides.b, sides.a] as const
  const isOnlyHit = sides.b.length === 0 && doers.length === 0 && sides.a.every(id => hit.includes(id))
  return isOnlyHit ? ([[], sides.a] as const) : ([sides.a, sides.b] as const)
}

/** Force on peaceful protesters, and mobs or remote weapons that hit only people who do not fight. */
function isTargeting(
  row: {readonly event_type: string; readonly sub_event_type: string},
  other: string | undefined,
  marks: Coded['marks']
): boolean {
  if (row.sub_event_type === 'Excessive force against protesters') return true
  const canTarget = row.event_type === 'Explosions/Remote violence' || row.sub_event_type === 'Mob violence'
  return canTarget && (other === civilians || marks.has('civilians-hit'))
}

/** Pairs name the lower class first, but external forces before civilians. */
function order(code: string): number {
  return code === external ? Number(civilians) - 0.5 : Number(code)
}

/** "in a village near Dorna": the town stands for it. */
export function isOnlyNear({mentions}: NonNullable<Coded['place']>): boolean {
  const places = (mentions ?? []).filter(({use}) => use === 'locative')
  return places.length > 0 && places.every(({position}) => position === 'near')
}
