/** A plot with its menu, the same for all: drawn or as a table, saved as SVG and PNG. */
import {type ReactNode, type Ref, useId, useRef, useState} from 'react'
import {useWords} from '../app/settings.tsx'
import {SaveButtons} from './save-buttons.tsx'
import './plot-figure.css'

interface Props {
  readonly title: ReactNode
  /** How to read it. */
  readonly note?: ReactNode
  /** Of the files, without their ending. */
  readonly name: string
  /** More to choose, before the menu. */
  readonly choices?: ReactNode
  readonly drawing: (ref: Ref<SVGSVGElement>) => ReactNode
  readonly table: ReactNode
}

export function PlotFigure({title, note, name, choices, drawing, table}: Props) {
  const {t} = useWords()
  const [isTable, setTable] = useState(false)
  const svg = useRef<SVGSVGElement>(null)
  const titleId = useId()
  return (
    <figure className="plot">
      <figcaption>
        <span>
          <b id={titleId}>{title}</b> {note && <span className="text-ink-3">{note}</span>}
        </span>
        <span className="flex flex-wrap gap-x-3">
          {choices}
          <button type="button" className="underline" onClick={() => setTable(was => !was)}>
            {t(isTable ? 'plot.drawing' : 'plot.table')}
          </button>
          {!isTable && <SaveButtons drawing={svg} name={name} />}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing wider than its place is scrolled by keys too */}
      <section className="plot-box" tabIndex={0} aria-labelledby={titleId}>
        {isTable ? table : drawing(svg)}
      </section>
    </figure>
  )
}

/** A table that says what the drawing does. */
export function PlotTable({
  heads,
  rows
}: {
  readonly heads: readonly string[]
  readonly rows: readonly {readonly id: string; readonly cells: readonly ReactNode[]}[]
}) {
  return (
    <table className="w-full text-small">
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col" className="py-1 pe-3 text-start font-semibold text-ink-2">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({id, cells}) => (
          <tr key={id} className="border-t border-line">
            {cells.map((cell, i) => (
              <td key={heads[i]} className="py-1 pe-3 align-baseline">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
