/**
 * Where the marks of a casualty plot stand: across, the day of the report; up, the number. The app and the dossier draw by it.
 *
 * Pure. The axis of time runs from right to left where the page does.
 */
import {scaleLinear, scalePoint} from 'd3-scale'
import {type PlotMark, plotBands} from './plot-marks.ts'

export interface PlotLayout {
  readonly width: number
  readonly height: number
  /** Of the drawing without its axes. */
  readonly from: number
  readonly to: number
  /** The range of what was told up to each day. */
  readonly bands: readonly {
    readonly day: string
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
  /** Lines across, with where their number stands. */
  readonly ticks: readonly {readonly value: number; readonly y: number; readonly labelX: number}[]
  /** Days that are named: of many only some. */
  readonly days: readonly {readonly day: string; readonly x: number}[]
  readonly best: number | null
  /** `top`: of an interval its upper end. */
  readonly marks: readonly {
    readonly mark: PlotMark
    readonly x: number
    readonly y: number
    readonly top: number
  }[]
}

export const plotShapes = {
  a: 'M-4-4H4V4H-4Z',
  b: 'M0-5 5 4H-5Z',
  neither: 'M0-4.6A4.6 4.6 0 1 1-.01-4.6Z',
  unknown: 'M0-5.6 5.6 0 0 5.6-5.6 0Z'
} as const

const width = 720
const height = 190
const margin = {start: 44, end: 12, top: 12, bottom: 24}
/** Of a name of a day. */
const dayWidth = 58

/** `best`: the figure that holds. */
export function plotLayout(
  marks: readonly PlotMark[],
  best: number | null,
  {isMirrored}: {readonly isMirrored: boolean}
): PlotLayout {
  const bands = plotBands(marks)
  const days = bands.map(({day}) => day)
  const [from, to] = isMirrored ? [margin.end, width - margin.start] : [margin.start, width - margin.end]
  const x = scalePoint(days, isMirrored ? [to, from] : [from, to]).padding(0.6)
  const most = Math.max(1, ...bands.map(({high}) => high))
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice(5)
  const half = days.length > 1 ? x.step() / 2 : (to - from) / 2
  const every = Math.max(1, Math.ceil(dayWidth / (half * 2)))
  // Marks of one day stand side by side.
  const slots = Map.groupBy(marks, ({day}) => day)
  return {
    width,
    height,
    from,
    to,
    bands: bands.map(({day, low, high}) => ({
      day,
      x: x(day)! - half,
      y: y(high),
      width: half * 2,
      height: Math.max(1, y(low) - y(high))
    })),
    ticks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map(value => ({value, y: y(value), labelX: isMirrored ? to + 6 : from - 6})),
    days: days.filter((_, i) => i % every === 0).map(day => ({day, x: x(day)!})),
    best: best === null ? null : y(best),
    marks: marks.map(mark => {
      const own = slots.get(mark.day)!
      const gap = Math.min(22, (half * 1.7) / own.length)
      return {
        mark,
        x: x(mark.day)! + (own.indexOf(mark) - (own.length - 1) / 2) * gap,
        y: y(mark.min),
        top: y(mark.max ?? mark.min)
      }
    })
  }
}
