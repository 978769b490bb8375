/** Queues with their exact numbers, and the incidents of the one chosen; only what is seen is drawn. */
import {Link} from '@tanstack/react-router'
import {useVirtualizer} from '@tanstack/react-virtual'
import {type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState} from 'react'
import type {ConditionId} from '../../../../src/model/publication.ts'
import type {PublishSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {Days} from '../../parts/headline.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {Range} from '../../parts/range.tsx'
import {SearchBox} from '../../parts/search-box.tsx'
import {Total} from '../../parts/total.tsx'
import type {Queued} from './publish-queries.ts'
import {Standing} from './standing.tsx'

export const queues = ['ready', 'failing', 'changed', 'waiting', 'public', 'withdrawn', 'requests'] as const
export const conditions: readonly ConditionId[] = [
  'origins',
  'place',
  'figures',
  'second-reader',
  'redaction'
]

interface Counts {
  readonly all: number
  readonly requests: number
  readonly conditions: Partial<Readonly<Record<ConditionId, number>>>
  readonly ready: number
  readonly failing: number
  readonly changed: number
  readonly waiting: number
  readonly public: number
  readonly withdrawn: number
}

export function Queues({
  counts,
  search,
  onGo
}: {
  readonly counts: Counts | undefined
  readonly search: PublishSearch
  readonly onGo: (change: Partial<PublishSearch>) => void
}) {
  const {t, number} = useWords()
  const may = useMay()
  const line = (
    isHere: boolean,
    name: string,
    count: number | undefined,
    change: Partial<PublishSearch>,
    keycap: ReactNode
  ) => (
    <li key={name}>
      <button
        type="button"
        aria-current={isHere ? 'true' : undefined}
        className={`flex w-full items-baseline gap-2 px-3 py-1 text-start ${isHere ? 'current font-semibold' : ''}`}
        onClick={() => onGo(change)}
      >
        <span className="w-5">{keycap}</span>
        <span className="grow">{name}</span>
        <span>{count === undefined ? '' : number(count)}</span>
      </button>
    </li>
  )
  return (
    <section aria-label={t('publish.queues')} className="border-b border-line-2 py-1">
      <ul>
        {line(
          search.queue === undefined,
          t('publish.queue.all'),
          counts?.all,
          {queue: undefined, condition: undefined},
          ''
        )}
        {queues
          .filter(queue => queue !== 'requests' || may('review'))
          .map(queue =>
            line(
              search.queue === queue,
              t(`publish.queue.${queue}`),
              counts?.[queue],
              {queue, condition: undefined},
              <Keycap shows={screenKeys.publish[queue]} />
            )
          )}
      </ul>
      {search.queue === 'failing' && counts && (
        <ul className="border-t border-line ps-10 pe-3 pt-1 text-small">
          {conditions
            .filter(id => counts.conditions[id] || search.condition === id)
            .map(id => (
              <li key={id}>
                <label className="flex items-baseline gap-2 py-0.5">
                  <input
                    type="checkbox"
                    className="min-h-0"
                    checked={search.condition === id}
                    onChange={({target}) => onGo({condition: target.checked ? id : undefined})}
                  />
                  <span className="grow">{t(`publish.condition.${id}`)}</span>
                  {number(counts.conditions[id] ?? 0)}
                </label>
              </li>
            ))}
        </ul>
      )}
    </section>
  )
}

interface Props {
  readonly rows: readonly Queued[]
  readonly total: number
  readonly chosen: string | null
  readonly selected: ReadonlySet<string>
  readonly search: PublishSearch
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly isReading: boolean
  readonly head: ReactNode
  readonly actions: ReactNode
  readonly onGo: (change: Partial<PublishSearch>) => void
  readonly onSelect: (id: string) => void
  /** The last row is seen. */
  readonly onEnd: () => void
}

export function QueueList(props: Props) {
  const {rows, total, chosen, selected, search, searchBox, isReading, head, actions, onGo, onSelect, onEnd} =
    props
  const {t} = useWords()
  const box = useRef<HTMLUListElement>(null)
  const [marginPx, setMargin] = useState(0)
  useLayoutEffect(() => {
    const above = box.current?.parentElement?.firstElementChild
    if (!above) return
    const observer = new ResizeObserver(() => setMargin(box.current?.offsetTop ?? 0))
    observer.observe(above)
    return () => observer.disconnect()
  }, [])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current?.parentElement?.parentElement ?? null,
    estimateSize: () => 84,
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
      <div>
        {head}
        <header className="pane-head">
          <b>{t(`publish.queue.${search.queue ?? 'all'}`)}</b>
          <Total shown={rows.length} total={total} />
          <Filters search={search} searchBox={searchBox} onGo={onGo} />
          {actions}
        </header>
        {!isReading && rows.length === 0 && <p className="p-3 text-ink-3">{t('publish.nothing')}</p>}
      </div>
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
              queued={rows[index]!}
              isChosen={rows[index]!.id === chosen}
              isSelected={selected.has(rows[index]!.id)}
              search={search}
              onSelect={onSelect}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Item({
  queued,
  isChosen,
  isSelected,
  search,
  onSelect
}: {
  readonly queued: Queued
  readonly isChosen: boolean
  readonly isSelected: boolean
  readonly search: PublishSearch
  readonly onSelect: (id: string) => void
}) {
  const {t, label} = useWords()
  const may = useMay()
  const {id, type, place, when, figures, conditions} = queued
  const failing = conditions.filter(({passes}) => !passes)
  return (
    <div className={`flex border-b border-line ${isChosen ? 'current' : ''}`}>
      {may('review') && (
        <label className="ps-3 pt-2">
          <input
            type="checkbox"
            className="min-h-0"
            aria-label={t('publish.select', {name: `${label('type', type)} ${place?.name ?? ''}`})}
            checked={isSelected}
            onChange={() => onSelect(id)}
          />
        </label>
      )}
      <Link
        to="/publish/$id"
        params={{id}}
        search={{...search, tab: search.tab}}
        aria-current={isChosen ? 'true' : undefined}
        className="block min-w-0 grow px-3 py-1.5 text-small no-underline"
      >
        <span className="text-ink-3">
          <Days {...when} />
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
        <Standing {...queued} />
        {queued.standing === 'failing' && failing.length > 0 && (
          <span className="block text-ink-3">
            {failing.map(({id}) => t(`publish.condition.${id}`)).join(' · ')}
          </span>
        )}
      </Link>
    </div>
  )
}

function Filters({
  search,
  searchBox,
  onGo
}: {
  readonly search: PublishSearch
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onGo: (change: Partial<PublishSearch>) => void
}) {
  const {t} = useWords()
  const day = (key: 'since' | 'until') => (
    <input
      type="date"
      className="min-w-0"
      aria-label={t(`incidents.filter.${key}`)}
      value={search[key] ?? ''}
      onChange={({target}) => onGo({[key]: target.value || undefined})}
    />
  )
  return (
    <search className="grid w-full grid-cols-2 gap-x-2 gap-y-1">
      <SearchBox
        box={searchBox}
        asked={search.text}
        className="col-span-2 min-w-0"
        label={t('publish.search')}
        placeholder={t('publish.search')}
        onText={text => onGo({text})}
      />
      {day('since')}
      {day('until')}
    </search>
  )
}
