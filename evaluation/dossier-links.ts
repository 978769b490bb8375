/**
 * Which reports of a dossier came into one incident, and what holds for it.
 *
 * A report goes to the one incident, among those that hold it, that holds most of the dossier; B-cubed is over these. Reports of other
 * events must stay apart: `falseMerges`.
 */
import type {LinkedIncident} from '../src/model/assessment.ts'
import {bcubed} from './bcubed.ts'
import {sameAddress} from './dossier-claims.ts'

export interface GoldLinks {
  readonly reports: readonly {readonly file: string; readonly url?: string}[]
  readonly confusable?: readonly {readonly url: string}[]
  /** Files of reports of other events. */
  readonly mustNotLink?: readonly string[]
  readonly reconciled?: Ranges
  readonly incident?: {readonly reconciled?: Ranges}
}

type Ranges = Readonly<
  Record<string, {readonly low: number | null; readonly high: number | null; readonly contested?: boolean}>
>

export function linkFigures(
  gold: GoldLinks,
  shown: readonly LinkedIncident[],
  addressOf: (file: string) => string | undefined
) {
  const inside = gold.reports.flatMap(({file, url}) => url ?? addressOf(file) ?? [])
  const outside = [
    ...(gold.confusable ?? []).map(({url}) => url),
    ...(gold.mustNotLink ?? []).flatMap(file => addressOf(file) ?? [])
  ]
  const holds = ({reports}: LinkedIncident, address: string) =>
    reports.some(({url}) => sameAddress(url, address))
  const size = (incident: LinkedIncident) => inside.filter(address => holds(incident, address)).length
  const bySize = shown.toSorted((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
  const homeOf = (address: string) =>
    bySize.find(incident => holds(incident, address))?.id ?? `alone ${address}`
  const all = [
    ...inside.map(address => ({event: 'this', home: homeOf(address)})),
    ...outside.map(address => ({event: address, home: homeOf(address)}))
  ]
  const withThis = new Set(all.filter(({event}) => event === 'this').map(({home}) => home))
  const main = bySize[0]
  return {
    link: {
      ...bcubed(all.map(({event, home}) => ({gold: event, found: home}))),
      falseMerges: all.filter(({event, home}) => event !== 'this' && withThis.has(home)).length
    },
    main: {reports: main ? size(main) : 0, of: inside.length},
    ranges: rangesOf(gold, main)
  }
}

/** For each outcome whether lower end, upper end and contest are as they should be, with what was found. */
function rangesOf(gold: GoldLinks, main: LinkedIncident | undefined) {
  const wanted = gold.reconciled ?? gold.incident?.reconciled ?? {}
  const rows = ['killed', 'injured', 'abducted'].flatMap(outcome => {
    const want = wanted[outcome]
    if (want?.low == null) return []
    const got = main?.assessments.dateline?.[outcome]
    const isRight =
      got !== undefined &&
      got.low === want.low &&
      got.high === want.high &&
      got.contested === Boolean(want.contested)
    const words = got ? `${got.low}-${got.high}${got.contested ? ' contested' : ''}` : 'none'
    return [[outcome, isRight ? `${words} right` : `${words} wrong`]]
  })
  return Object.fromEntries(rows) as Record<string, string>
}
