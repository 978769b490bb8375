/** What people said of ties of dependence, as finding carriers asks it. */
import type {RuledTie, TieAnchor, TieRulings} from '../model/ruling.ts'
import {plainName} from './owners.ts'

export interface RuledTies {
  /** The last word on this tie, where a person said one. */
  on(report: string, kind: TieAnchor['kind'], on: string): RuledTie | null
  isCut(report: string, kind: TieAnchor['kind'], on: string): boolean
  /** Ties of this report that hold, whatever is read. */
  confirmed(report: string, kind: TieAnchor['kind']): readonly RuledTie[]
}

export const noTies: TieRulings = {parted: new Map(), joined: [], ties: []}

/** Agencies are told by their names however they are spelt. */
export function ruledTies({ties}: TieRulings): RuledTies {
  const byKey = new Map(
    ties.flatMap(ruled => {
      const {report, kind, on} = ruled.tie
      return [
        [keyOf(report, kind, on), ruled],
        ...(kind === 'copies' ? [[keyOf(on, kind, report), ruled]] : [])
      ] as [string, RuledTie][]
    })
  )
  const find: RuledTies['on'] = (report, kind, on) => byKey.get(keyOf(report, kind, on)) ?? null
  return {
    on: find,
    isCut: (report, kind, on) => find(report, kind, on)?.verdict === 'cut',
    confirmed: (report, kind) =>
      ties.filter(({tie, verdict}) => verdict === 'confirmed' && tie.report === report && tie.kind === kind)
  }
}

function keyOf(report: string, kind: TieAnchor['kind'], on: string): string {
  return `${report} ${kind} ${kind === 'credits' ? plainName(on) : on}`
}
