/** Incidents into their tables: one that has not changed stays as it is. */
import {sql, type Transaction} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import {against} from '../model/can-stand.ts'
import type {Tables} from './tables.ts'

export async function removeIncidents(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 2000)
    await tx
      .deleteFrom('incidents')
      .where('id', 'in', ids.slice(from, from + 2000))
      .execute()
}

export async function saveIncidents(
  tx: Transaction<Tables>,
  incidents: readonly LinkedIncident[]
): Promise<void> {
  for (let from = 0; from < incidents.length; from += 200) {
    const block = incidents.slice(from, from + 200)
    await tx
      .insertInto('incidents')
      .values(block.map(incidentRow))
      .onConflict(clash =>
        clash
          .column('id')
          .doUpdateSet(({ref}) => ({
            type: ref('excluded.type'),
            from_day: ref('excluded.from_day'),
            to_day: ref('excluded.to_day'),
            place: ref('excluded.place'),
            country: ref('excluded.country'),
            lat: ref('excluded.lat'),
            lon: ref('excluded.lon'),
            incident: ref('excluded.incident')
          }))
          .where(sql<boolean>`incidents.incident is distinct from excluded.incident`)
      )
      .execute()
    const ids = block.map(({id}) => id)
    await tx.deleteFrom('incident_reports').where('incident_id', 'in', ids).execute()
    const told = block.flatMap(incidentReportRows)
    for (let at = 0; at < told.length; at += 10_000)
      await tx
        .insertInto('incident_reports')
        .values(told.slice(at, at + 10_000))
        .execute()
  }
}

/** Each report that tells of it: what it copies, and where its figures cannot stand beside others. */
function incidentReportRows({id, reports, origins, assessments}: LinkedIncident) {
  const copies = new Map(origins.edges.filter(({kind}) => kind === 'copies').map(({from, to}) => [from, to]))
  const conflicts = new Map<string, Set<string>>()
  for (const [outcome, {contested, accounts}] of Object.entries(assessments.dateline ?? {}))
    if (contested)
      for (const account of accounts)
        if (against(account, accounts).length)
          for (const report of account.reports)
            conflicts.set(report, (conflicts.get(report) ?? new Set()).add(outcome))
  return [...new Set(reports.map(report => report.id))].map(report_id => ({
    incident_id: id,
    report_id,
    copies: copies.get(report_id) ?? null,
    conflicts: JSON.stringify([...(conflicts.get(report_id) ?? [])])
  }))
}

function incidentRow(incident: LinkedIncident) {
  const {id, type, when, place} = incident
  return {
    id,
    type,
    from_day: when.from.slice(0, 10),
    to_day: when.to.slice(0, 10),
    place: place?.name ?? null,
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    incident: JSON.stringify(incident)
  }
}
