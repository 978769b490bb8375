/**
 * Facts by accounts. What agrees is regular, what differs is bold with its mark; silence is an empty cell.
 *
 * A grid with one cell in the order of focus, as ARIA asks; the keys that walk it are those of the screen.
 */
import {type ReactNode, useEffect, useRef} from 'react'
import {Button} from 'react-aria-components'
import type {LinkedIncident, RuleId} from '../../../../src/model/assessment.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {CertaintyMark} from '../../parts/claim-marks.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {colourOf, SideMark} from '../../parts/side-mark.tsx'
import type {Column, Matrix, Row, Value} from './matrix.ts'
import {Assessed, rowName, ValueText} from './values.tsx'
import './claim-matrix.css'

interface Props {
  readonly incident: LinkedIncident
  readonly matrix: Matrix
  readonly rule: RuleId
  readonly at: {readonly row: string; readonly account: string}
  readonly isUnfolded: boolean
  readonly onUnfold: () => void
  readonly onCell: (row: string, account: string) => void
}

export function ClaimMatrix({incident, matrix, rule, at, isUnfolded, onUnfold, onCell}: Props) {
  const words = useWords()
  const {t} = words
  const {columns, rows} = matrix
  const table = useRef<HTMLTableElement>(null)
  // The focus follows the walk, but does not come here from elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another cell is gone to
  useEffect(() => {
    const cell = table.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    const focused = document.activeElement
    if (focused === document.body || table.current?.contains(focused)) cell?.focus({preventScroll: true})
    cell?.scrollIntoView({block: 'nearest', inline: 'nearest'})
  }, [at.row, at.account])
  const sides = [...Map.groupBy(columns, ({side}) => side)]
  const namesOf = (side: Column['side']) => (side === 'a' || side === 'b' ? incident.sides[side] : [])
  return (
    <div className="matrix-box">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked is a grid */}
      <table ref={table} className="matrix" role="grid" aria-label={t('incidents.matrix')}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="name">
              {t('incidents.fact')}
            </th>
            <th scope="col" rowSpan={2} className="assessed">
              {t('incidents.assessed')}
              <small>
                {t('incidents.byRule', {rule})} · <Keycap shows={screenKeys.incidents.why} />
              </small>
            </th>
            {sides.map(([side, own]) => (
              <th key={side} scope="colgroup" colSpan={own.length} className="group-start">
                <SideMark side={side} word={!namesOf(side).length} /> <Bidi>{namesOf(side).join(', ')}</Bidi>{' '}
                <small className="inline!">
                  {t('value.accounts', {n: own.reduce((sum, {accounts}) => sum + accounts.length, 0)})}
                </small>
              </th>
            ))}
          </tr>
          <tr>
            {columns.map((column, i) => (
              <Head
                key={column.id}
                column={column}
                incident={incident}
                isFirst={columns[i - 1]?.side !== column.side}
                onUnfold={onUnfold}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr
              key={row.id}
              className={[
                row.id === at.row ? 'on' : '',
                rows[i + 1] && rows[i + 1]!.kind !== row.kind && rows[i + 1]!.kind !== 'group' ? 'cut' : ''
              ].join(' ')}
            >
              <th scope="row" className={`name ${row.kind === 'group' ? 'part' : ''}`}>
                {rowName(words, row)}
              </th>
              <GridCell
                className="assessed"
                isSelected={at.row === row.id && at.account === 'assessed'}
                onOpen={() => onCell(row.id, 'assessed')}
              >
                <Assessed row={row} incident={incident} rule={rule} />
              </GridCell>
              {columns.map((column, c) => (
                <Cell
                  key={column.id}
                  row={row}
                  values={row.cells.get(column.id) ?? []}
                  isSelected={at.row === row.id && at.account === column.id}
                  isFirst={columns[c - 1]?.side !== column.side}
                  speaker={column.accounts.map(({origin}) => origin).join(', ')}
                  onOpen={() => onCell(row.id, column.id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="p-2">
        <Button className="btn" onPress={onUnfold}>
          {t(isUnfolded ? 'incidents.fold' : 'incidents.unfold')}{' '}
          <Keycap shows={screenKeys.incidents.unfold} />
        </Button>
      </p>
    </div>
  )
}

function Head({
  column: {accounts, isInterested, side},
  incident,
  isFirst,
  onUnfold
}: {
  readonly column: Column
  readonly incident: LinkedIncident
  readonly isFirst: boolean
  readonly onUnfold: () => void
}) {
  const {t} = useWords()
  const outlets = new Set(
    accounts.flatMap(({reports}) =>
      reports.map(report => incident.reports.find(({id}) => id === report)?.outlet ?? report)
    )
  )
  const [one] = accounts
  return (
    <th
      scope="col"
      className={`speaker ${colourOf(side)} ${isFirst ? 'group-start' : ''}`}
      title={[...outlets].join(', ')}
    >
      <span className={`stake ${isInterested ? 'hatched' : ''}`} />
      {accounts.length === 1 && one ? (
        <>
          <span className="line-clamp-3 text-ink">
            <Bidi>{one.origin}</Bidi>
          </span>
          <small>
            {isInterested ? `${t(`interest.${one.interest}`)} · ` : ''}
            {t('value.outlets', {n: outlets.size})}
          </small>
        </>
      ) : (
        <>
          <button type="button" className="text-start text-ink" onClick={onUnfold}>
            {t('incidents.others', {n: accounts.length})}{' '}
            <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
              ▸
            </span>
          </button>
          <small>
            {t('value.origins', {n: accounts.length})} / {t('value.outlets', {n: outlets.size})}
          </small>
        </>
      )}
    </th>
  )
}

/** What is drawn of a cell; the rest is in the evidence. */
const mostValues = 3

function Cell({
  row,
  values,
  isSelected,
  isFirst,
  speaker,
  onOpen
}: {
  readonly row: Row
  readonly values: readonly Value[]
  readonly isSelected: boolean
  readonly isFirst: boolean
  readonly speaker: string
  readonly onOpen: () => void
}) {
  const {t, number} = useWords()
  const [first] = values
  return (
    <GridCell
      className={[isFirst ? 'group-start' : '', first ? '' : 'silent'].join(' ')}
      isSelected={isSelected}
      speaker={speaker}
      onOpen={onOpen}
    >
      {first ? (
        <span className="flex items-center justify-between gap-1">
          <span className={`values ${row.kind === 'fact' ? 'listed' : ''}`}>
            {values.slice(0, mostValues).map(value => (
              <ValueText key={`${value.factValue} ${value.claim.key}`} value={value} row={row} />
            ))}
            {values.length > mostValues && (
              <small className="text-ink-3">+{number(values.length - mostValues)}</small>
            )}
          </span>
          <span className="flex shrink-0 flex-col items-end gap-px text-micro leading-none text-ink-3">
            {first.daysAfter > 0 && (
              <bdi dir="ltr" title={t('value.daysAfter', {n: first.daysAfter})}>
                +{number(first.daysAfter)}
              </bdi>
            )}
            <CertaintyMark certainty={first.claim.certainty} />
          </span>
        </span>
      ) : (
        <span className="sr-only">{t('incidents.silent')}</span>
      )}
    </GridCell>
  )
}

/** `speaker`: shown where the columns have no heads, on a phone. */
function GridCell({
  className,
  isSelected,
  speaker,
  onOpen,
  children
}: {
  readonly className: string
  readonly isSelected: boolean
  readonly speaker?: string
  readonly onOpen: () => void
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is a key of the screen
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      className={className}
      tabIndex={isSelected ? 0 : -1}
      aria-selected={isSelected}
      data-speaker={speaker}
      onClick={onOpen}
    >
      {children}
    </td>
  )
}
