/**
 * How many incidents there were when, and how many reports told of them, on one scale; and the window in time, drawn with
 * the mouse or moved by keys. Time runs to the right in Arabic too.
 */
import {brushX, type D3BrushEvent} from 'd3-brush'
import {scaleLinear, scaleUtc} from 'd3-scale'
import {select} from 'd3-selection'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState
} from 'react'
import type {ExploredDays} from '../../../../src/model/explored.ts'
import {useWords} from '../../app/settings.tsx'
import {SaveButtons} from '../../parts/save-buttons.tsx'
import {dayNumber, dayOf} from './explored-set.ts'
import {moved, type TimeWindow, widened} from './time-window.ts'

interface Props {
  readonly days: ExploredDays
  readonly window: TimeWindow
  readonly onWindow: (window: TimeWindow) => void
  /** Days of the incidents that are pointed at elsewhere. */
  readonly lit: {readonly from: string; readonly to: string} | null
  readonly onLight: (days: {readonly from: string; readonly to: string} | null) => void
  /** What else can be done with the plot. */
  readonly children: ReactNode
}

const height = 104
const plot = {top: 8, bottom: 66}
const margin = {start: 40, end: 14}
const mostSpans = 3
const dayMs = 86_400_000

export function TimeBrush({days, window, onWindow, lit, onLight, children}: Props) {
  const {t, number, day} = useWords()
  const [isTable, setTable] = useState(false)
  const svg = useRef<SVGSVGElement>(null)
  const {bins, width: binWidth, total, undated, unknown} = days
  const inexact = days.spans.reduce((all, {incidents}) => all + incidents, 0) + days.otherSpans
  const title = binWidth === 'day' ? t('explore.time') : t(`explore.time.${binWidth}`)
  return (
    <section className="time" aria-label={title}>
      <div className="time-head">
        <span>
          <b className="text-ink">{title}</b> {t('explore.time.how')}
          {inexact > 0 && <> · {t('explore.time.notExact', {n: inexact})}</>}
          {unknown > 0 && <> · {t('explore.time.unknown', {n: unknown})}</>}
          {undated > 0 && <> · {t('explore.time.undated', {n: undated})}</>}
        </span>
        <span className="flex flex-wrap gap-x-3">
          {children}
          <button type="button" className="underline" onClick={() => setTable(was => !was)}>
            {t(isTable ? 'explore.time.drawing' : 'explore.time.table')}
          </button>
          {!isTable && <SaveButtons drawing={svg} name="incidents-in-time" />}
        </span>
      </div>
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too
        <section className="time-table" tabIndex={0} aria-label={title}>
          <table className="w-full text-small">
            <thead className="text-start">
              <tr>
                {(['from', 'to', 'incidents', 'contested', 'reports'] as const).map(name => (
                  <th key={name} scope="col" className="pe-3 text-start font-semibold">
                    {t(`explore.time.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bins
                .filter(({incidents, reports}) => incidents > 0 || reports > 0)
                .map(({from, to, incidents, contested, reports}) => (
                  <tr key={from} className="border-t border-line">
                    <td className="pe-3">{day(from)}</td>
                    <td className="pe-3">{day(to)}</td>
                    <td className="pe-3">{number(incidents)}</td>
                    <td className="pe-3">{number(contested)}</td>
                    <td>{number(reports)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      ) : (
        total > 0 && bins.length > 0 && <Drawing {...{svg, days, window, onWindow, lit, onLight}} />
      )}
    </section>
  )
}

function Drawing({
  svg,
  days,
  window,
  onWindow,
  lit,
  onLight
}: Omit<Props, 'children'> & {readonly svg: Ref<SVGSVGElement>}) {
  const {t, number, day, shortDay} = useWords()
  const box = useRef<HTMLDivElement>(null)
  const layer = useRef<SVGGElement>(null)
  const described = useId()
  const [widthPx, setWidth] = useState(0)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width))
    observer.observe(box.current!)
    return () => observer.disconnect()
  }, [])
  const {bins, spans, before, after} = days
  const [first, last] = [bins[0]!.from, bins.at(-1)!.to]
  const x = scaleUtc(
    [new Date(first), new Date(dayOf(dayNumber(last) + 1))],
    [margin.start, Math.max(margin.start + 1, widthPx - margin.end)]
  )
  const most = bins.reduce((all, {incidents, reports}) => Math.max(all, incidents, reports), 1)
  const y = scaleLinear([0, most], [plot.bottom, plot.top])
  const at = (iso: string) => x(new Date(iso))
  const behind = (iso: string) => x(new Date(dayOf(dayNumber(iso) + 1)))

  const now = useRef({x, onWindow})
  now.current = {x, onWindow}
  const [from, until] = [window?.since, window?.until]
  // The brush itself is d3's: it draws in its layer, and is told of a window that came from elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scale goes by the days at its ends
  useEffect(() => {
    if (widthPx < 100) return
    const [start, end] = now.current.x.range() as [number, number]
    const brush = brushX<unknown>()
      .extent([
        [start, plot.top - 4],
        [end, plot.bottom]
      ])
      .handleSize(8)
      .on('end', ({selection, sourceEvent}: D3BrushEvent<unknown>) => {
        if (!sourceEvent) return
        if (!selection) return now.current.onWindow(null)
        const [left, right] = (selection as [number, number]).map(px => now.current.x.invert(px)) as [
          Date,
          Date
        ]
        const since = Math.floor(left.getTime() / dayMs + 0.5)
        const until = Math.max(since, Math.ceil(right.getTime() / dayMs - 0.5) - 1)
        now.current.onWindow({since: dayOf(since), until: dayOf(until)})
      })
    const drawn = select(layer.current!)
    drawn.call(brush)
    const clamped = (px: number) => Math.max(start, Math.min(end, px))
    const edge = (iso: string, more: number) => clamped(now.current.x(new Date(dayOf(dayNumber(iso) + more))))
    drawn.call(brush.move, from && until ? [edge(from, 0), edge(until, 1)] : null)
    return () => {
      drawn.on('.brush', null).selectAll('*').remove()
    }
  }, [widthPx, first, last, from, until])

  const onKey = (event: KeyboardEvent) => {
    const {key, shiftKey} = event
    const next =
      key === 'ArrowRight'
        ? shiftKey
          ? widened(window, bins, {later: 1})
          : moved(window, bins, 1)
        : key === 'ArrowLeft'
          ? shiftKey
            ? widened(window, bins, {earlier: 1})
            : moved(window, bins, -1)
          : key === 'ArrowUp'
            ? widened(window, bins, {earlier: 1, later: 1})
            : key === 'ArrowDown'
              ? widened(window, bins, {earlier: -1, later: -1})
              : key === 'Escape' && window
                ? null
                : undefined
    if (next === undefined) return
    event.preventDefault()
    onWindow(next)
  }
  const binUnder = (clientX: number) => {
    const iso = x.invert(clientX - box.current!.getBoundingClientRect().x).toISOString()
    return bins.find(bin => bin.from <= iso && iso.slice(0, 10) <= bin.to) ?? null
  }
  // The last one would be cut off by the edge; of a few days the scale would make hours.
  const ticks =
    widthPx > 100
      ? x
          .ticks(Math.max(2, Math.floor(widthPx / 110)))
          .filter(tick => x(tick) < widthPx - margin.end - 24 && isMidnight(tick))
      : []
  const isLit = (bin: {readonly from: string; readonly to: string}) =>
    lit !== null && bin.from <= lit.to && lit.from <= bin.to
  const said = window
    ? t('value.span', {from: day(window.since), to: day(window.until)})
    : t('explore.time.all')
  return (
    <div
      ref={box}
      dir="ltr"
      role="slider"
      tabIndex={0}
      aria-label={t('explore.time.window')}
      aria-valuemin={0}
      aria-valuemax={bins.length - 1}
      aria-valuenow={Math.max(
        0,
        bins.findIndex(({to}) => window !== null && to >= window.since)
      )}
      aria-valuetext={said}
      aria-describedby={described}
      onKeyDown={onKey}
      onPointerMove={({clientX}) => onLight(binUnder(clientX))}
      onPointerLeave={() => onLight(null)}
    >
      <span id={described} hidden>
        {t('explore.time.keys')}
      </span>
      <svg
        ref={svg}
        viewBox={`0 0 ${widthPx} ${height}`}
        width={widthPx}
        height={height}
        aria-hidden="true"
        className="time-plot"
      >
        <line
          className="axis"
          x1={margin.start}
          x2={widthPx - margin.end}
          y1={plot.bottom + 0.5}
          y2={plot.bottom + 0.5}
        />
        <line className="grid" x1={margin.start} x2={widthPx - margin.end} y1={y(most)} y2={y(most)} />
        <text x={margin.start - 6} y={y(most) + 4} textAnchor="end">
          {number(most)}
        </text>
        <text x={margin.start - 6} y={plot.bottom} textAnchor="end">
          {number(0)}
        </text>
        {bins.map(bin => {
          const [start, wide] = [at(bin.from), behind(bin.to) - at(bin.from)]
          const inset = wide > 4 ? wide * 0.2 : 0
          return (
            <g key={bin.from} className={isLit(bin) ? 'lit' : undefined}>
              {bin.reports > 0 && (
                <rect
                  className="reports"
                  x={start}
                  width={Math.max(0.5, wide - 0.5)}
                  y={y(bin.reports)}
                  height={plot.bottom - y(bin.reports)}
                />
              )}
              {bin.incidents > 0 && (
                <rect
                  className="incidents"
                  x={start + inset}
                  width={Math.max(0.5, wide - 2 * inset)}
                  y={y(bin.incidents)}
                  height={plot.bottom - y(bin.incidents)}
                />
              )}
              {bin.contested > 0 && (
                <rect
                  className="contested"
                  x={start + inset}
                  width={Math.max(0.5, wide - 2 * inset)}
                  y={y(bin.contested)}
                  height={plot.bottom - y(bin.contested)}
                />
              )}
            </g>
          )
        })}
        {ticks.map((tick, i) => (
          <g key={tick.getTime()}>
            <line className="axis" x1={x(tick)} x2={x(tick)} y1={plot.bottom} y2={plot.bottom + 4} />
            <text x={x(tick)} y={plot.bottom + 15} textAnchor="middle">
              {i === 0 || tick.getUTCMonth() === 0 ? day(tick.toISOString()) : shortDay(tick.toISOString())}
            </text>
          </g>
        ))}
        {spans.slice(0, mostSpans).map(span => {
          const line = plot.bottom + 22 + spans.indexOf(span) * 5
          return (
            <line
              key={`${span.from} ${span.to}`}
              className="span"
              x1={Math.max(margin.start, at(span.from))}
              x2={Math.min(widthPx - margin.end, behind(span.to))}
              y1={line}
              y2={line}
            />
          )
        })}
        {before > 0 && (
          <text x={margin.start} y={height - 1}>
            ◂ {t('explore.time.before', {n: before})}
          </text>
        )}
        {after > 0 && (
          <text x={widthPx - margin.end} y={height - 1} textAnchor="end">
            {t('explore.time.after', {n: after})} ▸
          </text>
        )}
        <g ref={layer} className="brush" />
      </svg>
    </div>
  )
}

const isMidnight = (time: Date) => time.getTime() % 86_400_000 === 0
