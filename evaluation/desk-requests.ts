/** What the suite `desk` asks, by route: each time another page, filter, report or incident. */
import type {createApi} from '../src/api/api.ts'

export type Api = ReturnType<typeof createApi>
type PathOf = (round: number) => string

const further = ({cursor}: Row) => (cursor === null ? '' : `&cursor=${cursor}`)

export async function askedOf(api: Api): Promise<Readonly<Record<string, PathOf>>> {
  const incidents = await rowsOf(api, '/api/incidents')
  const reports = await rowsOf(api, '/api/reports')
  const largest = incidents.toSorted((a, b) => b.reports - a.reports).slice(0, 20)
  const of = <T>(list: readonly T[], round: number) => list[(round * 7919) % list.length]!
  const days = (round: number) => new Date(Date.UTC(2014, 0, 1 + (round % 50))).toISOString().slice(0, 10)
  const words = ['army', 'police', 'student', 'bombing']
  return {
    'incidents, first page': () => '/api/incidents?limit=50',
    'incidents, further pages': round => `/api/incidents?limit=50${further(of(incidents, round))}`,
    'incidents, by a day on': round => `/api/incidents?limit=50&since=${days(round)}`,
    'incidents, contested': () => '/api/incidents?limit=50&contested=true',
    'incidents, by text': round => `/api/incidents?limit=50&text=${of(words, round)}`,
    'incidents, by dead': () => '/api/incidents?limit=50&order=killed',
    'incidents, by last change': () => '/api/incidents?limit=50&order=changed',
    'pairs to compare': () => '/api/pairs',
    'nearest of an incident': round => `/api/incidents/${of(incidents, round).id}/near`,
    'nearest of the largest': round => `/api/incidents/${of(largest, round).id}/near`,
    explanation: round => `/api/explanation?a=${of(incidents, round).id}&b=${of(incidents, round + 1).id}`,
    'explanation, largest': round =>
      `/api/explanation?a=${of(largest, round).id}&b=${of(largest, round + 1).id}`,
    matrix: round => `/api/incidents/${of(incidents, round).id}`,
    'matrix, largest incidents': round => `/api/incidents/${of(largest, round).id}`,
    'reports, first page': () => '/api/reports?limit=50',
    report: round => `/api/reports/${of(reports, round).id}`,
    'inbox, first page': () => '/api/inbox?limit=50',
    'inbox, other queues': round =>
      `/api/inbox?limit=50&queue=${of(['duplicates', 'conflicting', 'imprecise', 'settled'], round)}`,
    'inbox, by text': round => `/api/inbox?limit=50&text=${of(words, round)}`,
    'inbox, counts': () => '/api/inbox/queues',
    'inbox, a proposal': round => `/api/reports/${of(reports, round).id}/proposals`,
    'compare, pairs': () => '/api/pairs?limit=50',
    'compare, near an incident': round => `/api/incidents/${of(incidents, round).id}/near`,
    'explore, all points': () => '/api/explore/incidents',
    'explore, points by day': round => `/api/explore/incidents?since=${days(round)}`,
    'explore, days': () => '/api/explore/days',
    'sources, first page': () => '/api/sources?limit=50',
    ties: () => '/api/ties',
    'claims, by text': round => `/api/claims?limit=50&text=${of(words, round)}`,
    'publications, first page': () => '/api/publications?limit=50',
    'publications, counts': () => '/api/publications/counts',
    'operations, sums of items': () => '/api/items/sums',
    queues: () => '/api/queues',
    audit: () => '/api/audit?limit=50'
  }
}

interface Row {
  readonly id: string
  /** Of an incident. */
  readonly reports: number
  /** Of the page behind the one that it stands on; null at the end. */
  readonly cursor: string | null
}

/** All of a list, page by page, as a client would read it. */
async function rowsOf(api: Api, path: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor = ''; ; ) {
    const response = await api.request(`${path}?limit=500${cursor && `&cursor=${cursor}`}`)
    const page = (await response.json()) as {rows: Omit<Row, 'cursor'>[]; next: string | null}
    rows.push(...page.rows.map(({id, reports}) => ({id, reports, cursor: page.next})))
    if (page.next === null) return rows
    cursor = page.next
  }
}
