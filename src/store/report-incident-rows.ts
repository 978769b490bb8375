/** The incidents of one report as rows: day and place. */
import type {CodedReport} from '../model/contract.ts'
import type {Tables} from './tables.ts'

export function reportIncidentRows({report, incidents, places}: CodedReport): Tables['report_incidents'][] {
  return incidents.map(({id, type, when, place: placeId}) => {
    const place = places.find(({id}) => id === placeId)
    return {
      report_id: report.id,
      incident_id: id,
      type,
      from_day: when.from.slice(0, 10),
      to_day: when.to.slice(0, 10),
      place: place?.name ?? null,
      country: place?.country ?? null,
      lat: place?.lat ?? null,
      lon: place?.lon ?? null
    }
  })
}
