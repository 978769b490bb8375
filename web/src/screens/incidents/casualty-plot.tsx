/**
 * Who told which number when: across, the day of the report; up, the number. An arrow has no upper bound.
 *
 * The axis of time turns in Arabic.
 */
import {scaleLinear, scalePoint} from 'd3-scale'
import type {Ref} from 'react'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {PlotFigure, PlotTable} from '../../parts/plot-figure.tsx'
import {Range} from '../../parts/range.tsx'
import {colourOf, SideMark} from '../../parts/side-mark.tsx'
import {type PlotMark, plotBands, plotMarks} from './plot-marks.ts'
import './casualty-plot.css'

interface Props {
  readonly incident: LinkedIncident
  readonly outcome: string
  readonly onClaim: (mark: PlotMark) => void
}

const width = 720
const height = 190
const margin = {start: 44, end: 12, top: 12, bottom: 24}

export default function CasualtyPlot({incident, outcome, onClaim}: Props) {
  const {t, label} = useWords()
  const figure = incident.assessments.dateline?.[outcome]
  const {marks, undated} = figure ? plotMarks(incident, figure) : {marks: [], undated: 0}
  if (marks.length === 0) return null
  return (
    <PlotFigure
      title={label('outcome', outcome)}
      note={`${t('incidents.plot.how')}${undated > 0 ? ` · ${t('incidents.plot.undated', {n: undated})}` : ''}`}
      name={`${incident.id}-${outcome}`}
      drawing={ref => <Drawing ref={ref} marks={marks} best={figure!.best} onClaim={onClaim} />}
      table={<Table marks={marks} />}
    />
  )
}

function Drawing({
  ref,
  marks,
  best,
  onClaim
}: {
  readonly ref: Ref<SVGSVGElement>
  readonly marks: readonly PlotMark[]
  readonly best: number | null
  readonly onClaim: (mark: PlotMark) => void
}) {
  const {t, number, shortDay, dir} = useWords()
  const bands = plotBands(marks)
  const days = bands.map(({day}) => day)
  const isMirrored = dir === 'rtl'
  const [start, end] = isMirrored ? [margin.end, width - margin.start] : [margin.start, width - margin.end]
  const x = scalePoint(days, isMirrored ? [end, start] : [start, end]).padding(0.6)
  const most = Math.max(1, ...bands.map(({high}) => high))
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice(5)
  const half = days.length > 1 ? x.step() / 2 : (end - start) / 2
  const ticks = y.ticks(4).filter(Number.isInteger)
  // Marks of one day stand side by side.
  const slots = Map.groupBy(marks, ({day}) => day)
  const place = (mark: PlotMark) => {
    const own = slots.get(mark.day)!
    const gap = Math.min(22, (half * 1.7) / own.length)
    return x(mark.day)! + (own.indexOf(mark) - (own.length - 1) / 2) * gap
  }
  return (
    <svg
      ref={ref}
      className="casualty-plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('incidents.plot')}
      direction="ltr"
    >
      {bands.map(({day, low, high}) => (
        <rect
          key={day}
          className="band"
          x={x(day)! - half}
          width={half * 2}
          y={y(high)}
          height={Math.max(1, y(low) - y(high))}
        />
      ))}
      {ticks.map(tick => (
        <g key={tick}>
          <line className="grid" x1={start} x2={end} y1={y(tick)} y2={y(tick)} />
          <text
            x={isMirrored ? end + 6 : start - 6}
            y={y(tick) + 3.5}
            textAnchor={isMirrored ? 'start' : 'end'}
          >
            {number(tick)}
          </text>
        </g>
      ))}
      {best !== null && <line className="best" x1={start} x2={end} y1={y(best)} y2={y(best)} />}
      {days.map(day => (
        <text key={day} x={x(day)} y={height - 6} textAnchor="middle">
          {shortDay(day)}
        </text>
      ))}
      {marks.map(mark => (
        <Mark
          key={mark.claim}
          mark={mark}
          x={place(mark)}
          y={y(mark.min)}
          top={y(mark.max ?? mark.min)}
          onClaim={onClaim}
        />
      ))}
    </svg>
  )
}

const shapes = {
  a: 'M-4-4H4V4H-4Z',
  b: 'M0-5 5 4H-5Z',
  neither: 'M0-4.6A4.6 4.6 0 1 1-.01-4.6Z',
  unknown: 'M0-5.6 5.6 0 0 5.6-5.6 0Z'
} as const

function Mark({
  mark,
  x,
  y,
  top,
  onClaim
}: {
  readonly mark: PlotMark
  readonly x: number
  readonly y: number
  readonly top: number
  readonly onClaim: (mark: PlotMark) => void
}) {
  const {origin, outlet, side, min, max, isFirst} = mark
  const said = `${origin}: ${min === max ? min : max === null ? `≥${min}` : `${min}–${max}`} (${outlet})`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the same claims are walked in the matrix
    <g className={`mark ${colourOf(side)}`} transform={`translate(${x} ${y})`} onClick={() => onClaim(mark)}>
      <title>{said}</title>
      {max === null && <path className="range" d="M0-6V-17M-3-13.5 0-17 3-13.5" />}
      {max !== null && max !== min && <path className="range" d={`M0 0V${top - y}`} />}
      <path className={isFirst ? 'first' : 'copy'} d={shapes[side]} />
    </g>
  )
}

function Table({marks}: {readonly marks: readonly PlotMark[]}) {
  const {t, day} = useWords()
  return (
    <PlotTable
      heads={[t('plot.day'), t('plot.outlet'), t('plot.speaker'), t('plot.number'), t('plot.telling')]}
      rows={marks.map(mark => ({
        id: mark.claim,
        cells: [
          day(mark.day),
          <Bidi key="o">{mark.outlet}</Bidi>,
          <span key="w">
            <SideMark side={mark.side} /> <Bidi>{mark.origin}</Bidi>
          </span>,
          <b key="n">
            <Range low={mark.min} high={mark.max} />
          </b>,
          t(mark.isFirst ? 'incidents.plot.first' : 'incidents.plot.copy')
        ]
      }))}
    />
  )
}
