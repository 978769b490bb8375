/** Who came in, who was refused, who read what is restricted. */
import {useInfiniteQuery} from '@tanstack/react-query'
import {Link, useNavigate} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import {answer, api} from '../../app/client.ts'
import type {PeopleSearch} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {RowTable, useRows} from '../../parts/row-table.tsx'
import {SectionHead, Shell} from '../operations/shell.tsx'

/** As they are written; others can be typed. */
const actions = [
  'log in',
  'log in failed',
  'log out',
  'set up',
  'change password',
  'end session',
  'refused',
  'too many requests',
  'read restricted',
  'read original'
]

export function SecurityLog({list, search}: {readonly list: ReactNode; readonly search: PeopleSearch}) {
  const {t, instant} = useWords()
  const navigate = useNavigate()
  const {who, action, since, until} = search
  const log = useInfiniteQuery({
    queryKey: ['security-log', who, action, since, until],
    queryFn: ({pageParam}) =>
      answer(
        api['security-log'].$get({
          query: {
            ...(who ? {who} : {}),
            ...(action ? {action} : {}),
            ...(since ? {since: `${since}T00:00:00Z`} : {}),
            ...(until ? {until: `${until}T23:59:59.999Z`} : {}),
            ...(pageParam ? {cursor: pageParam, limit: '500'} : {})
          }
        })
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next
  })
  const rows = useRows(
    log.data?.pages.flatMap(page => page.rows) ?? [],
    log.data?.pages[0]?.total ?? 0,
    ({seq}) => `${seq}`
  )
  useKeys('people', {next: () => rows.step(1), previous: () => rows.step(-1), back: () => rows.choose(null)})
  const field = (name: 'who' | 'action' | 'since' | 'until', type = 'text', suggestions?: string) => (
    <label className="grid min-w-0">
      <span className="text-micro text-ink-3">{t(`operations.audit.${name}`)}</span>
      <input
        name={name}
        type={type}
        dir={type === 'date' ? undefined : 'auto'}
        className="min-w-0"
        maxLength={200}
        defaultValue={search[name] ?? ''}
        list={suggestions}
      />
    </label>
  )
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('people.log')} what={t('people.log.what')}>
            <form
              key={JSON.stringify(search)}
              className="grid w-full grid-cols-2 items-end gap-2 min-[1000px]:grid-cols-[1fr_1fr_1fr_1fr_auto]"
              onSubmit={event => {
                event.preventDefault()
                const given = new FormData(event.currentTarget)
                const value = (name: string) => String(given.get(name) ?? '').trim() || undefined
                void navigate({
                  to: '/people',
                  search: {
                    section: 'log',
                    who: value('who'),
                    action: value('action'),
                    since: value('since'),
                    until: value('until')
                  }
                })
              }}
            >
              {field('who')}
              {field('action', 'text', 'security-actions')}
              {field('since', 'date')}
              {field('until', 'date')}
              <datalist id="security-actions">
                {actions.map(each => (
                  <option key={each} value={each} />
                ))}
              </datalist>
              <span className="flex gap-2">
                <button type="submit" className="btn primary">
                  {t('operations.audit.find')}
                </button>
                <Link to="/people" search={{section: 'log'}} className="btn">
                  {t('incidents.filter.clear')}
                </Link>
              </span>
            </form>
          </SectionHead>
          {log.error && <ProblemNote error={log.error} onAgain={() => void log.refetch()} />}
          <div className="bg-surface">
            {log.isSuccess && (
              <RowTable
                label={t('people.log')}
                list={rows}
                empty={t('people.log.none')}
                onMore={log.hasNextPage ? () => void log.fetchNextPage() : undefined}
                columns={[
                  {
                    name: 'at',
                    head: t('operations.at'),
                    cell: row => <span className="whitespace-nowrap">{instant(row.at)}</span>
                  },
                  {name: 'who', head: t('operations.audit.who'), cell: row => <Bidi>{row.who}</Bidi>},
                  {
                    name: 'action',
                    head: t('operations.audit.action'),
                    cell: row => <bdi lang="en">{row.action}</bdi>
                  },
                  {
                    name: 'object',
                    head: t('operations.audit.about'),
                    cell: row => <bdi className="id">{row.object}</bdi>
                  },
                  {
                    name: 'address',
                    head: t('people.address'),
                    cell: row => <bdi className="id">{row.address}</bdi>
                  }
                ]}
              />
            )}
          </div>
        </>
      }
    />
  )
}
