/** Jobs of workers: how many are in each state, what became of their items, which are dead and why. */
import {useInfiniteQuery, useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {Link, useNavigate} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import {answer, api} from '../../app/client.ts'
import type {OperationsSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi, Sentence} from '../../parts/bidi.tsx'
import {Facts} from '../../parts/facts.tsx'
import {KeyedButton} from '../../parts/keycap.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {RowTable, useRows} from '../../parts/row-table.tsx'
import {Select} from '../../parts/select.tsx'
import {jobSumsQuery, jobsQuery} from './queries.ts'
import {SectionHead, Shell} from './shell.tsx'

const keys = screenKeys.operations
const states = ['waiting', 'running', 'done', 'dead'] as const

export function Jobs({list, search}: {readonly list: ReactNode; readonly search: OperationsSearch}) {
  const {t, instant, number} = useWords()
  const {say} = useNotes()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const state = states.find(name => name === search.state)
  const sums = useQuery(jobSumsQuery)
  const jobs = useInfiniteQuery(jobsQuery(state))
  const rows = useRows(
    jobs.data?.pages.flatMap(page => page.rows) ?? [],
    jobs.data?.pages[0]?.total ?? 0,
    ({id}) => id
  )
  const at = rows.rows.find(({id}) => id === rows.chosen) ?? null
  const retry = useMutation({
    mutationFn: (ids: string[]) => answer(api.jobs.retry.$post({json: {ids}})),
    onSuccess: ({count}) => {
      say(t('operations.jobs.revived', {n: count}))
      void queries.invalidateQueries({queryKey: ['jobs']})
    }
  })
  useKeys('operations', {
    next: () => rows.step(1),
    previous: () => rows.step(-1),
    retry: at?.state === 'dead' ? () => retry.mutate([at.id]) : undefined,
    back: () => rows.choose(null)
  })
  const fault = [sums, jobs, retry].find(({error}) => error)?.error
  const dead = sums.data?.shards.dead ?? 0
  const all = sums.data ? states.reduce((sum, name) => sum + sums.data.shards[name], 0) : 0
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('operations.jobs')} what={t('operations.jobs.what')}>
            {sums.data && all > 0 && (
              <p className="w-full text-small text-ink-2">
                {states
                  .map(name => `${t(`operations.job.${name}`)} ${number(sums.data.shards[name])}`)
                  .join(' · ')}
                {' = '}
                {number(all)}
                <br />
                {t('operations.sums', {
                  n: sums.data.items.done + sums.data.items.failed + sums.data.items.skipped,
                  done: number(sums.data.items.done),
                  failed: number(sums.data.items.failed),
                  skipped: number(sums.data.items.skipped)
                })}{' '}
                {t('operations.jobs.left', {n: sums.data.left})}{' '}
                {sums.data.uncounted > 0 && t('operations.jobs.uncounted', {n: sums.data.uncounted})}{' '}
                {t('operations.jobs.unlinked', {n: sums.data.unlinked})}
              </p>
            )}
            <Select
              aria-label={t('operations.show')}
              value={state ?? ''}
              of={['', ...states]}
              name={name => (name === '' ? t('incidents.filter.any') : t(`operations.job.${name}`))}
              onChoose={name =>
                void navigate({
                  to: '/operations',
                  search: {section: 'jobs', state: name || undefined}
                })
              }
            />
            <KeyedButton
              shows={keys.retry}
              disabled={at?.state !== 'dead' || retry.isPending}
              onPress={() => at && retry.mutate([at.id])}
            >
              {t('operations.jobs.retry')}
            </KeyedButton>
            <button
              type="button"
              className="btn"
              disabled={dead === 0 || retry.isPending}
              onClick={() => retry.mutate([])}
            >
              {t('operations.jobs.retryAll', {n: dead})}
            </button>
          </SectionHead>
          {fault && <ProblemNote error={fault} />}
          <div className="bg-surface">
            {jobs.isSuccess && (
              <RowTable
                label={t('operations.jobs')}
                list={rows}
                empty={t('operations.jobs.none')}
                onMore={jobs.hasNextPage ? () => void jobs.fetchNextPage() : undefined}
                columns={[
                  {
                    name: 'state',
                    head: t('operations.state'),
                    cell: row => (
                      <span className={row.state === 'dead' ? 'tag contest' : 'tag'}>
                        {t(`operations.job.${row.state}`)}
                      </span>
                    )
                  },
                  {name: 'name', head: t('operations.job'), cell: row => <Bidi>{row.name}</Bidi>},
                  {
                    name: 'items',
                    head: t('operations.items'),
                    isFigure: true,
                    cell: ({done, failed, skipped, inputs}) =>
                      `${number(done + failed + skipped)}${inputs === null ? '' : ` / ${number(inputs)}`}`
                  },
                  {
                    name: 'failed',
                    head: t('operations.failed'),
                    isFigure: true,
                    cell: ({failed}) => (failed ? number(failed) : '')
                  },
                  {
                    name: 'reason',
                    head: t('operations.reason'),
                    cell: row => row.reason && <Sentence>{row.reason}</Sentence>
                  }
                ]}
              />
            )}
          </div>
        </>
      }
      detail={
        at && (
          <section className="grid gap-3 p-3">
            <Facts
              rows={[
                [
                  t('operations.job'),
                  <span key="i" className="id">
                    {at.id}
                  </span>
                ],
                [t('operations.state'), t(`operations.job.${at.state}`)],
                [t('operations.job.worker'), at.worker],
                [t('operations.job.attempt'), number(at.attempt)],
                [t('operations.job.begun'), at.begunAt && instant(at.begunAt)],
                [t('operations.job.saved'), at.savedAt && instant(at.savedAt)],
                [t('operations.reason'), at.reason && <Sentence>{at.reason}</Sentence>]
              ]}
            />
            {at.failed > 0 && (
              <Link to="/operations" search={{section: 'failed', job: at.id}}>
                {t('operations.job.failedItems', {n: at.failed})}
              </Link>
            )}
          </section>
        )
      }
    />
  )
}
