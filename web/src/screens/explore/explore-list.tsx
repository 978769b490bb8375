/** The same incidents as on the map, the newest first; only what is seen is drawn. */
import {Link} from '@tanstack/react-router'
import {useVirtualizer} from '@tanstack/react-virtual'
import {type ReactNode, useEffect, useLayoutEffect, useRef, useState} from 'react'
import type {ExploredIncidents} from '../../../../src/model/explored.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {Days} from '../../parts/headline.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {Range} from '../../parts/range.tsx'
import {Total} from '../../parts/total.tsx'
import {type ExploredRow, rowAt, whenOf} from './explored-set.ts'

interface Props {
  readonly set: ExploredIncidents
  /** Position of the incident chosen. */
  readonly chosen: number | null
  readonly lit: ReadonlySet<number> | null
  readonly onChoose: (row: number) => void
  readonly onOpen: (id: string) => void
  readonly onLight: (rows: ReadonlySet<number> | null) => void
  /** Stands below the total. */
  readonly children?: ReactNode
}

export function ExploreList({set, chosen, lit, onChoose, onOpen, onLight, children}: Props) {
  const {t, number} = useWords()
  const box = useRef<HTMLUListElement>(null)
  const head = useRef<HTMLElement>(null)
  const [marginPx, setMargin] = useState(0)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setMargin(box.current?.offsetTop ?? 0))
    observer.observe(head.current!)
    return () => observer.disconnect()
  }, [])
  const list = useVirtualizer({
    count: set.shown,
    getScrollElement: () => box.current?.closest<HTMLElement>('.pane') ?? null,
    estimateSize: () => 66,
    overscan: 8,
    scrollMargin: marginPx,
    scrollPaddingStart: 60
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen row into view when it changes
  useEffect(() => {
    if (chosen !== null) list.scrollToIndex(chosen, {align: 'auto'})
  }, [chosen, set])
  return (
    <div>
      <header className="pane-head" ref={head}>
        <span>
          <b className="text-ink">
            <Total shown={set.shown} total={set.total} />
          </b>{' '}
          {t('explore.newestFirst')}
        </span>
        <span>{t('explore.sameSet')}</span>
        {set.shown < set.total && (
          <p className="w-full text-contest">
            {t('explore.cutOff', {shown: number(set.shown), n: set.total})}
          </p>
        )}
        {children}
      </header>
      <ul
        ref={box}
        className="relative"
        style={{blockSize: list.getTotalSize()}}
        onPointerLeave={() => onLight(null)}
      >
        {list.getVirtualItems().map(({index, key, start}) => (
          <li
            key={key}
            data-index={index}
            ref={list.measureElement}
            className="absolute inset-x-0"
            style={{insetBlockStart: start - marginPx}}
            onPointerEnter={() => onLight(new Set([index]))}
          >
            <Item
              row={rowAt(set, index)}
              isChosen={index === chosen}
              isLit={lit?.has(index) ?? false}
              onChoose={() => onChoose(index)}
              onOpen={() => onOpen(set.id[index]!)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Item({
  row,
  isChosen,
  isLit,
  onChoose,
  onOpen
}: {
  readonly row: ExploredRow
  readonly isChosen: boolean
  readonly isLit: boolean
  readonly onChoose: () => void
  readonly onOpen: () => void
}) {
  const {t, label} = useWords()
  const {id, type, place, reports, accounts, figures} = row
  return (
    <div className={`border-b border-line text-small ${isChosen ? 'current' : isLit ? 'bg-sunken' : ''}`}>
      <button
        type="button"
        className="block w-full px-3 py-1.5 text-start"
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
        onDoubleClick={onOpen}
      >
        <span className="flex flex-wrap justify-between gap-x-2 text-ink-3">
          <Days {...whenOf(row)} />
          <span>
            {t('value.reports', {n: reports})} · {t('value.accounts', {n: accounts})}
          </span>
        </span>
        <span className="block text-ui">{label('type', type)}</span>
        <span className="flex flex-wrap justify-between gap-x-3 text-ink-2">
          {place ? (
            <span>
              <Bidi>{place.name}</Bidi>{' '}
              <span className="text-ink-3">· {label('precision', place.precision)}</span>
              {place.lat === null && <span className="text-ink-3"> · {t('explore.notFound')}</span>}
            </span>
          ) : (
            <span className="font-semibold">{t('explore.placeless')}</span>
          )}
          <span className="flex flex-wrap gap-x-3">
            {figures.map(figure => (
              <span key={figure.outcome}>
                {label('outcome', figure.outcome)}{' '}
                <b className="font-semibold text-ink">
                  <Range {...figure} />
                </b>{' '}
                {figure.contested && <ContestedMark />}
              </span>
            ))}
          </span>
        </span>
      </button>
      {isChosen && (
        <Link to="/incidents/$id" params={{id}} search={{}} className="mx-3 mb-1.5 inline-block">
          {t('explore.open')} <Keycap shows={screenKeys.explore.open} />
        </Link>
      )}
    </div>
  )
}
