/**
 * Who told which number when: across, the day of the report; up, the number. An arrow has no upper bound.
 *
 * The axis of time turns in Arabic.
 */
import type {Ref} from 'react'
import {plotLayout, plotShapes} from '../../../../src/export/drawing/plot-layout.ts'
import {type PlotMark, plotMarks} from '../../../../src/export/drawing/plot-marks.ts'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {PlotFigure, PlotTable} from '../../parts/plot-figure.tsx'
import {Range} from '../../parts/range.tsx'
import {colourOf, SideMark} from '../../parts/side-mark.tsx'
import './casualty-plot.css'

interface Props {
  readonly incident: LinkedIncident
  readonly outcome: string
  readonly onClaim: (mark: PlotMark) => void
}

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
  const isMirrored = dir === 'rtl'
  const layout = plotLayout(marks, best, {isMirrored})
  const {width, height, from, to} = layout
  return (
    <svg
      ref={ref}
      className="casualty-plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('incidents.plot')}
      direction="ltr"
    >
      {layout.bands.map(({day, ...box}) => (
        <rect key={day} className="band" {...box} />
      ))}
      {layout.ticks.map(({value, y, labelX}) => (
        <g key={value}>
          <line className="grid" x1={from} x2={to} y1={y} y2={y} />
          <text x={labelX} y={y + 3.5} textAnchor={isMirrored ? 'start' : 'end'}>
            {number(value)}
          </text>
        </g>
      ))}
      {layout.best !== null && <line className="best" x1={from} x2={to} y1={layout.best} y2={layout.best} />}
      {layout.days.map(({day, x}) => (
        <text key={day} x={x} y={height - 6} textAnchor="middle">
          {shortDay(day)}
        </text>
      ))}
      {layout.marks.map(({mark, x, y, top}) => (
        <Mark key={mark.claim} mark={mark} x={x} y={y} top={top} onClaim={onClaim} />
      ))}
    </svg>
  )
}

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
      <path className={isFirst ? 'first' : 'copy'} d={plotShapes[side]} />
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
