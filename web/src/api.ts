/** What the page asks of the server. */
import type {LinkedIncident} from '../../src/model/assessment.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import type {ListedIncident, ListedReport} from '../../src/model/listing.ts'

export const fetchIncidents = () => all<ListedIncident>('/api/incidents')

export function fetchIncident(id: string): Promise<LinkedIncident> {
  return get<LinkedIncident>(`/api/incidents/${encodeURIComponent(id)}`)
}

export const fetchReports = () => all<ListedReport>('/api/reports')

export function fetchReport(id: string): Promise<CodedReport> {
  return get<CodedReport>(`/api/reports/${id}`)
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next: string | null
}

/** Every page of a list. */
async function all<Row>(path: string): Promise<Row[]> {
  const rows: Row[] = []
  let cursor = ''
  do {
    const page = await get<Page<Row>>(`${path}?limit=500${cursor}`)
    rows.push(...page.rows)
    cursor = page.next === null ? '' : `&cursor=${page.next}`
  } while (cursor)
  return rows
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok)
    throw new Error(
      `${path}: ${response.status} ${((await response.json()) as {title?: string}).title ?? ''}`
    )
  return (await response.json()) as T
}
