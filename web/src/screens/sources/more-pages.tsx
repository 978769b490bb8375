/** What has been read of a list, how much that is of all, and a button for more. */
import type {ReactNode} from 'react'
import {useWords} from '../../app/settings.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Total} from '../../parts/total.tsx'

interface Props {
  readonly read: {
    readonly data: {readonly pages: readonly {readonly total: number}[]} | undefined
    readonly isError: boolean
    readonly error: unknown
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    refetch(): unknown
    fetchNextPage(): unknown
  }
  readonly shown: number
  readonly children: ReactNode
}

export function MorePages({read, shown, children}: Props) {
  const {t} = useWords()
  if (read.isError) return <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
  if (!read.data) return <p className="p-3">{t('frame.reading')}</p>
  return (
    <>
      {children}
      <p className="flex items-center gap-3 p-3 text-small text-ink-3">
        <Total shown={shown} total={read.data.pages[0]?.total ?? 0} />
        {read.hasNextPage && (
          <button
            type="button"
            className="btn"
            disabled={read.isFetchingNextPage}
            onClick={() => void read.fetchNextPage()}
          >
            {t('list.more')}
          </button>
        )}
      </p>
    </>
  )
}
