/** Rows with one chosen and, where something can be done with several, some selected; more of them on asking. */
import type {ReactNode} from 'react'
import {useEffect, useRef, useState} from 'react'
import {useWords} from '../app/settings.tsx'
import {Total} from './total.tsx'

export interface Column<Row> {
  readonly name: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the end. */
  readonly isFigure?: boolean
}

export interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly keyOf: (row: Row) => string
  readonly chosen: string | null
  readonly selected: ReadonlySet<string>
  choose(key: string | null): void
  step(by: number): void
  /** Of the chosen one; with `isRange` all between it and the one selected before. */
  select(key: string | null, isRange?: boolean): void
  clear(): void
}

export function useRows<Row>(
  rows: readonly Row[],
  total: number,
  keyOf: (row: Row) => string,
  first: string | null = null
): Rows<Row> {
  const [chosen, choose] = useState<string | null>(first)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const at = (key: string | null) => rows.findIndex(row => keyOf(row) === key)
  return {
    rows,
    total,
    keyOf,
    chosen,
    selected,
    choose,
    step(by) {
      const from = at(chosen)
      const next = rows[from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by))]
      if (next) choose(keyOf(next))
    },
    select(key, isRange = false) {
      if (key === null) return
      const [a, b] = [isRange ? at(last.current) : -1, at(key)]
      const next = new Set(selected)
      if (a >= 0) for (const row of rows.slice(Math.min(a, b), Math.max(a, b) + 1)) next.add(keyOf(row))
      else if (!next.delete(key)) next.add(key)
      last.current = key
      setSelected(next)
    },
    clear: () => setSelected(new Set())
  }
}

export function RowTable<Row>({
  label,
  list,
  columns,
  isSelectable = false,
  onMore,
  empty
}: {
  readonly label: string
  readonly list: Rows<Row>
  readonly columns: readonly Column<Row>[]
  readonly isSelectable?: boolean
  /** Where there are more. */
  readonly onMore?: (() => void) | undefined
  readonly empty: string
}) {
  const {t} = useWords()
  const {rows, total, keyOf, chosen, selected} = list
  const current = useRef<HTMLTableRowElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen row into view when it changes
  useEffect(() => {
    // Some browsers give back a promise, which is nothing to clean up by.
    void current.current?.scrollIntoView({block: 'nearest'})
  }, [chosen])
  if (rows.length === 0) return <p className="p-3 text-ink-3">{empty}</p>
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-small" aria-label={label}>
        <thead>
          <tr className="border-b border-line-2 text-ink-3">
            {isSelectable && (
              <th className="w-8 ps-3">
                <span className="sr-only">{t('rows.select')}</span>
              </th>
            )}
            {columns.map(({name, head, isFigure}) => (
              <th
                key={name}
                scope="col"
                className={`px-3 py-1.5 font-normal ${isFigure ? 'text-end' : 'text-start'}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const key = keyOf(row)
            const isChosen = key === chosen
            return (
              <tr
                key={key}
                ref={isChosen ? current : undefined}
                aria-current={isChosen ? 'true' : undefined}
                className={`cursor-pointer border-b border-line align-top ${isChosen ? 'current' : ''}`}
                onClick={() => list.choose(key)}
              >
                {isSelectable && (
                  <td className="ps-3 pt-1.5">
                    <input
                      type="checkbox"
                      className="min-h-0"
                      aria-label={t('rows.selectOne', {name: key})}
                      checked={selected.has(key)}
                      onClick={event => event.stopPropagation()}
                      onChange={() => list.select(key)}
                    />
                  </td>
                )}
                {columns.map(({name, cell, isFigure}) => (
                  <td key={name} className={`px-3 py-1.5 ${isFigure ? 'text-end whitespace-nowrap' : ''}`}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="flex items-center gap-3 p-3 text-small text-ink-2">
        <Total shown={rows.length} total={total} />
        {onMore && rows.length < total && (
          <button type="button" className="btn" onClick={onMore}>
            {t('rows.more')}
          </button>
        )}
      </p>
    </div>
  )
}
