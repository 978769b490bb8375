/** How other codebooks would record what many reports tell of: as the report that leads codes it. */
import type {Incident} from '../model/contract.ts'

/**
 * UCDP records only where somebody is killed: where the leading report knows of no death, the first that does codes it.
 * `members`: in order of publication.
 */
export function codingsOf(
  members: readonly {readonly incident: Incident}[],
  {codings}: Incident
): Incident['codings'] {
  const deadly = members.find(({incident}) => incident.codings.ucdp !== null)
  return {...codings, ucdp: codings.ucdp ?? deadly?.incident.codings.ucdp ?? null}
}
