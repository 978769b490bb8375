/** Queues with their counts: those that every desk has, and those that this person keeps. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import {type ReactNode, useState} from 'react'
import type {InboxCounts, InboxFilter} from '../../../../src/model/inbox.ts'
import {answer, api, inPath} from '../../app/client.ts'
import type {InboxSearch} from '../../app/filters.ts'
import {type Key, screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {inboxCountsQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'

const keys = screenKeys.inbox
/** Of reports that wait, in the order of their keys. */
export const waiting = ['new', 'duplicates', 'conflicting', 'imprecise', 'failed'] as const
const waitingKeys = [keys.queue1, keys.queue2, keys.queue3, keys.queue4, keys.queue5]
const ownKeys = [keys.queue6, keys.queue7, keys.queue8, keys.queue9]

interface Props {
  readonly search: InboxSearch
  readonly filter: InboxFilter
  /** Whether it differs from all queues, so that it may be kept as one. */
  readonly isKeepable: boolean
}

export function QueueList({search, filter, isKeepable}: Props) {
  const {t} = useWords()
  const {data, isError, error, refetch} = useQuery(inboxCountsQuery)
  const queue = search.queue ?? 'new'
  const counts = data as InboxCounts | undefined
  if (isError) return <ProblemNote error={error} onAgain={() => void refetch()} />
  const countOf = (id: (typeof waiting)[number] | 'settled' | 'discarded') =>
    id === 'failed' ? counts?.failed : counts?.queues[id]
  const item = (id: (typeof waiting)[number] | 'settled' | 'discarded', shows?: Key) => (
    <li key={id}>
      <Queue
        search={{queue: id === 'new' ? undefined : id}}
        isCurrent={queue === id && !search.own}
        shows={shows}
        count={countOf(id)}
      >
        {t(`inbox.queue.${id}`)}
      </Queue>
    </li>
  )
  return (
    <>
      <header className="pane-head">
        <b>{t('inbox.queues')}</b>
        {counts && <span>{t('inbox.ofReports', {n: counts.total})}</span>}
      </header>
      <ul>{waiting.map((id, i) => item(id, waitingKeys[i]))}</ul>
      <ul className="border-t border-line">{(['settled', 'discarded'] as const).map(id => item(id))}</ul>
      <section className="border-t border-line" aria-label={t('inbox.queue.own')}>
        {(counts?.own.length ?? 0) > 0 && <h2 className="label px-3 pt-2">{t('inbox.queue.own')}</h2>}
        <ul>
          {counts?.own.map(({id, name, filter: own, count}, i) => (
            <li key={id} className="group flex items-baseline">
              <Queue
                search={{...own, queue: own.queue === 'new' ? undefined : own.queue, own: id}}
                isCurrent={search.own === id}
                shows={ownKeys[i]}
                count={count}
              >
                <Bidi>{name}</Bidi>
              </Queue>
              <Remove id={id} name={name} />
            </li>
          ))}
        </ul>
        {isKeepable && <Keep filter={filter} />}
      </section>
      {counts && (
        <p className="border-t border-line px-3 py-2 text-small text-ink-3">
          {t('inbox.sum', {n: counts.total})}
        </p>
      )}
    </>
  )
}

function Queue({
  search,
  isCurrent,
  shows,
  count,
  children
}: {
  readonly search: InboxSearch
  readonly isCurrent: boolean
  readonly shows: Key | undefined
  readonly count: number | undefined
  readonly children: ReactNode
}) {
  const {number} = useWords()
  return (
    <Link
      to="/inbox"
      search={search}
      aria-current={isCurrent ? 'true' : undefined}
      className={`queue ${isCurrent ? 'current' : ''} ${count === 0 ? 'text-ink-3!' : ''}`}
    >
      <span>{shows && <Keycap shows={shows} />}</span>
      <span className="truncate">{children}</span>
      <span>{count === undefined ? '' : number(count)}</span>
    </Link>
  )
}

function Keep({filter}: {readonly filter: InboxFilter}) {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const keep = useMutation({
    mutationFn: () => answer(api.inbox.queues.$post({json: {name: name.trim(), filter}})),
    onSuccess: saved => {
      say(t('inbox.save.done', {name: saved.name}))
      setName('')
      return queries.invalidateQueries({queryKey: ['inbox', 'counts']})
    }
  })
  return (
    <form
      className="grid gap-1.5 p-3"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim()) keep.mutate()
      }}
    >
      <input
        dir="auto"
        className="min-w-0"
        value={name}
        maxLength={80}
        aria-label={t('inbox.save.name')}
        placeholder={t('inbox.save.name')}
        onChange={({target}) => setName(target.value)}
        onKeyDown={({key, currentTarget}) => key === 'Escape' && currentTarget.blur()}
      />
      <button type="submit" className="btn" disabled={!name.trim() || keep.isPending}>
        {t('inbox.save')}
      </button>
      {keep.isError && <ProblemNote error={keep.error} />}
    </form>
  )
}

function Remove({id, name}: {readonly id: string; readonly name: string}) {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => answer(api.inbox.queues[':id'].$delete({param: {id: inPath(id)}})),
    onSuccess: () => {
      say(t('inbox.remove.done', {name}))
      return queries.invalidateQueries({queryKey: ['inbox', 'counts']})
    },
    onError: error => say(error.message)
  })
  return (
    <button
      type="button"
      className="px-2 text-ink-3 opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
      aria-label={t('inbox.remove', {name})}
      title={t('inbox.remove', {name})}
      onClick={() => remove.mutate()}
    >
      ✕
    </button>
  )
}
