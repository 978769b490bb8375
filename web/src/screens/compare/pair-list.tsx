/** What to compare: pairs that nobody has ruled on, the nearest of the first incident, or any that is looked for. */
import {type InfiniteData, useInfiniteQuery, useQuery} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import {useVirtualizer} from '@tanstack/react-virtual'
import {
  Fragment,
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  useState
} from 'react'
import type {ListedIncident} from '../../../../src/model/listing.ts'
import type {IncidentPair, NearIncident} from '../../../../src/model/near-incident.ts'
import {screenKeys} from '../../app/keys.ts'
import {incidentsQuery, nearQuery, pairsQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Sentence} from '../../parts/bidi.tsx'
import {Headline} from '../../parts/headline.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Range} from '../../parts/range.tsx'
import {mostCompared, useCompare} from './use-compare.ts'

export const pairKey = ({one, other}: IncidentPair): string => `${one.id},${other.id}`

export function pairsIn(data: InfiniteData<{readonly rows: readonly IncidentPair[]}> | undefined) {
  return data?.pages.flatMap(({rows}) => rows) ?? []
}

export function PairList({searchBox}: {readonly searchBox: RefObject<HTMLInputElement | null>}) {
  const {t} = useWords()
  const {list, go} = useCompare()
  return (
    <div>
      <header className="pane-head">
        <b>{t('screen.compare')}</b>
        <span className="flex w-full flex-wrap gap-x-3">
          {(['pairs', 'near', 'search'] as const).map(id => (
            <button
              key={id}
              type="button"
              aria-pressed={list === id}
              className={`flex min-h-7 items-center gap-1 border-b-2 ${list === id ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
              onClick={() => go({list: id})}
            >
              {t(`compare.list.${id}`, {letter: 'A'})}
              <Keycap shows={screenKeys.compare[id]} />
            </button>
          ))}
        </span>
      </header>
      {list === 'pairs' ? <Pairs /> : list === 'near' ? <Near /> : <Found searchBox={searchBox} />}
    </div>
  )
}

function Pairs() {
  const {t, number} = useWords()
  const {ids} = useCompare()
  const {data, error, isError, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage} =
    useInfiniteQuery(pairsQuery)
  const rows = pairsIn(data)
  const total = data?.pages[0]?.total ?? 0
  const box = useRef<HTMLUListElement>(null)
  const [marginPx, setMargin] = useState(0)
  // What stands above may wrap.
  useLayoutEffect(() => setMargin(box.current?.offsetTop ?? 0))
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current?.closest<HTMLElement>('.pane') ?? null,
    estimateSize: () => 78,
    overscan: 8,
    scrollMargin: marginPx
  })
  const seen = list.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 1 && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage])
  const chosen = ids.join()
  const at = rows.findIndex(row => pairKey(row) === chosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen row into view when it changes
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, {align: 'auto'})
  }, [at])
  if (isError) return <ProblemNote error={error} onAgain={() => void refetch()} />
  if (isPending) return <p className="p-3 text-ink-3">{t('frame.reading')}</p>
  return (
    <>
      <Count>{t('compare.pairs', {shown: number(rows.length), n: total})}</Count>
      {total === 0 && <p className="p-3 text-ink-2">{t('compare.pairs.none')}</p>}
      <ul ref={box} className="relative" style={{blockSize: list.getTotalSize()}}>
        {seen.map(({index, key, start}) => {
          const row = rows[index]!
          return (
            <li
              key={key}
              data-index={index}
              ref={list.measureElement}
              className="absolute inset-x-0"
              style={{insetBlockStart: start - marginPx}}
            >
              <Choice ids={[row.one.id, row.other.id]} isChosen={index === at} sum={row.sum}>
                <Named incident={row.one} />
                <Named incident={row.other} />
              </Choice>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Near() {
  const {t, number} = useWords()
  const {ids} = useCompare()
  const [first] = ids
  const {data, error, isError, refetch} = useQuery({...nearQuery(first ?? ''), enabled: Boolean(first)})
  if (!first) return <p className="p-3 text-ink-2">{t('compare.near.first')}</p>
  if (isError) return <ProblemNote error={error} onAgain={() => void refetch()} />
  if (!data) return <p className="p-3 text-ink-3">{t('frame.reading')}</p>
  return (
    <>
      <Count>{t('compare.near', {shown: number(data.rows.length), n: data.total})}</Count>
      {data.total === 0 && <p className="p-3 text-ink-2">{t('compare.near.none')}</p>}
      <ul>
        {data.rows.map((row: NearIncident) => (
          <li key={row.incident.id}>
            <Choice
              ids={[first, row.incident.id]}
              isChosen={ids[1] === row.incident.id}
              sum={row.sum}
              ruling={row.ruling}
            >
              <Named incident={row.incident} />
              <span className="line-clamp-2 text-ink-3">
                {row.because.map((reason, i) => (
                  <Fragment key={reason}>
                    {i > 0 && ' · '}
                    <Sentence>{reason}</Sentence>
                  </Fragment>
                ))}
              </span>
            </Choice>
          </li>
        ))}
      </ul>
    </>
  )
}

function Found({searchBox}: {readonly searchBox: RefObject<HTMLInputElement | null>}) {
  const {t, number} = useWords()
  const {ids, text, go} = useCompare()
  const asked = useDeferredValue(text)
  const found = useInfiniteQuery(incidentsQuery(asked ? {text: asked} : {}))
  const rows = found.data?.pages[0]?.rows ?? []
  return (
    <>
      <p className="border-b border-line p-2">
        <input
          ref={searchBox}
          // biome-ignore lint/a11y/noAutofocus: whoever comes here comes to type
          autoFocus
          type="search"
          dir="auto"
          className="w-full"
          value={text}
          aria-label={t('compare.search')}
          placeholder={t('compare.search')}
          onChange={({target}) => go({text: target.value || undefined})}
          onKeyDown={({key, currentTarget}) => key === 'Escape' && currentTarget.blur()}
        />
      </p>
      {found.isError && <ProblemNote error={found.error} onAgain={() => void found.refetch()} />}
      <Count>{t('value.ofTotal', {shown: number(rows.length), n: found.data?.pages[0]?.total ?? 0})}</Count>
      <ul>
        {rows
          .filter(({id}) => id !== ids[0])
          .map(incident => (
            <li key={incident.id}>
              <Choice
                ids={ids[0] ? [ids[0], incident.id] : [incident.id]}
                isChosen={ids.includes(incident.id)}
              >
                <Named incident={incident} />
              </Choice>
            </li>
          ))}
      </ul>
    </>
  )
}

function Count({children}: {readonly children: ReactNode}) {
  return <p className="border-b border-line px-3 py-1 text-small text-ink-2">{children}</p>
}

/** `sum`: how alike, as linking counts. */
function Choice({
  ids,
  isChosen,
  sum,
  ruling = null,
  children
}: {
  readonly ids: readonly string[]
  readonly isChosen: boolean
  readonly sum?: number
  readonly ruling?: string | null
  readonly children: ReactNode
}) {
  const {t, number} = useWords()
  const {ids: compared, go} = useCompare()
  const added = ids.at(-1)!
  const mayAdd =
    compared.length > 1 &&
    compared.length < mostCompared &&
    compared[0] === ids[0] &&
    !compared.includes(added)
  return (
    <div className={`border-b border-line text-small ${isChosen ? 'current' : ''}`}>
      <Link
        to="/compare"
        search={former => ({...former, ids: ids.join()})}
        replace
        aria-current={isChosen ? 'true' : undefined}
        className="grid gap-0.5 px-3 py-1.5 no-underline"
      >
        {children}
        {sum !== undefined && (
          <span className="flex justify-between gap-2 text-ink-3">
            {t('compare.score', {sum: number(Math.round(sum * 10) / 10)})}
            {ruling && <span className="tag">{t(`ruling.${ruling as 'not-the-same'}`)}</span>}
          </span>
        )}
      </Link>
      {mayAdd && (
        <button
          type="button"
          className="min-h-6 px-3 pb-1 underline"
          onClick={() => go({ids: [...compared, added].join()})}
        >
          {t('compare.add')}
        </button>
      )}
    </div>
  )
}

function Named({incident}: {readonly incident: ListedIncident}) {
  const {label} = useWords()
  return (
    <span className="flex flex-wrap justify-between gap-x-2">
      <span className="text-ui">
        <Headline {...incident} />
      </span>
      <span className="flex gap-x-2 text-ink-2">
        {Object.entries(incident.figures)
          .slice(0, 2)
          .map(([outcome, figure]) => (
            <span key={outcome} className="whitespace-nowrap">
              {label('outcome', outcome)} <Range {...figure} />
            </span>
          ))}
      </span>
    </span>
  )
}
