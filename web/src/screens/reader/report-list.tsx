/** Reports by day, or those of one incident; only what is seen is drawn. */
import {Link, useNavigate} from '@tanstack/react-router'
import {useVirtualizer} from '@tanstack/react-virtual'
import {type RefObject, useEffect, useRef} from 'react'
import type {ListedReport} from '../../../../src/model/listing.ts'
import {useWords} from '../../app/settings.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {SearchBox} from '../../parts/search-box.tsx'
import {Total} from '../../parts/total.tsx'

export type ReportRow = Pick<ListedReport, 'id' | 'outlet' | 'title' | 'publishedOn' | 'language'>

interface Props {
  readonly rows: readonly ReportRow[]
  readonly total: number
  readonly chosen: string | null
  /** Of the incident whose reports these are; undefined: of all. */
  readonly incident: string | undefined
  readonly text: string | undefined
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onEnd: () => void
}

const headPx = 64

export function ReportList({rows, total, chosen, incident, text, searchBox, onEnd}: Props) {
  const {t, shortDay} = useWords()
  const box = useRef<HTMLUListElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current?.parentElement?.parentElement ?? null,
    estimateSize: () => 58,
    overscan: 8,
    scrollMargin: headPx
  })
  const seen = list.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 1 && rows.length < total) onEnd()
  }, [last, rows.length, total, onEnd])
  return (
    <div>
      <header className="pane-head">
        <b>{t('screen.reports')}</b>
        <Total shown={rows.length} total={total} />
        {incident ? (
          <Link to="/incidents/$id" params={{id: incident}} search={{}} className="w-full">
            {t('reader.inMatrix')}
          </Link>
        ) : (
          <Search text={text} searchBox={searchBox} />
        )}
      </header>
      {total === 0 && <p className="p-3 text-ink-3">{t('reader.nothingFits')}</p>}
      <ul ref={box} className="relative" style={{blockSize: list.getTotalSize()}}>
        {seen.map(({index, key, start}) => {
          const {id, outlet, title, publishedOn, language} = rows[index]!
          return (
            <li
              key={key}
              data-index={index}
              ref={list.measureElement}
              className="absolute inset-x-0"
              style={{insetBlockStart: start - headPx}}
            >
              <Link
                to="/reports/$id"
                params={{id}}
                search={{incident, text}}
                aria-current={id === chosen ? 'true' : undefined}
                className={`block border-b border-line px-3 py-1.5 text-small no-underline ${id === chosen ? 'current' : ''}`}
              >
                <span className="flex justify-between gap-2 text-ink-3">
                  <span className="truncate" dir="auto">
                    {outlet ?? id}
                  </span>
                  <span className="flex gap-1 whitespace-nowrap">
                    <LanguageChip language={language} /> {publishedOn ? shortDay(publishedOn) : ''}
                  </span>
                </span>
                <span
                  className="words outside line-clamp-2 text-ui"
                  dir="auto"
                  lang={title ? language : undefined}
                >
                  {title ?? t('reader.noTitle')}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Search({
  text: asked = '',
  searchBox
}: {
  readonly text: string | undefined
  readonly searchBox: RefObject<HTMLInputElement | null>
}) {
  const {t} = useWords()
  const navigate = useNavigate()
  return (
    <search className="w-full">
      <SearchBox
        box={searchBox}
        asked={asked}
        label={t('reader.search')}
        placeholder={t('reader.search')}
        onText={text => void navigate({to: '.', search: former => ({...former, text}), replace: true})}
      />
    </search>
  )
}
