/** When what was reported: a lane for each account, or for each incident that hangs together with this one. Days run with the page. */
import {useQuery} from '@tanstack/react-query'
import {useNavigate} from '@tanstack/react-router'
import {scalePoint} from 'd3-scale'
import {type Ref, useState} from 'react'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import type {IncidentComplex} from '../../../../src/model/incident-complex.ts'
import {answer, api, inPath} from '../../app/client.ts'
import {useWords} from '../../app/settings.tsx'
import type {Words} from '../../messages/words.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {mostLetters, shortened} from '../../parts/layered-graph.ts'
import {PlotFigure, PlotTable} from '../../parts/plot-figure.tsx'
import {rangeText} from '../../parts/range.tsx'
import {Select} from '../../parts/select.tsx'
import {colourOf} from '../../parts/side-mark.tsx'
import {daysOf, type Lane, type LaneMark, lanesByAccount, lanesByIncident} from './lanes.ts'
import './timeline-lanes.css'

/** More are read by nobody; the table has all. */
const mostLanes = 60
const lanePx = 26
const labelPx = 20 + mostLetters * 6.2
const dayPx = 64
const margin = {top: 8, bottom: 26, end: 28}

type By = 'account' | 'incident'
interface Named extends Lane {
  readonly label: string
  readonly isHere: boolean
}

export default function TimelineLanes({incident}: {readonly incident: LinkedIncident}) {
  const words = useWords()
  const {t, label, shortDay} = words
  const navigate = useNavigate()
  const outcomes = Object.keys(incident.assessments.dateline ?? {})
  const [by, setBy] = useState<By>('account')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const isTied = incident.relations.length > 0
  const complex = useQuery({
    queryKey: ['incident', incident.id, 'complex'],
    queryFn: () => answer(api.incidents[':id'].complex.$get({param: {id: inPath(incident.id)}})),
    enabled: isTied && by === 'incident'
  })
  const data = complex.data as IncidentComplex | undefined
  const all = [
    ...new Set([
      ...outcomes,
      ...(data?.incidents ?? []).flatMap(({figures}) => figures.map(own => own.outcome))
    ])
  ]
  const outcome = chosen ?? all[0] ?? 'killed'
  const lanes: Named[] =
    by === 'account'
      ? lanesByAccount(incident, outcome).map(lane => ({
          ...lane,
          label: incident.accounts.find(({id}) => id === lane.id)!.origin,
          isHere: false
        }))
      : lanesByIncident(data?.incidents ?? [], outcome).map(lane => ({
          ...lane,
          label: incidentLabel(data!.incidents.find(({id}) => id === lane.id)!, words),
          isHere: lane.id === incident.id
        }))
  const shown = lanes.slice(0, mostLanes)
  if (daysOf(lanes).length === 0 && by === 'account' && !isTied) return null
  const undated = lanes.reduce((sum, lane) => sum + lane.undated, 0)
  const notes = [
    t(by === 'account' ? 'lanes.how' : 'lanes.how.incidents'),
    undated > 0 && t('plot.undated', {n: undated}),
    lanes.length > shown.length && t('plot.notDrawn', {n: lanes.length - shown.length}),
    (data?.left ?? 0) > 0 && t('lanes.left', {n: data!.left})
  ].filter(text => text !== false)
  const open = (lane: Named, {report}: LaneMark) =>
    void navigate({
      to: '/reports/$id',
      params: {id: report},
      search: {incident: by === 'incident' ? lane.id : incident.id}
    })
  const text = ({low, high, open}: LaneMark) => (low === null ? '' : rangeText(words, {low, high, open}))
  return (
    <PlotFigure
      title={t('lanes.title')}
      note={notes.join(' · ')}
      name={`${incident.id}-timeline`}
      choices={
        <>
          {isTied && (
            <Select
              className="min-h-0 py-0"
              aria-label={t('lanes.by')}
              value={by}
              of={['account', 'incident']}
              name={id => t(id === 'account' ? 'lanes.byAccount' : 'lanes.byIncident')}
              onChoose={setBy}
            />
          )}
          {all.length > 1 && (
            <Select
              className="min-h-0 py-0"
              aria-label={t('plot.number')}
              value={outcome}
              of={all}
              name={id => label('outcome', id)}
              onChoose={setChosen}
            />
          )}
        </>
      }
      drawing={ref =>
        complex.isFetching && !data && by === 'incident' ? (
          <p>{t('frame.reading')}</p>
        ) : (
          <Drawing ref={ref} lanes={shown} text={text} onMark={open} />
        )
      }
      table={
        <PlotTable
          heads={[
            t('lanes.lane'),
            t('plot.day'),
            t('plot.outlet'),
            `${label('outcome', outcome)}`,
            t('plot.telling')
          ]}
          rows={lanes.flatMap(lane =>
            lane.marks.map(mark => ({
              id: `${lane.id} ${mark.id}`,
              cells: [
                <Bidi key="lane">{lane.label}</Bidi>,
                shortDay(mark.day),
                <button
                  key="open"
                  type="button"
                  className="text-start underline"
                  onClick={() => open(lane, mark)}
                >
                  <Bidi>{mark.outlets.join(', ')}</Bidi>
                </button>,
                mark.isSuperseded ? <s key="n">{text(mark)}</s> : text(mark),
                by === 'account' ? t(mark.isCopy ? 'incidents.plot.copy' : 'incidents.plot.first') : ''
              ]
            }))
          )}
        />
      }
    />
  )
}

function incidentLabel({type, place}: IncidentComplex['incidents'][number], {t, label}: Words): string {
  return `${label('type', type)} · ${place?.name ?? t('value.noPlace')}`
}

function Drawing({
  ref,
  lanes,
  text,
  onMark
}: {
  readonly ref: Ref<SVGSVGElement>
  readonly lanes: readonly Named[]
  readonly text: (mark: LaneMark) => string
  readonly onMark: (lane: Named, mark: LaneMark) => void
}) {
  const {t, shortDay, dir} = useWords()
  const days = daysOf(lanes)
  const width = labelPx + Math.max(4, days.length) * dayPx + margin.end
  const height = margin.top + lanes.length * lanePx + margin.bottom
  const isMirrored = dir === 'rtl'
  const across = (x: number) => (isMirrored ? width - x : x)
  const x = scalePoint(days, [labelPx, width - margin.end]).padding(0.4)
  return (
    <svg
      ref={ref}
      className="timeline-lanes"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={t('lanes.title')}
      direction="ltr"
    >
      {days.map(day => (
        <g key={day}>
          <line
            className="grid"
            x1={across(x(day)!)}
            x2={across(x(day)!)}
            y1={margin.top}
            y2={height - margin.bottom}
          />
          <text x={across(x(day)!)} y={height - 8} textAnchor="middle">
            {shortDay(day)}
          </text>
        </g>
      ))}
      {lanes.map((lane, i) => {
        const y = margin.top + (i + 0.5) * lanePx
        // Marks of one day stand side by side.
        const byDay = Map.groupBy(lane.marks, ({day}) => day)
        return (
          <g key={lane.id} className={lane.side ? colourOf(lane.side) : ''}>
            <line className="lane" x1={across(labelPx - 8)} x2={across(width - 8)} y1={y} y2={y} />
            <text className={lane.isHere ? 'name here' : 'name'} x={across(8)} y={y + 4} direction={dir}>
              <title>{lane.label}</title>
              {`\u2068${shortened(lane.label)}\u2069`}
            </text>
            {lane.event && (
              <rect
                className="event"
                x={Math.min(across(x(lane.event.from)! - 5), across(x(lane.event.to)! + 5))}
                y={y - 7}
                width={x(lane.event.to)! - x(lane.event.from)! + 10}
                height={14}
              />
            )}
            {[...byDay.values()].flatMap(own =>
              own.map((mark, at) => {
                const apart = Math.min(14, (dayPx * 0.7) / own.length)
                const cx = across(x(mark.day)! + (at - (own.length - 1) / 2) * apart)
                const said = text(mark)
                // One number for a day: those of its reports that differ.
                const isSaid = said !== '' && own.findLastIndex(other => text(other) === said) === at
                return (
                  // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the same reports are opened in the table
                  <g key={mark.id} className="mark" onClick={() => onMark(lane, mark)}>
                    <title>{`${mark.outlets.join(', ')}${said && `: ${said}`}`}</title>
                    <circle className={mark.isCopy ? 'copy' : 'first'} cx={cx} cy={y} r={4.2} />
                    {isSaid && (
                      <text
                        className={mark.isSuperseded ? 'superseded' : ''}
                        x={cx + (isMirrored ? -7 : 7)}
                        y={y - 3}
                        direction={dir}
                      >
                        {said}
                      </text>
                    )}
                  </g>
                )
              })
            )}
          </g>
        )
      })}
    </svg>
  )
}
