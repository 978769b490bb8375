/** The reports of a queue, two lines each; only what is seen is drawn. */
import {useVirtualizer} from '@tanstack/react-virtual'
import {type ReactNode, useEffect, useLayoutEffect, useRef, useState} from 'react'
import type {InboxRow, Proposal} from '../../../../src/model/inbox.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {ClaimLine} from './claim-line.tsx'
import {Score} from './score.tsx'
import './inbox.css'

interface Props {
  readonly rows: readonly InboxRow[]
  readonly total: number
  readonly label: string
  readonly current: string | null
  readonly selected: ReadonlySet<string>
  /** Whether rows may be selected. */
  readonly isSelectable: boolean
  readonly head: ReactNode
  readonly empty: ReactNode
  readonly onCurrent: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onSelect: (id: string, isRange: boolean) => void
  /** The last row is seen. */
  readonly onEnd: () => void
}

export function ReportRows({rows, total, label, current, head, empty, onEnd, ...row}: Props) {
  const {t} = useWords()
  const box = useRef<HTMLTableElement>(null)
  const headBox = useRef<HTMLElement>(null)
  const [headPx, setHeadPx] = useState(0)
  useLayoutEffect(() => {
    const element = headBox.current
    if (!element) return
    const observer = new ResizeObserver(() => setHeadPx(element.offsetHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current?.closest<HTMLElement>('.pane') ?? null,
    estimateSize: () => 46,
    getItemKey: index => rows[index]!.id,
    overscan: 10,
    scrollMargin: headPx,
    // The head stays above the rows.
    scrollPaddingStart: headPx
  })
  const seen = list.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 1 && rows.length < total) onEnd()
  }, [last, rows.length, total, onEnd])
  const at = rows.findIndex(({id}) => id === current)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the current row into view when it changes
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, {align: 'auto'})
  }, [at])
  return (
    <>
      <header ref={headBox} className="sticky top-0 z-3">
        {head}
        {rows.length > 0 && (
          <div className="inbox-heads" aria-hidden="true">
            <span />
            <span>{t('inbox.column.published')}</span>
            <span>{t('inbox.column.outlet')}</span>
            <span>{t('inbox.column.headline')}</span>
            <span>{t('inbox.column.proposal')}</span>
          </div>
        )}
      </header>
      {rows.length === 0 && empty}
      {rows.length > 0 && (
        <table
          ref={box}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are gone through and selected
          role="grid"
          tabIndex={0}
          aria-label={label}
          aria-rowcount={total}
          aria-multiselectable={row.isSelectable}
          aria-activedescendant={at >= 0 ? `row-${current}` : undefined}
          className="relative block -outline-offset-2"
          style={{blockSize: list.getTotalSize()}}
        >
          <tbody className="block">
            {seen.map(({index, key, start}) => (
              <Row
                {...row}
                key={key}
                measure={list.measureElement}
                startPx={start - headPx}
                report={rows[index]!}
                index={index}
                isCurrent={index === at}
                isSelected={row.selected.has(rows[index]!.id)}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

interface RowProps extends Pick<Props, 'isSelectable' | 'onCurrent' | 'onOpen' | 'onSelect'> {
  readonly report: InboxRow
  readonly index: number
  readonly startPx: number
  readonly measure: (row: HTMLElement | null) => void
  readonly isCurrent: boolean
  readonly isSelected: boolean
}

function Row({
  report,
  index,
  startPx,
  measure,
  isCurrent,
  isSelected,
  isSelectable,
  onCurrent,
  onOpen,
  onSelect
}: RowProps) {
  const {t, day, shortDay} = useWords()
  const {id, outlet, title, opening, language, publishedOn, seenAt, claims, proposals} = report
  const conflicts = new Set(proposals.flatMap(proposal => proposal.conflicts))
  return (
    <tr
      ref={measure}
      data-index={index}
      id={`row-${id}`}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-current={isCurrent}
      className="inbox-row absolute inset-x-0"
      style={{insetBlockStart: startPx}}
      onClick={event => (event.shiftKey && isSelectable ? onSelect(id, true) : onCurrent(id))}
      onDoubleClick={() => onOpen(id)}
    >
      <td className="pick">
        {isSelectable && (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            aria-label={t('inbox.select', {what: title ?? opening ?? id})}
            // The focus stays on the rows, so that their keys go on.
            onMouseDown={event => event.preventDefault()}
            onClick={event => event.stopPropagation()}
            onChange={({nativeEvent}) => onSelect(id, (nativeEvent as MouseEvent).shiftKey)}
          />
        )}
      </td>
      <td>
        <span className="one">{publishedOn ? day(publishedOn) : t('inbox.undated')}</span>
        <span className="max-[900px]:hidden!">{seenAt ? t('inbox.seen', {day: shortDay(seenAt)}) : ''}</span>
      </td>
      <td>
        <span className="one outside" dir="auto">
          {outlet ?? <span className="text-ink-3">{t('inbox.noOutlet')}</span>}
        </span>
        <span>
          <LanguageChip language={language} /> <Decided report={report} />
        </span>
      </td>
      <td>
        <span className="headline words outside" dir="auto" lang={language}>
          {title ?? <span className="text-ink-2">{opening}</span>}
        </span>
        <span className="claims">
          <ClaimLine claims={claims} conflicts={conflicts} language={language} />
        </span>
      </td>
      <td>
        <Proposed proposals={proposals} />
      </td>
    </tr>
  )
}

export function Decided({report: {decision}}: {readonly report: InboxRow}) {
  const {t} = useWords()
  if (!decision) return null
  const {state, kind, by} = decision
  const known = kind === 'link' || kind === 'split' || kind === 'unlink' ? kind : state
  return <span title={decision.reason ?? undefined}>{t(`inbox.decided.${known}`, {who: by})}</span>
}

function Proposed({proposals}: {readonly proposals: readonly Proposal[]}) {
  const {t, label, shortDay} = useWords()
  const [first] = proposals
  if (!first) return <span className="one text-ink-3">{t('inbox.noIncident')}</span>
  const {type, place, when, reports, score, copies} = first
  const where = (
    <>
      {place ? <Bidi>{place.name}</Bidi> : t('value.noPlace')}
      <span aria-hidden="true"> · </span>
      {shortDay(when.from)}
    </>
  )
  const isOpening = reports === 1
  const more = proposals.length - 1
  return (
    <>
      <span className="one">{isOpening ? t('inbox.opens') : where}</span>
      <span>
        {isOpening ? (
          where
        ) : (
          <>
            {score === null ? t('inbox.unscored') : <Score score={score} />}
            <span aria-hidden="true"> · </span>
            {copies ? <Copy of={copies.outlet} /> : label('type', type)}
          </>
        )}
        {more > 0 && (
          <>
            <span aria-hidden="true"> · </span>
            {t('inbox.moreHappenings', {n: more})}
          </>
        )}
      </span>
    </>
  )
}

export function Copy({of}: {readonly of: string | null}) {
  const {t} = useWords()
  return <>{of ? t('inbox.copyOf', {outlet: of}) : t('inbox.copy')}</>
}
