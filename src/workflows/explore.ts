/** A whole set of incidents as columns for a map, and by its days for a plot of time. */
import {type BinWidth, binsBetween, dayNumber, dayOf, widthFor} from '../algorithms/day-bins.ts'
import type {ExploredDays, ExploredIncidents, ExploredPlace} from '../model/explored.ts'
import type {DayCount, ExploredRow, IncidentFilter, Store} from '../store/store.ts'

/** More than these are not drawn; the answer says how many there are. */
const mostIncidents = 50_000
/** As many as a plot has room for. */
const plottedBins = 130
/** Of a width that somebody asked for. */
const mostBins = 4000
const mostSpans = 40

export async function exploredIncidents(
  store: Store,
  filter: IncidentFilter,
  grid: boolean
): Promise<ExploredIncidents> {
  const rows = await store.explored.incidents(filter, mostIncidents)
  const {total, placed} =
    rows.length < mostIncidents
      ? {total: rows.length, placed: rows.filter(([, , , , , , , , , , , lat]) => lat !== null).length}
      : await store.explored.totals(filter)
  return {total, placed, shown: rows.length, grid, ...columnsOf(rows)}
}

function columnsOf(
  rows: readonly ExploredRow[]
): Omit<ExploredIncidents, 'total' | 'placed' | 'shown' | 'grid'> {
  const places = new Numbered<ExploredPlace>()
  const types = new Numbered<string>()
  const outcomes = new Numbered<string>()
  const numbered = remembering(dayNumber)
  const columns: Pick<
    ExploredIncidents,
    'id' | 'place' | 'type' | 'from' | 'days' | 'exact' | 'contested' | 'reports' | 'accounts' | 'figures'
  > = {
    id: [],
    place: [],
    type: [],
    from: [],
    days: [],
    exact: [],
    contested: [],
    reports: [],
    accounts: [],
    figures: []
  }
  for (const row of rows) {
    const [
      id,
      type,
      from,
      to,
      exact,
      contested,
      reports,
      accounts,
      name,
      country,
      precision,
      lat,
      lon,
      figures
    ] = row
    const first = numbered(from)
    columns.id.push(id)
    columns.type.push(types.of(type, type))
    columns.from.push(first)
    columns.days.push(numbered(to) - first)
    columns.exact.push(Number(exact))
    columns.contested.push(Number(contested))
    columns.reports.push(reports)
    columns.accounts.push(accounts)
    columns.place.push(
      name === null || precision === null
        ? null
        : places.of([name, country, precision, lat, lon].join('\u001f'), {
            name,
            country,
            precision: precision as ExploredPlace['precision'],
            lat,
            lon
          })
    )
    columns.figures.push(
      Object.entries(figures).map(([outcome, [low, high, flags]]) => [
        outcomes.of(outcome, outcome),
        low,
        high,
        flags
      ])
    )
  }
  return {places: places.all, types: types.all, outcomes: outcomes.all, ...columns}
}

/** Days come again and again too. */
function remembering<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    const found = known.get(key) ?? work(key)
    known.set(key, found)
    return found
  }
}

/** Things that come again and again, each once. */
class Numbered<T> {
  readonly all: T[] = []
  readonly #numbers = new Map<string, number>()

  of(key: string, value: T): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    return this.all.push(value) - 1
  }
}

interface Scope {
  /** Chosen for the span where it is left out. */
  readonly width?: BinWidth | undefined
  /** Days from which and until which there are bins; all where they are left out. */
  readonly first?: string | undefined
  readonly last?: string | undefined
}

export async function exploredDays(
  store: Store,
  filter: IncidentFilter,
  scope: Scope
): Promise<ExploredDays> {
  return binned(await store.explored.days(filter), await store.explored.reportDays(filter), scope)
}

function binned(
  days: readonly DayCount[],
  reportDays: readonly {readonly day: string | null; readonly reports: number}[],
  {width: asked, first, last}: Scope
): ExploredDays {
  const dated = reportDays.flatMap(({day, reports}) => (day === null ? [] : [{day, reports}]))
  const known = days.filter(span => !isUnknown(span))
  const ends = usualEnds([...known.flatMap(({from, to}) => [from, to]), ...dated.map(({day}) => day)])
  const from = first ?? ends[0]
  const to = last ?? ends[1]
  const sum = (counts: readonly number[]) => counts.reduce((all, own) => all + own, 0)
  const total = sum(days.map(({incidents}) => incidents))
  const reports = sum(reportDays.map(own => own.reports))
  const none = from === undefined || to === undefined || from > to
  const width = none ? (asked ?? 'day') : widthFor(from, to, asked ? mostBins : plottedBins, asked)
  const bins = none
    ? []
    : binsBetween(from, to, width).map(bin => ({...bin, incidents: 0, contested: 0, reports: 0}))
  const [begin, end] = [bins[0]?.from ?? '', bins.at(-1)?.to ?? '']
  const spans: {from: string; to: string; incidents: number}[] = []
  let [before, after] = [0, 0]
  for (const span of known) {
    const bin = binAt(bins, span.from)
    if (bin && span.to <= bin.to) {
      bin.incidents += span.incidents
      bin.contested += span.contested
    } else if (bins.length === 0 || span.to < begin) before += span.incidents
    else if (span.from > end) after += span.incidents
    else spans.push({from: span.from, to: span.to, incidents: span.incidents})
  }
  let inBins = 0
  for (const {day, reports: own} of dated) {
    const bin = binAt(bins, day)
    if (!bin) continue
    bin.reports += own
    inBins += own
  }
  const undated = sum(reportDays.filter(({day}) => day === null).map(own => own.reports))
  const most = spans.toSorted((a, b) => b.incidents - a.incidents || (a.from < b.from ? -1 : 1))
  return {
    total,
    reports,
    undated,
    reportsOutside: reports - undated - inBins,
    width,
    before,
    after,
    unknown: sum(days.filter(isUnknown).map(({incidents}) => incidents)),
    bins,
    spans: most.slice(0, mostSpans),
    otherSpans: sum(most.slice(mostSpans).map(({incidents}) => incidents))
  }
}

/** As coding writes what no report says. */
const isUnknown = ({from, to}: DayCount) => from === '0001-01-01' && to === '9999-12-31'

/** Years between all others and those that a plot leaves out. */
const farYears = 10

/** The first and the last day, but for those far from nearly all: one misread year would leave the others no room. */
function usualEnds(days: readonly string[]): readonly string[] {
  const sorted = [...new Set(days.map(dayNumber))].toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  const [low, high] = [at(0.25), at(0.75)]
  const far = Math.max(farYears * 365, 4 * (high - low))
  const usual = sorted.filter(day => day >= low - far && day <= high + far)
  return usual.length ? [dayOf(usual[0]!), dayOf(usual.at(-1)!)] : []
}

/** Of bins in their order, the one that holds the day. */
function binAt<Bin extends {readonly from: string; readonly to: string}>(
  bins: readonly Bin[],
  day: string
): Bin | null {
  let [low, high] = [0, bins.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (bins[middle]!.to < day) low = middle + 1
    else high = middle
  }
  const bin = bins[low]
  return bin && bin.from <= day ? bin : null
}
