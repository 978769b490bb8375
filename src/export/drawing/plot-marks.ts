/**
 * The figures of an incident as they were told, for the casualty plot: every telling as a point or interval at its day, the
 * first of its origin filled and copies hollow; and the range as it stood after each day. Pure.
 */
import type {Figure, LinkedIncident} from '../../model/assessment.ts'
import {type Side, sideOf} from '../../model/side.ts'

export interface PlotMark {
  readonly claim: string
  readonly report: string
  readonly origin: string
  readonly outlet: string
  readonly side: Side
  /** ISO day of publication. */
  readonly day: string
  readonly min: number
  readonly max: number | null
  /** Of its account the first report that tells this number. */
  readonly isFirst: boolean
  readonly isSuperseded: boolean
}

export interface PlotBand {
  readonly day: string
  readonly low: number
  readonly high: number
}

/** Marks by day; those of reports without a day are left out, and counted. */
export function plotMarks(incident: LinkedIncident, figure: Figure): {marks: PlotMark[]; undated: number} {
  const reports = new Map(incident.reports.map(report => [report.id, report]))
  const marks = figure.accounts.flatMap(row => {
    const account = incident.accounts.find(({id}) => id === row.account)
    const told = row.claims
      .map(key => ({key, report: reports.get(key.slice(0, key.lastIndexOf('/')))}))
      .toSorted((a, b) => ((a.report?.publishedOn ?? '9') < (b.report?.publishedOn ?? '9') ? -1 : 1))
    const byReport = [...new Map(told.toReversed().map(one => [one.report?.id, one])).values()].toReversed()
    return byReport.map(
      ({key, report}, i): PlotMark => ({
        claim: key,
        report: report?.id ?? '',
        origin: row.origin,
        outlet: report?.outlet ?? report?.id ?? '',
        side: account ? sideOf(account) : 'unknown',
        day: report?.publishedOn?.slice(0, 10) ?? '',
        min: row.min,
        max: row.max,
        isFirst: i === 0,
        isSuperseded: row.status === 'superseded'
      })
    )
  })
  const dated = marks.filter(({day}) => day)
  return {marks: dated.toSorted((a, b) => (a.day < b.day ? -1 : 1)), undated: marks.length - dated.length}
}

/** The lowest and highest number told up to each day. */
export function plotBands(marks: readonly Pick<PlotMark, 'day' | 'min' | 'max'>[]): PlotBand[] {
  const days = [...new Set(marks.map(({day}) => day))].toSorted()
  return days.map(day => {
    const told = marks.filter(mark => mark.day <= day)
    return {
      day,
      low: Math.min(...told.map(({min}) => min)),
      high: Math.max(...told.map(({min, max}) => max ?? min))
    }
  })
}
