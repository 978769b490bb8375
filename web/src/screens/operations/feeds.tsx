/** Feeds: how they are, when each is due; checked at once, left to rest, added. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import type {InferResponseType} from 'hono/client'
import {type ReactNode, useState} from 'react'
import {answer, api} from '../../app/client.ts'
import {screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi, Sentence} from '../../parts/bidi.tsx'
import {Facts} from '../../parts/facts.tsx'
import {Glyph} from '../../parts/glyph.tsx'
import {KeyedButton} from '../../parts/keycap.tsx'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {RowTable, useRows} from '../../parts/row-table.tsx'
import {feedsQuery} from './queries.ts'
import {SectionHead, Shell} from './shell.tsx'

type Feed = InferResponseType<typeof api.feeds.$get, 200>['feeds'][number]
const keys = screenKeys.operations

export function Feeds({list}: {readonly list: ReactNode}) {
  const {t, instant, number} = useWords()
  const {say} = useNotes()
  const may = useMay()
  const queries = useQueryClient()
  const feeds = useQuery(feedsQuery)
  const rows = useRows(feeds.data?.feeds ?? [], feeds.data?.total ?? 0, ({url}) => url)
  const [added, setAdded] = useState('')
  const at = rows.rows.find(({url}) => url === rows.chosen) ?? null
  const meant = rows.selected.size ? [...rows.selected] : rows.chosen ? [rows.chosen] : []
  const areResting = meant.length > 0 && meant.every(url => rows.rows.find(row => row.url === url)?.pausedAt)
  const changed = () => {
    rows.clear()
    for (const name of ['feeds', 'intake']) void queries.invalidateQueries({queryKey: [name]})
  }
  const check = useMutation({
    mutationFn: (urls: string[]) => answer(api.feeds.check.$post({json: {urls}})),
    onSuccess: () => {
      changed()
      say(t('operations.check.begun'))
    }
  })
  const rest = useMutation({
    mutationFn: (resting: boolean) => answer(api.feeds.rest.$post({json: {urls: meant, resting}})),
    onSuccess: ({count}, resting) => {
      changed()
      say(t(resting ? 'operations.rested' : 'operations.resumed', {n: count}))
    }
  })
  const add = useMutation({
    mutationFn: () => answer(api.feeds.$post({json: {urls: added.split(/\s+/).filter(Boolean)}})),
    onSuccess: ({count}) => {
      setAdded('')
      changed()
      say(t('operations.feeds.added', {n: count}))
    }
  })
  useKeys('operations', {
    next: () => rows.step(1),
    previous: () => rows.step(-1),
    select: () => rows.select(rows.chosen),
    selectRange: () => rows.select(rows.chosen, true),
    check: meant.length ? () => check.mutate(meant) : undefined,
    rest: meant.length ? () => rest.mutate(!areResting) : undefined,
    back: () => (rows.selected.size ? rows.clear() : rows.choose(null))
  })
  const when = (iso: string | null) => (iso ? instant(iso) : t('operations.never'))
  const fault = [feeds, check, rest, add].find(({error}) => error)?.error
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('operations.feeds')} what={t('operations.feeds.what')}>
            <NotAllowed needs="operate" />
            {may('operate') && (
              <div className="flex w-full flex-wrap items-center gap-2">
                <KeyedButton
                  shows={keys.check}
                  disabled={meant.length === 0 || check.isPending}
                  onPress={() => check.mutate(meant)}
                >
                  {t('operations.check', {n: meant.length})}
                </KeyedButton>
                <button
                  type="button"
                  className="btn"
                  disabled={rows.total === 0 || check.isPending}
                  onClick={() => check.mutate([])}
                >
                  {t('operations.checkAll')}
                </button>
                <KeyedButton
                  shows={keys.rest}
                  disabled={meant.length === 0 || rest.isPending}
                  onPress={() => rest.mutate(!areResting)}
                >
                  {t(areResting ? 'operations.resume' : 'operations.rest', {n: meant.length})}
                </KeyedButton>
                <form
                  className="flex min-w-60 grow gap-2"
                  onSubmit={event => {
                    event.preventDefault()
                    if (added.trim()) add.mutate()
                  }}
                >
                  <input
                    dir="ltr"
                    className="id min-w-0 grow"
                    value={added}
                    aria-label={t('operations.feeds.address')}
                    placeholder={t('operations.feeds.address')}
                    onChange={({target}) => setAdded(target.value)}
                  />
                  <button type="submit" className="btn">
                    {t('operations.feeds.add')}
                  </button>
                </form>
              </div>
            )}
          </SectionHead>
          {fault && <ProblemNote error={fault} />}
          <div className="bg-surface">
            {feeds.isSuccess && (
              <RowTable
                label={t('operations.feeds')}
                list={rows}
                isSelectable={may('operate')}
                empty={t('operations.feeds.none')}
                columns={[
                  {name: 'state', head: t('operations.state'), cell: feed => <FeedState feed={feed} />},
                  {
                    name: 'feed',
                    head: t('operations.feed'),
                    cell: ({title, url}) => (
                      <span className="[overflow-wrap:anywhere]">
                        {title && <Bidi>{title}</Bidi>}{' '}
                        <bdi dir="ltr" className="id text-ink-3">
                          {url}
                        </bdi>
                      </span>
                    )
                  },
                  {name: 'checked', head: t('operations.checked'), cell: ({checkedAt}) => when(checkedAt)},
                  {name: 'changed', head: t('operations.changed'), cell: ({changedAt}) => when(changedAt)},
                  {
                    name: 'failures',
                    head: t('operations.failures'),
                    isFigure: true,
                    cell: ({failures}) => (failures ? number(failures) : '')
                  },
                  {
                    name: 'due',
                    head: t('operations.due'),
                    isFigure: true,
                    cell: ({dueAt, pausedAt, state}) => (pausedAt || state === 'gone' ? '' : instant(dueAt))
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
            <h2 className="text-h3">
              <Bidi>{at.title ?? at.url}</Bidi>
            </h2>
            <FeedState feed={at} />
            {at.error && (
              <p>
                <Sentence>{at.error}</Sentence>
              </p>
            )}
            <Facts
              rows={[
                [
                  t('operations.feed'),
                  <bdi key="u" dir="ltr" className="id">
                    {at.url}
                  </bdi>
                ],
                [t('operations.checked'), when(at.checkedAt)],
                [t('operations.changed'), when(at.changedAt)],
                [t('operations.failures'), number(at.failures)],
                [t('operations.due'), at.state === 'gone' ? t('operations.never') : instant(at.dueAt)],
                [t('operations.restsSince'), at.pausedAt && instant(at.pausedAt)]
              ]}
            />
            <p className="text-small text-ink-3">{t(`operations.feed.${stateOf(at)}.what`)}</p>
          </section>
        )
      }
    />
  )
}

const stateOf = ({state, pausedAt, failures}: Feed) =>
  pausedAt ? 'resting' : state === 'live' && failures > 0 ? 'failing' : state

function FeedState({feed}: {readonly feed: Feed}) {
  const {t} = useWords()
  const state = stateOf(feed)
  const isBad = state !== 'live' && state !== 'resting'
  return (
    <span className={isBad ? 'tag contest' : 'tag'}>
      {isBad && <Glyph name="cross" />}
      {t(`operations.feed.${state}`)}
    </span>
  )
}
