/**
 * The incident as other codebooks would record it, by the tables of `codebook/codings/`.
 *
 * Column names are those of the datasets; `null` where a codebook would not
 * record the incident. These are codings of one report; what holds over many is reconcile's.
 */
import {type Codable, type CodingTables, notRecorded, plainWords} from '../codebook/codings.ts'
import {listed} from '../codebook/csv.ts'
import type {Claim, Incident} from '../model/contract.ts'
import type {When} from '../model/date.ts'
import type {LocatedPlace, NamedActor} from '../model/layers.ts'
import {acledOf} from './acled.ts'
import type {Sides} from './sides.ts'
import {ucdpOf} from './ucdp.ts'

/** `types`, `marks` and `words` are those of the deed that names the incident. */
export interface Coded extends Codable {
  readonly when: When
  readonly place: LocatedPlace | null
  readonly sides: Sides
  readonly claims: readonly Claim[]
}

export function codingsOf(
  incident: Coded,
  tables: CodingTables,
  actors: readonly NamedActor[]
): Incident['codings'] {
  const plover = tables.plover.codingOf(incident)
  const muc4 = tables.muc4.codingOf(incident)
  return {
    acled: acledOf(incident, tables, actors),
    ucdp: ucdpOf(incident, tables, actors),
    plover:
      plover && plover.event_type !== notRecorded
        ? {
            event: plover.event_type,
            mode: plover.mode || null,
            contexts: contextsOf(incident.claims, listed(plover.contexts), tables),
            date: incident.when.from.slice(0, 10)
          }
        : null,
    cameo: plover && {root: plover.cameo.slice(0, 2), code: plover.cameo},
    muc4: muc4 && {incident_type: muc4.incident_type, stage_of_execution: stageOf(incident)}
  }
}

function contextsOf(
  claims: readonly Claim[],
  ofType: readonly string[],
  {ploverContexts}: CodingTables
): string[] {
  const text = plainWords(claims.map(({quote}) => quote.text))
  const told = ploverContexts.filter(({words}) => words.some(beginning => text.includes(beginning)))
  return [...new Set([...ofType, ...told.map(({context}) => context)])]
}

function stageOf({marks, types}: Coded): string {
  if (marks.has('threatened') || types.includes('threat')) return 'THREATENED'
  return marks.has('foiled') ? 'ATTEMPTED' : 'ACCOMPLISHED'
}
