/** Items that failed, each with its reason: tried again, given up with a reason, taken back. */
import {useInfiniteQuery, useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {Link, useNavigate} from '@tanstack/react-router'
import {type ReactNode, useRef, useState} from 'react'
import {answer, api} from '../../app/client.ts'
import type {OperationsSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Sentence} from '../../parts/bidi.tsx'
import {Facts} from '../../parts/facts.tsx'
import {KeyedButton} from '../../parts/keycap.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {ReasonDialog} from '../../parts/reason-dialog.tsx'
import {RowTable, useRows} from '../../parts/row-table.tsx'
import {Select} from '../../parts/select.tsx'
import {itemCountQuery, itemSumsQuery, itemsQuery} from './queries.ts'
import {SectionHead, Shell} from './shell.tsx'

const keys = screenKeys.operations
const views = ['failed', 'retryable', 'discarded'] as const

export function FailedItems({list, search}: {readonly list: ReactNode; readonly search: OperationsSearch}) {
  const {t, number, instant} = useWords()
  const {say} = useNotes()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const items = useInfiniteQuery(itemsQuery(search))
  const sums = useQuery(itemSumsQuery)
  const retryable = useQuery(itemCountQuery('retryable')).data ?? 0
  const rows = useRows(
    items.data?.pages.flatMap(page => page.rows) ?? [],
    items.data?.pages[0]?.total ?? 0,
    row => `${row.number}`
  )
  const [isGivingUp, setGivingUp] = useState(false)
  const searchBox = useRef<HTMLInputElement>(null)
  const isDiscarded = search.state === 'discarded'
  const at = rows.rows.find(row => rows.keyOf(row) === rows.chosen) ?? null
  // Those selected; where none are, the one that is chosen.
  const meant = (rows.selected.size ? [...rows.selected] : rows.chosen ? [rows.chosen] : []).map(Number)
  const changed = () => {
    rows.clear()
    for (const name of ['items', 'item-sums', 'queues', 'intake'])
      void queries.invalidateQueries({queryKey: [name]})
  }
  const retry = useMutation({
    mutationFn: (numbers: number[]) => answer(api.items.retry.$post({json: {numbers}})),
    onSuccess: (_, numbers) => {
      changed()
      say(t('operations.retry.begun', {n: numbers.length || retryable}))
    }
  })
  const discard = useMutation({
    mutationFn: (reason: string) => answer(api.items.discard.$post({json: {numbers: meant, reason}})),
    onSuccess: ({count}) => {
      setGivingUp(false)
      changed()
      say(t('operations.discarded', {n: count}))
    }
  })
  const takeBack = useMutation({
    mutationFn: () => answer(api.items['take-back'].$post({json: {numbers: meant}})),
    onSuccess: ({count}) => {
      changed()
      say(t('operations.takenBack', {n: count}))
    }
  })
  const go = (change: Partial<OperationsSearch>) =>
    void navigate({to: '/operations', search: {section: 'failed', ...search, ...change}})
  useKeys('operations', {
    next: () => rows.step(1),
    previous: () => rows.step(-1),
    select: () => rows.select(rows.chosen),
    selectRange: () => rows.select(rows.chosen, true),
    retry: !isDiscarded && meant.length ? () => retry.mutate(meant) : undefined,
    discard: !isDiscarded && meant.length ? () => setGivingUp(true) : undefined,
    takeBack: isDiscarded && meant.length ? () => takeBack.mutate() : undefined,
    search: () => searchBox.current?.focus(),
    back: () => (rows.selected.size ? rows.clear() : rows.choose(null))
  })
  const fault = [items, retry, discard, takeBack].find(({error}) => error)?.error
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('operations.failed')}>
            {sums.data && (
              <p className="text-small text-ink-2">
                {t('operations.sums', {
                  n: sums.data.total,
                  done: number(sums.data.done),
                  failed: number(sums.data.failed),
                  skipped: number(sums.data.skipped)
                })}
              </p>
            )}
            <div className="flex w-full flex-wrap items-center gap-2">
              <Select
                aria-label={t('operations.show')}
                value={views.find(view => view === search.state) ?? 'failed'}
                of={views}
                name={view => t(`operations.show.${view}`)}
                onChoose={view => go({state: view === 'failed' ? undefined : view})}
              />
              <input
                ref={searchBox}
                type="search"
                dir="auto"
                className="min-w-0 grow"
                defaultValue={search.text}
                aria-label={t('operations.failed.search')}
                placeholder={t('operations.failed.search')}
                onKeyDown={({key, currentTarget}) => {
                  if (key === 'Enter') go({text: currentTarget.value || undefined})
                  if (key === 'Escape') currentTarget.blur()
                }}
              />
              {isDiscarded ? (
                <KeyedButton
                  shows={keys.takeBack}
                  disabled={meant.length === 0}
                  onPress={() => takeBack.mutate()}
                >
                  {t('operations.takeBack', {n: meant.length})}
                </KeyedButton>
              ) : (
                <>
                  <KeyedButton
                    shows={keys.retry}
                    disabled={meant.length === 0 || retry.isPending}
                    onPress={() => retry.mutate(meant)}
                  >
                    {t('operations.retry', {n: meant.length})}
                  </KeyedButton>
                  <button
                    type="button"
                    className="btn"
                    disabled={retryable === 0 || retry.isPending}
                    onClick={() => retry.mutate([])}
                  >
                    {t('operations.retryAll', {n: retryable})}
                  </button>
                  <KeyedButton
                    shows={keys.discard}
                    disabled={meant.length === 0}
                    onPress={() => setGivingUp(true)}
                  >
                    {t('operations.discard', {n: meant.length})}
                  </KeyedButton>
                </>
              )}
            </div>
          </SectionHead>
          {fault && <ProblemNote error={fault} />}
          <div className="bg-surface">
            {items.isSuccess && (
              <RowTable
                label={t('operations.failed')}
                list={rows}
                isSelectable
                empty={t('operations.failed.none')}
                onMore={items.hasNextPage ? () => void items.fetchNextPage() : undefined}
                columns={[
                  {
                    name: 'origin',
                    head: t('operations.origin'),
                    cell: row => (
                      <bdi dir="ltr" className="[overflow-wrap:anywhere]">
                        {row.origin}
                      </bdi>
                    )
                  },
                  {
                    name: 'reason',
                    head: t('operations.reason'),
                    cell: row => row.reason && <Sentence>{row.reason}</Sentence>
                  },
                  {
                    name: 'retryable',
                    head: t('operations.retryable'),
                    cell: row => (row.retryable ? t('operations.yes') : '')
                  },
                  {
                    name: 'at',
                    head: t('operations.at'),
                    isFigure: true,
                    cell: row => (row.at ? instant(row.at) : '')
                  }
                ]}
              />
            )}
          </div>
          {isGivingUp && (
            <ReasonDialog
              title={t('operations.discard', {n: meant.length})}
              action={t('operations.key.discard')}
              onDo={reason => discard.mutate(reason)}
              onClose={() => setGivingUp(false)}
            >
              <p className="text-ink-2">{t('operations.discard.what')}</p>
            </ReasonDialog>
          )}
        </>
      }
      detail={
        at && (
          <section className="grid gap-3 p-3">
            <p>{at.reason && <Sentence>{at.reason}</Sentence>}</p>
            <Facts
              rows={[
                [
                  t('operations.item'),
                  <span key="n" className="id">
                    {at.number}
                  </span>
                ],
                [
                  t('operations.origin'),
                  <bdi key="o" dir="ltr" className="id">
                    {at.origin}
                  </bdi>
                ],
                [t('operations.at'), at.at && instant(at.at)],
                [t('operations.discarded.why'), at.discarded],
                [t('reader.capture.hash'), at.sha256 && <span className="id">{at.sha256}</span>],
                [
                  t('screen.reports'),
                  at.report && (
                    <Link to="/reports/$id" params={{id: at.report}} search={{}}>
                      {at.report}
                    </Link>
                  )
                ]
              ]}
            />
            <p className="text-small text-ink-3">
              {t(
                at.discarded !== null
                  ? 'operations.item.discarded'
                  : at.retryable
                    ? 'operations.item.retryable'
                    : 'operations.item.final'
              )}
            </p>
          </section>
        )
      }
    />
  )
}
