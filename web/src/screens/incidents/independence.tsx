/** How the reports of an incident hang together: speakers, agencies and owners, and the reports that have it from them. */
import {useState} from 'react'
import type {LinkedIncident, OriginEdge} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import type {Words as Language} from '../../messages/words.ts'
import {Bidi, Words} from '../../parts/bidi.tsx'
import {columnsOf} from '../../parts/layered-graph.ts'
import {type DrawnEdge, type DrawnNode, LayeredGraph} from '../../parts/layered-graph.tsx'
import {PlotFigure, PlotTable} from '../../parts/plot-figure.tsx'
import {sideOf} from '../../parts/side.ts'
import {colourOf} from '../../parts/side-mark.tsx'
import {nodeName, TieDialog, type TieOfIncident} from '../../parts/tie-dialog.tsx'

/** More cannot be told apart in a drawing; the table has all. */
const mostNodes = 120
const shapes = {a: 'square', b: 'triangle', neither: 'circle', unknown: 'diamond'} as const

export default function Independence({incident}: {readonly incident: LinkedIncident}) {
  const words = useWords()
  const {t} = words
  const [asked, setAsked] = useState<TieOfIncident | null>(null)
  const {edges} = incident.origins
  if (edges.length === 0) return null
  const ask = ({from, to, kind}: OriginEdge) => setAsked({incident: incident.id, from, to, kind})
  const {nodes, rest} = drawnNodes(incident, words)
  const shown = new Set(nodes.map(({id}) => id))
  const drawn = edges
    .filter(({from, to}) => shown.has(from) && shown.has(to))
    .map((edge): DrawnEdge & {edge: OriginEdge} => ({
      id: idOf(edge),
      from: edge.from,
      to: edge.to,
      look: edge.kind,
      said: t('tie.said', {
        from: nodeName(incident, edge.from),
        tie: t(`tie.kind.${edge.kind}`),
        to: nodeName(incident, edge.to)
      }),
      verdict: edge.ruled?.verdict,
      edge
    }))
  return (
    <>
      <PlotFigure
        title={t('tie.who')}
        note={`${t('tie.how')}${rest > 0 ? ` · ${t('plot.notDrawn', {n: rest})}` : ''}`}
        name={`${incident.id}-origins`}
        drawing={ref => (
          <LayeredGraph
            ref={ref}
            label={t('tie.who')}
            nodes={nodes}
            edges={drawn}
            chosen={asked && idOf(asked)}
            onEdge={({id}) => ask(drawn.find(own => own.id === id)!.edge)}
          />
        )}
        table={
          <PlotTable
            heads={[t('tie.depends'), t('tie.tie'), t('tie.on'), t('tie.words')]}
            rows={edges.map(edge => ({
              id: idOf(edge),
              cells: [
                <Bidi key="from">{nodeName(incident, edge.from)}</Bidi>,
                <button key="tie" type="button" className="underline" onClick={() => ask(edge)}>
                  {t(`tie.kind.${edge.kind}`)}
                  {edge.ruled &&
                    ` · ${t(edge.ruled.verdict === 'cut' ? 'tie.cut' : 'tie.confirmed', {by: edge.ruled.by})}`}
                </button>,
                <Bidi key="to">{nodeName(incident, edge.to)}</Bidi>,
                <span key="words" className="line-clamp-2">
                  <Words>{edge.evidence[0]?.quote.text ?? ''}</Words>
                </span>
              ]
            }))}
          />
        }
      />
      {asked && <TieDialog tie={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function idOf({from, kind, to}: Pick<OriginEdge, 'from' | 'kind' | 'to'>): string {
  return `${from} ${kind} ${to}`
}

/** Speakers, then agencies and owners, then reports, each copy behind what it copies. */
function drawnNodes(incident: LinkedIncident, {shortDay}: Language): {nodes: DrawnNode[]; rest: number} {
  const {nodes, edges} = incident.origins
  const tied = new Set(edges.flatMap(({from, to}) => [from, to]))
  const all = nodes.filter(({id}) => tied.has(id))
  const reports = new Map(incident.reports.map(report => [report.id, report]))
  const depth = columnsOf(
    all.filter(({kind}) => kind === 'report').map(({id}) => id),
    edges.filter(({kind}) => kind === 'copies')
  )
  return {
    rest: Math.max(0, all.length - mostNodes),
    nodes: all.slice(0, mostNodes).map(({id, kind, name}): DrawnNode => {
      if (kind === 'report') {
        const on = reports.get(id)?.publishedOn
        return {
          id,
          label: name,
          after: on ? ` · ${shortDay(on)}` : '',
          column: 2 + depth.get(id)!,
          shape: 'report'
        }
      }
      if (kind !== 'source')
        return {id, label: name, column: 1, shape: kind === 'agency' ? 'circle' : 'diamond'}
      const account = incident.accounts.find(own => own.id === id)
      const side = account ? sideOf(account) : 'unknown'
      return {id, label: account?.origin ?? name, column: 0, shape: shapes[side], colour: colourOf(side)}
    })
  }
}
