/** Incidents by day, the newest first, as far as the filters let them; only what is seen is drawn. */
import {Link, useNavigate} from '@tanstack/react-router'
import {useVirtualizer} from '@tanstack/react-virtual'
import {type RefObject, useEffect, useLayoutEffect, useRef, useState} from 'react'
import type {ListedIncident} from '../../../../src/model/listing.ts'
import type {IncidentFilter} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {ExportButton} from '../../parts/export-button.tsx'
import {Days} from '../../parts/headline.tsx'
import {KeyedButton} from '../../parts/keycap.tsx'
import {Range} from '../../parts/range.tsx'
import {SearchBox} from '../../parts/search-box.tsx'
import {Select} from '../../parts/select.tsx'
import {Total} from '../../parts/total.tsx'
import {FilterFields} from './filter-fields.tsx'

interface Props {
  readonly rows: readonly ListedIncident[]
  readonly total: number
  readonly chosen: string | null
  readonly filter: IncidentFilter
  readonly searchBox: RefObject<HTMLInputElement | null>
  /** Ids of those that are to be worked on together. */
  readonly selected: ReadonlySet<string>
  readonly onSelect: (id: string, isRange: boolean) => void
  readonly onClear: () => void
  readonly onCompare: () => void
  readonly isReading: boolean
  /** The last row is seen. */
  readonly onEnd: () => void
}

export function IncidentList({
  rows,
  total,
  chosen,
  filter,
  searchBox,
  selected,
  onSelect,
  onClear,
  onCompare,
  isReading,
  onEnd
}: Props) {
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
        {selected.size === 0 && <ExportButton isPlain>{t('export.short')}</ExportButton>}
        <Filters filter={filter} searchBox={searchBox} />
        {selected.size > 0 && (
          <span className="flex w-full flex-wrap items-center gap-2">
            <b>{t('incidents.selected', {n: selected.size})}</b>
            <button type="button" className="me-auto min-h-6 underline" onClick={onClear}>
              {t('incidents.clearSelection')}
            </button>
            <ExportButton isPlain incidents={[...selected]}>
              {t('export.some', {n: selected.size})}
            </ExportButton>
            <KeyedButton shows={screenKeys.incidents.compare} onPress={onCompare}>
              {t('incidents.compare', {n: selected.size})}
            </KeyedButton>
          </span>
        )}
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
            <Item
              incident={rows[index]!}
              isChosen={rows[index]!.id === chosen}
              isSelected={selected.has(rows[index]!.id)}
              onSelect={onSelect}
              filter={filter}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Item({
  incident: {id, type, place, when, figures, reports, accounts},
  isChosen,
  isSelected,
  onSelect,
  filter
}: {
  readonly incident: ListedIncident
  readonly isChosen: boolean
  readonly isSelected: boolean
  readonly onSelect: Props['onSelect']
  readonly filter: IncidentFilter
}) {
  const {t, label} = useWords()
  const name = [label('type', type), place?.name ?? t('value.noPlace'), when.from.slice(0, 10)].join(' · ')
  return (
    <div className={`flex border-b border-line ${isChosen ? 'current' : ''}`}>
      <label className="flex min-w-6 items-start ps-2 pt-2">
        <input
          type="checkbox"
          className="min-h-0"
          checked={isSelected}
          aria-label={t('incidents.select', {incident: name})}
          onChange={() => {}}
          onClick={({shiftKey}) => onSelect(id, shiftKey)}
        />
      </label>
      <Link
        to="/incidents/$id"
        params={{id}}
        search={filter}
        aria-current={isChosen ? 'true' : undefined}
        className="block min-w-0 grow py-1.5 ps-2 pe-3 text-small no-underline"
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
    </div>
  )
}

const orders = ['newest', 'oldest', 'changed', 'reports', 'killed'] as const

function Filters({
  filter,
  searchBox
}: {
  readonly filter: IncidentFilter
  readonly searchBox: RefObject<HTMLInputElement | null>
}) {
  const {t} = useWords()
  const navigate = useNavigate()
  const set = (change: Partial<IncidentFilter>) =>
    void navigate({to: '.', search: former => ({...former, ...change}), replace: true})
  return (
    <search className="flex w-full flex-wrap items-center gap-x-2 gap-y-1">
      <SearchBox
        box={searchBox}
        asked={filter.text}
        className="min-w-0 grow"
        label={t('incidents.search')}
        placeholder={t('incidents.search')}
        onText={text => set({text})}
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
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Select is one */}
      <label className="flex items-center gap-1">
        <span className="text-micro text-ink-3">{t('incidents.order')}</span>
        <Select
          className="min-w-0"
          value={filter.order ?? 'newest'}
          of={orders}
          name={order => t(`incidents.order.${order}`)}
          onChoose={order => set({order: order === 'newest' ? undefined : order})}
        />
      </label>
      <FilterFields filter={filter} onSet={set} />
    </search>
  )
}
