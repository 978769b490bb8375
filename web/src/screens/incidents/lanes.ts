/**
 * The lanes of a timeline: one for each account of an incident, or for each incident of a complex; on each its reports by their day.
 * Pure.
 */

import {plotBands, plotMarks} from '../../../../src/export/drawing/plot-marks.ts'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import type {ComplexIncident} from '../../../../src/model/incident-complex.ts'
import {type Side, sideOf} from '../../parts/side.ts'

export interface LaneMark {
  readonly id: string
  /** ISO day of publication. */
  readonly day: string
  /** Whose reports. */
  readonly outlets: readonly string[]
  /** The report that is opened. */
  readonly report: string
  readonly low: number | null
  readonly high: number | null
  /** Somebody gives no upper bound. */
  readonly open: boolean
  /** It repeats what its origin said before. */
  readonly isCopy: boolean
  readonly isSuperseded: boolean
}

export interface Lane {
  readonly id: string
  readonly side: Side | null
  /** Days of the event; null where the lane is no incident. */
  readonly event: {readonly from: string; readonly to: string} | null
  readonly marks: readonly LaneMark[]
  /** Reports without a day. */
  readonly undated: number
}

/** Accounts that give a number of this outcome, and those that give none, in the order of the incident. */
export function lanesByAccount(incident: LinkedIncident, outcome: string): Lane[] {
  const reports = new Map(incident.reports.map(report => [report.id, report]))
  const figure = incident.assessments.dateline?.[outcome]
  const told = figure ? plotMarks(incident, figure).marks : []
  const accountOf = new Map(
    incident.accounts.flatMap(({id, claims}) => claims.map(claim => [claim, id] as const))
  )
  return incident.accounts.map(account => {
    const carried = account.reports.map(id => ({id, report: reports.get(id)}))
    const own = told.filter(({claim}) => accountOf.get(claim) === account.id)
    const marks = carried.flatMap(({id, report}, i): LaneMark[] => {
      const day = report?.publishedOn?.slice(0, 10)
      if (!day) return []
      const number = own.find(mark => mark.report === id)
      return [
        {
          id,
          day,
          outlets: [report?.outlet ?? id],
          report: id,
          low: number?.min ?? null,
          high: number ? (number.max ?? number.min) : null,
          open: number?.max === null,
          isCopy: i > 0 && !(number?.isFirst ?? false),
          isSuperseded: number?.isSuperseded ?? false
        }
      ]
    })
    return {
      id: account.id,
      side: sideOf(account),
      event: null,
      marks: marks.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      undated: carried.length - marks.length
    }
  })
}

/** Each incident with its reports of a day as one mark, and the range of this outcome as it stood then. */
export function lanesByIncident(incidents: readonly ComplexIncident[], outcome: string): Lane[] {
  return incidents.map(({id, when, reports, figures}) => {
    const dayOf = new Map(
      reports.flatMap(({id, publishedOn}) => (publishedOn ? [[id, publishedOn.slice(0, 10)]] : []))
    )
    const bands = plotBands(
      figures
        .filter(own => own.outcome === outcome && dayOf.has(own.report))
        .map(({report, min, max}) => ({day: dayOf.get(report)!, min, max}))
    )
    const byDay = Map.groupBy(
      reports.filter(report => dayOf.has(report.id)),
      report => dayOf.get(report.id)!
    )
    const marks = [...byDay]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, own]): LaneMark => {
        const stood = bands.findLast(band => band.day <= day)
        return {
          id: `${id} ${day}`,
          day,
          outlets: own.map(report => report.outlet ?? report.id),
          report: own[0]!.id,
          low: stood?.low ?? null,
          high: stood?.high ?? null,
          open: figures.some(
            ({outcome: of, report, max}) =>
              of === outcome && max === null && (dayOf.get(report) ?? '9') <= day
          ),
          isCopy: false,
          isSuperseded: false
        }
      })
    const isDated = !when.from.startsWith('0001')
    return {
      id,
      side: null,
      event: isDated ? {from: when.from.slice(0, 10), to: when.to.slice(0, 10)} : null,
      marks,
      undated: reports.length - dayOf.size
    }
  })
}

/** All days that something stands on, in order; an event of many days by its first and last. */
export function daysOf(lanes: readonly Lane[]): string[] {
  const days = lanes.flatMap(({event, marks}) => [
    ...(event ? [event.from, event.to] : []),
    ...marks.map(({day}) => day)
  ])
  return [...new Set(days)].toSorted()
}
