/**
 * Who told which number when: across, the day of the report; up, the number. An arrow has no upper bound.
 *
 * Also a table, and saved as SVG with its colours in it. The axis of time turns in Arabic.
 */
import {scaleLinear, scalePoint} from 'd3-scale'
import {type ReactNode, type Ref, useRef, useState} from 'react'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
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
  const [isTable, setTable] = useState(false)
  const drawing = useRef<SVGSVGElement>(null)
  const figure = incident.assessments.dateline?.[outcome]
  const {marks, undated} = figure ? plotMarks(incident, figure) : {marks: [], undated: 0}
  if (marks.length === 0) return null
  return (
    <figure className="plot">
      <figcaption>
        <span>
          <b>{label('outcome', outcome)}</b> <span className="text-ink-3">{t('incidents.plot.how')}</span>
          {undated > 0 && <> · {t('incidents.plot.undated', {n: undated})}</>}
        </span>
        <span className="flex gap-3">
          <button type="button" className="underline" onClick={() => setTable(was => !was)}>
            {t(isTable ? 'incidents.plot.drawing' : 'incidents.plot.table')}
          </button>
          {!isTable && (
            <button
              type="button"
              className="underline"
              onClick={() => drawing.current && save(drawing.current, `${incident.id}-${outcome}.svg`)}
            >
              SVG
            </button>
          )}
        </span>
      </figcaption>
      {isTable ? (
        <Table marks={marks} />
      ) : (
        <Drawing ref={drawing} marks={marks} best={figure!.best} onClaim={onClaim} />
      )}
    </figure>
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
  const [start, end] = [margin.start, width - margin.end]
  const x = scalePoint(days, dir === 'rtl' ? [end, start] : [start, end]).padding(0.6)
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
            x={dir === 'rtl' ? end + 4 : start - 6}
            y={y(tick) + 3.5}
            textAnchor={dir === 'rtl' ? 'start' : 'end'}
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
  state: 'M-4-4H4V4H-4Z',
  opposing: 'M0-5 5 4H-5Z',
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
  const cells = (mark: PlotMark): ReactNode[] => [
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
  return (
    <table className="w-full text-small">
      <tbody>
        {marks.map(mark => (
          <tr key={mark.claim} className="border-t border-line">
            {cells(mark).map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: always the same five
              <td key={i} className="py-1 pe-3">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const drawnBy = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font', 'text-anchor'] as const

/** With the styles of the page written into it, for it leaves the page. */
function save(drawing: SVGSVGElement, name: string): void {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [from, to] = [drawing.querySelectorAll('*'), copy.querySelectorAll('*')]
  from.forEach((element, i) => {
    const style = getComputedStyle(element)
    for (const property of drawnBy) to[i]?.setAttribute(property, style.getPropertyValue(property))
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([copy.outerHTML], {type: 'image/svg+xml'}))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
