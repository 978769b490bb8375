/** What could not be brought in, and why; operations tries it again. */
import {useInfiniteQuery} from '@tanstack/react-query'
import {failedItemsQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence} from '../../parts/bidi.tsx'
import {EmptyState} from '../../parts/empty-state.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'

export function useFailedItems(text: string | undefined, isShown: boolean) {
  return useInfiniteQuery({...failedItemsQuery(text), enabled: isShown})
}

export function FailedItems({list}: {readonly list: ReturnType<typeof useFailedItems>}) {
  const {t, instant} = useWords()
  const items = list.data?.pages.flatMap(page => page.rows) ?? []
  if (list.isError) return <ProblemNote error={list.error} onAgain={() => void list.refetch()} />
  if (list.isSuccess && items.length === 0) return <EmptyState title={t('inbox.nothing')} />
  return (
    <>
      <ul className="bg-surface">
        {items.map(({number, origin, reason, at}) => (
          <li key={number} className="grid gap-0.5 border-b border-line px-3 py-1.5">
            <span className="flex flex-wrap justify-between gap-x-3">
              <span className="id break-all">
                <Bidi>{origin}</Bidi>
              </span>
              <span className="text-small text-ink-3">{at ? instant(at) : ''}</span>
            </span>
            <span className="text-small text-ink-2">{reason && <Sentence>{reason}</Sentence>}</span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="btn m-3"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('inbox.moreItems')}
        </button>
      )}
    </>
  )
}
