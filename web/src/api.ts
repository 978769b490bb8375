/** What the page asks of the server. */
import type {LinkedIncident, ReportRef} from '../../src/model/assessment.ts'
import type {CodedReport} from '../../src/model/contract.ts'

export async function fetchIncidents(): Promise<LinkedIncident[]> {
  return (await get<{incidents: LinkedIncident[]}>('/api/incidents')).incidents
}

export type ListedReport = ReportRef & {readonly inIncident: boolean}

export async function fetchReports(): Promise<ListedReport[]> {
  return (await get<{reports: ListedReport[]}>('/api/reports')).reports
}

export function fetchReport(id: string): Promise<CodedReport> {
  return get<CodedReport>(`/api/reports/${id}`)
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok)
    throw new Error(
      `${path}: ${response.status} ${((await response.json()) as {title?: string}).title ?? ''}`
    )
  return (await response.json()) as T
}
