/**
 * What a ruling, a reading or new reports changed in incidents, from the rows of the audit.
 *
 * An incident that changed and changed back is left out.
 */
interface FigureSummary {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly open: boolean
  readonly contested: boolean
}

/** An incident as the audit keeps it. */
export interface IncidentSummary {
  readonly headline: string
  readonly figures: Readonly<Record<string, FigureSummary>>
  /** How many reports tell of it. */
  readonly reports: number
  readonly digest: string
}

export interface IncidentChange {
  readonly id: string
  /** null: it was not there. */
  readonly before: IncidentSummary | null
  /** null: it is no more. */
  readonly after: IncidentSummary | null
}

interface Row {
  readonly object: string
  readonly old: object | null
  readonly new: object | null
}

/** `rows`: about incidents, in the order they were written. */
export function incidentChanges(rows: readonly Row[]): IncidentChange[] {
  return [...Map.groupBy(rows, ({object}) => object.replace('incident ', ''))]
    .map(([id, own]) => ({
      id,
      before: own[0]!.old as IncidentSummary | null,
      after: own.at(-1)!.new as IncidentSummary | null
    }))
    .filter(({before, after}) => before?.digest !== after?.digest)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** "killed 0-2, contested -> 2", "reports 7 -> 6": what is not as it was; empty where only other things changed. */
export function changesInWords({before, after}: IncidentChange): string[] {
  const outcomes = [...new Set([...Object.keys(before?.figures ?? {}), ...Object.keys(after?.figures ?? {})])]
  const lines = outcomes.map(
    outcome =>
      [outcome, figureInWords(before?.figures[outcome]), figureInWords(after?.figures[outcome])] as const
  )
  const reports = ['reports', `${before?.reports ?? 0}`, `${after?.reports ?? 0}`] as const
  return [reports, ...lines]
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name} ${was} -> ${is}`)
}

function figureInWords(figure: FigureSummary | undefined): string {
  if (!figure || figure.low === null) return 'no figure'
  const {low, best, high, open, contested} = figure
  const range = low === high ? `${low}` : `${low}-${high}`
  return [
    `${range}${open ? ' or more' : ''}`,
    low === high ? '' : best === null ? 'none holds' : `best ${best}`,
    contested ? 'contested' : ''
  ]
    .filter(Boolean)
    .join(', ')
}
