/** Who carries whom over the whole store, or around one source: an outlet copies or credits another in so many reports. */
import {useQuery} from '@tanstack/react-query'
import type {SourceTie} from '../../../../src/model/source.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {columnsOf} from '../../parts/layered-graph.ts'
import {type DrawnEdge, LayeredGraph} from '../../parts/layered-graph.tsx'
import {PlotFigure, PlotTable} from '../../parts/plot-figure.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Total} from '../../parts/total.tsx'
import {tiesQuery} from './queries.ts'
import {nameText} from './source-name.tsx'

interface Props {
  /** Ties of this one alone. */
  readonly source: string | undefined
  readonly chosen: Pick<SourceTie, 'from' | 'to' | 'kind'> | null
  readonly onTie: (tie: SourceTie) => void
  readonly onSource: (id: string) => void
}

export function SourceGraph({source, chosen, onTie, onSource}: Props) {
  const words = useWords()
  const {t} = words
  const read = useQuery(tiesQuery(source))
  if (read.isError) return <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
  if (!read.data) return <p className="p-3">{t('frame.reading')}</p>
  const {nodes, ties, total} = read.data
  if (total === 0)
    return <p className="p-3 text-ink-3">{t(source ? 'sources.noTies' : 'sources.graph.none')}</p>
  const byId = new Map(nodes.map(node => [node.id, node]))
  const name = (id: string) => nameText(byId.get(id)!, words)
  const columns = columnsOf(
    nodes.map(({id}) => id),
    ties
  )
  const drawn = ties.map((tie): DrawnEdge & {tie: SourceTie} => ({
    id: idOf(tie),
    from: tie.from,
    to: tie.to,
    look: tie.kind,
    said: `${t('tie.said', {from: name(tie.from), tie: t(`tie.kind.${tie.kind}`), to: name(tie.to)})}: ${t('value.reports', {n: tie.reports})}`,
    count: tie.reports,
    tie
  }))
  return (
    <PlotFigure
      title={source ? t('sources.graph.of', {name: byId.has(source) ? name(source) : source}) : t('tie.who')}
      note={
        <>
          {t('tie.how.sources')} · <Total shown={ties.length} total={total} /> {t('sources.graph.shown')}
        </>
      }
      name={source ? `sources-${source}` : 'sources'}
      drawing={ref => (
        <LayeredGraph
          ref={ref}
          label={t('tie.who')}
          nodes={nodes.map(({id, kind}) => ({
            id,
            label: name(id),
            column: columns.get(id)!,
            shape: kind === 'agency' ? 'circle' : 'report',
            isChosen: id === source
          }))}
          edges={drawn}
          chosen={chosen && idOf(chosen)}
          onEdge={({id}) => onTie(drawn.find(own => own.id === id)!.tie)}
          onNode={({id}) => onSource(id)}
        />
      )}
      table={
        <PlotTable
          heads={[t('tie.depends'), t('tie.tie'), t('tie.on'), t('sources.col.reports')]}
          rows={ties.map(tie => ({
            id: idOf(tie),
            cells: [
              <Bidi key="from">{name(tie.from)}</Bidi>,
              <button key="tie" type="button" className="underline" onClick={() => onTie(tie)}>
                {t(`tie.kind.${tie.kind}`)}
              </button>,
              <Bidi key="to">{name(tie.to)}</Bidi>,
              t('value.reports', {n: tie.reports})
            ]
          }))}
        />
      }
    />
  )
}

function idOf({from, kind, to}: Pick<SourceTie, 'from' | 'kind' | 'to'>): string {
  return `${from} ${kind} ${to}`
}
