/** A number of people as a range: "24–125", "≥51". Its own direction, so that 0–3 never reads 3–0. */
import type {marks} from './en/marks.ts'
import type {Words} from './words.ts'

/** Ends included; `high` null: no upper bound. `open`: somebody gives no upper bound. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
  readonly open?: boolean | undefined
}

/** In words of the language: comparison signs mirror in Arabic, which writes them out. */
export function rangeText({t, number}: Words<typeof marks>, {low, high, open = false}: Bounds): string {
  if (low === null) return t('value.noFigure')
  if (high === null) return t('value.atLeast', {n: low})
  const range = low === high ? number(low) : `\u2066${number(low)}–${number(high)}\u2069`
  return !open ? range : low === high ? t('value.atLeast', {n: low}) : t('value.orMore', {range})
}
