/** Incidents by day, the newest first, as far as the filters let them; only what is seen is drawn. */
import {Link, useNavigate} from '@tanstack/react-router'
import {useVirtualizer} from '@tanstack/react-virtual'
import {type RefObject, useEffect, useLayoutEffect, useRef, useState} from 'react'
import type {ListedIncident} from '../../../../src/model/listing.ts'
import type {IncidentFilter} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {Days} from '../../parts/headline.tsx'
import {Range} from '../../parts/range.tsx'
import {Total} from '../../parts/total.tsx'
import {FilterFields} from './filter-fields.tsx'

interface Props {
  readonly rows: readonly ListedIncident[]
  readonly total: number
  readonly chosen: string | null
  readonly filter: IncidentFilter
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly isReading: boolean
  /** The last row is seen. */
  readonly onEnd: () => void
}

export function IncidentList({rows, total, chosen, filter, searchBox, isReading, onEnd}: Props) {
  const {t} = useWords()
  const box = useRef<HTMLUListElement>(null)
  // The filters above may be open or not.
  const [marginPx, setMargin] = useState(0)
  useLayoutEffect(() => {
    const head = box.current?.parentElement?.firstElementChild
    if (!head) return
    const observer = new ResizeObserver(() => setMargin(box.current?.offsetTop ?? 0))
    observer.observe(head)
    return () => observer.disconnect()
  }, [])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current?.parentElement?.parentElement ?? null,
    estimateSize: () => 74,
    overscan: 8,
    scrollMargin: marginPx
  })
  const seen = list.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 1 && rows.length < total) onEnd()
  }, [last, rows.length, total, onEnd])
  const at = rows.findIndex(({id}) => id === chosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen row into view when it changes
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, {align: 'auto'})
  }, [at])
  return (
    <div>
      <header className="pane-head">
        <b>{t('screen.incidents')}</b>
        <Total shown={rows.length} total={total} />
        <Filters filter={filter} searchBox={searchBox} />
      </header>
      {!isReading && rows.length === 0 && <p className="p-3 text-ink-3">{t('incidents.nothingFits')}</p>}
      <ul ref={box} className="relative" style={{blockSize: list.getTotalSize()}}>
        {seen.map(({index, key, start}) => (
          <li
            key={key}
            data-index={index}
            ref={list.measureElement}
            className="absolute inset-x-0"
            style={{insetBlockStart: start - marginPx}}
          >
            <Item incident={rows[index]!} isChosen={rows[index]!.id === chosen} filter={filter} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Item({
  incident: {id, type, place, when, figures, reports, accounts},
  isChosen,
  filter
}: {
  readonly incident: ListedIncident
  readonly isChosen: boolean
  readonly filter: IncidentFilter
}) {
  const {t, label} = useWords()
  return (
    <Link
      to="/incidents/$id"
      params={{id}}
      search={filter}
      aria-current={isChosen ? 'true' : undefined}
      className={`block border-b border-line px-3 py-1.5 text-small no-underline ${isChosen ? 'current' : ''}`}
    >
      <span className="flex flex-wrap justify-between gap-x-2 text-ink-3">
        <Days {...when} />
        <span>
          {t('value.reports', {n: reports})} · {t('value.accounts', {n: accounts})}
        </span>
      </span>
      <span className="block text-ui">
        {label('type', type)}
        {' · '}
        {place ? <Bidi>{place.name}</Bidi> : <span className="text-ink-3">{t('value.noPlace')}</span>}
      </span>
      <span className="flex flex-wrap gap-x-3 text-ink-2">
        {Object.entries(figures).map(([outcome, figure]) => (
          <span key={outcome}>
            {label('outcome', outcome)}{' '}
            <b className="font-semibold text-ink">
              <Range {...figure} />
            </b>{' '}
            {figure.contested && <ContestedMark />}
          </span>
        ))}
      </span>
    </Link>
  )
}

/** What is typed goes into the URL after a moment. */
const typingMs = 250

function Filters({
  filter,
  searchBox
}: {
  readonly filter: IncidentFilter
  readonly searchBox: RefObject<HTMLInputElement | null>
}) {
  const {t} = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState(filter.text ?? '')
  const timer = useRef(0)
  const set = (change: Partial<IncidentFilter>) =>
    void navigate({to: '.', search: former => ({...former, ...change}), replace: true})
  useEffect(() => setText(filter.text ?? ''), [filter.text])
  return (
    <search className="flex w-full flex-wrap items-center gap-x-2 gap-y-1">
      <input
        ref={searchBox}
        type="search"
        dir="auto"
        className="min-w-0 grow"
        value={text}
        aria-label={t('incidents.search')}
        placeholder={t('incidents.search')}
        onChange={({target}) => {
          setText(target.value)
          clearTimeout(timer.current)
          timer.current = window.setTimeout(() => set({text: target.value || undefined}), typingMs)
        }}
        onKeyDown={({key, currentTarget}) => key === 'Escape' && currentTarget.blur()}
      />
      <label className="flex items-center gap-1 whitespace-nowrap">
        <input
          type="checkbox"
          className="min-h-0"
          checked={filter.contested === true}
          onChange={({target}) => set({contested: target.checked || undefined})}
        />
        {t('incidents.onlyContested')}
      </label>
      <FilterFields filter={filter} onSet={set} />
    </search>
  )
}
