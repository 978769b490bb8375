/** Sources as a table: sorted by any column, only what is seen is drawn. */
import {Link} from '@tanstack/react-router'
import {useVirtualizer} from '@tanstack/react-virtual'
import {useEffect, useRef} from 'react'
import type {Affiliation, ListedSource} from '../../../../src/model/source.ts'
import type {SourcesSearch} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {SourceName} from './source-name.tsx'
import './source-table.css'

interface Props {
  readonly rows: readonly ListedSource[]
  readonly total: number
  readonly chosen: string | null
  readonly search: SourcesSearch
  readonly onSet: (change: Partial<SourcesSearch>) => void
  /** The last row is seen. */
  readonly onEnd: () => void
}

type Sort = NonNullable<SourcesSearch['sort']>
const columns = [
  {name: 'name', sort: 'name'},
  {name: 'kind'},
  {name: 'reports', sort: 'reports', isNumber: true},
  {name: 'claims', sort: 'claims', isNumber: true},
  {name: 'sided', isNumber: true},
  {name: 'figures', sort: 'figures', isNumber: true},
  {name: 'revised', sort: 'revised', isNumber: true},
  {name: 'first', sort: 'first'},
  {name: 'last', sort: 'last'},
  {name: 'registry'}
] as const satisfies readonly {name: string; sort?: Sort; isNumber?: true}[]

export function SourceTable({rows, total, chosen, search, onSet, onEnd}: Props) {
  const {t} = useWords()
  const box = useRef<HTMLElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 32,
    overscan: 12
  })
  const seen = list.getVirtualItems()
  const [first, last] = [seen[0], seen.at(-1)]
  useEffect(() => {
    if ((last?.index ?? 0) >= rows.length - 1 && rows.length < total) onEnd()
  }, [last?.index, rows.length, total, onEnd])
  const at = rows.findIndex(({id}) => id === chosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen row into view when it changes
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, {align: 'auto'})
  }, [at])
  const {sort = 'reports', order = 'down'} = search
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls both ways
    <section ref={box} className="source-box" tabIndex={0} aria-label={t('sources.title')}>
      <table className="source-table" aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(column => {
              const own = 'sort' in column ? column.sort : null
              const isBy = own === sort
              return (
                <th
                  key={column.name}
                  scope="col"
                  className={'isNumber' in column ? 'number' : ''}
                  aria-sort={isBy ? (order === 'up' ? 'ascending' : 'descending') : undefined}
                >
                  {own ? (
                    <button
                      type="button"
                      title={t('sources.sortBy', {column: t(`sources.col.${column.name}`)})}
                      onClick={() =>
                        onSet({
                          sort: own,
                          order: isBy ? (order === 'down' ? 'up' : 'down') : own === 'name' ? 'up' : 'down'
                        })
                      }
                    >
                      {t(`sources.col.${column.name}`)}
                      <span aria-hidden="true">{isBy ? (order === 'up' ? ' ↑' : ' ↓') : ''}</span>
                    </button>
                  ) : (
                    t(`sources.col.${column.name}`)
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {first && first.start > 0 && <tr style={{blockSize: first.start}} />}
          {seen.map(({index, key}) => (
            <Row
              key={key}
              index={index}
              source={rows[index]!}
              isChosen={rows[index]!.id === chosen}
              search={search}
              measure={list.measureElement}
            />
          ))}
          {last && list.getTotalSize() > last.end && (
            <tr style={{blockSize: list.getTotalSize() - last.end}} />
          )}
        </tbody>
      </table>
    </section>
  )
}

function Row({
  index,
  source,
  isChosen,
  search,
  measure
}: {
  readonly index: number
  readonly source: ListedSource
  readonly isChosen: boolean
  readonly search: SourcesSearch
  readonly measure: (row: Element | null) => void
}) {
  const words = useWords()
  const {t, number, day} = words
  const {id, kind, affiliations, reports, claims, sided, figures, superseded, setAside, firstOn, lastOn} =
    source
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={isChosen ? 'current' : ''}
      aria-current={isChosen ? 'true' : undefined}
    >
      <th scope="row">
        <Link
          to="/sources/$id"
          params={{id}}
          search={{...search, from: undefined, to: undefined, tie: undefined}}
          replace
        >
          <SourceName source={source} />
        </Link>
      </th>
      <td>{t(`source.${kind}`)}</td>
      <td className="number">{number(reports)}</td>
      <td className="number">{number(claims)}</td>
      <td className="number">{sided > 0 && t('sources.revised', {share: number(sided), n: claims})}</td>
      <td className="number">{figures > 0 && number(figures)}</td>
      <td
        className="number"
        title={figures > 0 ? t('sources.revised.why', {superseded, setAside, n: figures}) : undefined}
      >
        {figures > 0 && <Revised {...source} />}
      </td>
      <td>{firstOn && day(firstOn)}</td>
      <td>{lastOn && day(lastOn)}</td>
      <td>{affiliations[0] && <AffiliationText affiliation={affiliations[0]} />}</td>
    </tr>
  )
}

/** "3 of 12": never a share without its number. */
export function Revised({
  figures,
  superseded,
  setAside
}: Pick<ListedSource, 'figures' | 'superseded' | 'setAside'>) {
  const {t, number} = useWords()
  return <bdi>{t('sources.revised', {share: number(superseded + setAside), n: figures})}</bdi>
}

export function AffiliationText({
  affiliation: {relation, to, from, until, checked}
}: {
  readonly affiliation: Affiliation
}) {
  const {t} = useWords()
  return (
    <span className={checked ? '' : 'inferred'} title={checked ? undefined : t('sources.notChecked')}>
      {t(`relation.${relation}`)} <Bidi>{to}</Bidi>
      {(from || until) && (
        <span className="text-ink-3">
          {' '}
          <bdi dir="ltr">
            {from ?? ''}–{until ?? ''}
          </bdi>
        </span>
      )}
    </span>
  )
}
