/** The window in time, moved and widened a bin at a time. */
import type {ExploredDays} from '../../../../src/model/explored.ts'

/** Days, both included; null: no window, all time. */
export type TimeWindow = {readonly since: string; readonly until: string} | null

type Bins = ExploredDays['bins']

/** Both ends later by so many bins (earlier where negative), as far as there are bins. Without a window the first or last bin. */
export function moved(window: TimeWindow, bins: Bins, by: number): TimeWindow {
  const ends = endsOf(window, bins)
  if (!ends) return binsFrom(bins, by > 0 ? 0 : bins.length - 1, by > 0 ? 0 : bins.length - 1)
  const [first, last] = ends
  const step = Math.max(-first, Math.min(bins.length - 1 - last, by))
  return binsFrom(bins, first + step, last + step)
}

/** Each end outwards by so many bins, inwards where negative; at least one bin is left. */
export function widened(window: TimeWindow, bins: Bins, {earlier = 0, later = 0}): TimeWindow {
  const ends = endsOf(window, bins)
  if (!ends) return moved(window, bins, later > 0 ? 1 : -1)
  const first = Math.max(0, ends[0] - earlier)
  const last = Math.min(bins.length - 1, ends[1] + later)
  return first <= last ? binsFrom(bins, first, last) : window
}

function endsOf(window: TimeWindow, bins: Bins): [number, number] | null {
  if (!window) return null
  const first = bins.findIndex(({to}) => to >= window.since)
  const last = bins.findLastIndex(({from}) => from <= window.until)
  return first < 0 || last < 0 || last < first ? null : [first, last]
}

function binsFrom(bins: Bins, first: number, last: number): TimeWindow {
  const [since, until] = [bins[first]?.from, bins[last]?.to]
  return since && until ? {since, until} : null
}
