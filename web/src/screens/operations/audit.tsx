/** The record of every change: who, what, when, and from what to what. */
import {useInfiniteQuery} from '@tanstack/react-query'
import {Link, useNavigate} from '@tanstack/react-router'
import type {InferResponseType} from 'hono/client'
import {type ReactNode, useRef} from 'react'
import type {api} from '../../app/client.ts'
import type {OperationsSearch} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {Facts} from '../../parts/facts.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {RowTable, useRows} from '../../parts/row-table.tsx'
import {differences} from './difference.ts'
import {auditQuery} from './queries.ts'
import {SectionHead, Shell} from './shell.tsx'

type Row = InferResponseType<typeof api.audit.$get, 200>['rows'][number]

/** As the database writes them; others can be typed. */
const actions = [
  'rule',
  'undo',
  'add report',
  'recode report',
  'add incident',
  'change incident',
  'remove incident',
  'capture',
  'add user',
  'change user',
  'make key',
  'revoke key',
  'restrict name',
  'free name',
  'discard item',
  'take back item',
  'pause feed',
  'resume feed'
]

export function Audit({list, search}: {readonly list: ReactNode; readonly search: OperationsSearch}) {
  const {t, instant} = useWords()
  const navigate = useNavigate()
  const audit = useInfiniteQuery(auditQuery(search))
  const rows = useRows(
    audit.data?.pages.flatMap(page => page.rows) ?? [],
    audit.data?.pages[0]?.total ?? 0,
    ({seq}) => `${seq}`
  )
  const form = useRef<HTMLFormElement>(null)
  const at = rows.rows.find(row => rows.keyOf(row) === rows.chosen)
  useKeys('operations', {
    next: () => rows.step(1),
    previous: () => rows.step(-1),
    search: () => form.current?.querySelector('input')?.focus(),
    back: () => rows.choose(null)
  })
  const field = (
    name: 'text' | 'who' | 'action' | 'object' | 'since' | 'until',
    type = 'text',
    suggestions?: string
  ) => (
    <label className="grid min-w-0">
      <span className="text-micro text-ink-3">{t(`operations.audit.${name}`)}</span>
      <input
        name={name}
        type={type}
        dir={type === 'date' ? undefined : 'auto'}
        className="min-w-0"
        defaultValue={search[name] ?? ''}
        maxLength={300}
        list={suggestions}
        onKeyDown={({key, currentTarget}) => key === 'Escape' && currentTarget.blur()}
      />
    </label>
  )
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('operations.audit')} what={t('operations.audit.what')}>
            <form
              ref={form}
              key={JSON.stringify(search)}
              className="grid w-full grid-cols-2 items-end gap-2 min-[1200px]:grid-cols-[2fr_1fr_1fr_2fr_1fr_1fr_auto]"
              onSubmit={event => {
                event.preventDefault()
                const given = new FormData(event.currentTarget)
                const value = (name: string) => String(given.get(name) ?? '').trim() || undefined
                void navigate({
                  to: '/operations',
                  search: {
                    section: 'audit',
                    text: value('text'),
                    who: value('who'),
                    action: value('action'),
                    object: value('object'),
                    since: value('since'),
                    until: value('until')
                  }
                })
              }}
            >
              {field('text', 'search')}
              {field('who')}
              {field('action', 'text', 'audit-actions')}
              {field('object')}
              {field('since', 'date')}
              {field('until', 'date')}
              <datalist id="audit-actions">
                {actions.map(action => (
                  <option key={action} value={action} />
                ))}
              </datalist>
              <span className="flex gap-2">
                <button type="submit" className="btn primary">
                  {t('operations.audit.find')}
                </button>
                <Link to="/operations" search={{section: 'audit'}} className="btn">
                  {t('incidents.filter.clear')}
                </Link>
              </span>
            </form>
          </SectionHead>
          {audit.error && <ProblemNote error={audit.error} onAgain={() => void audit.refetch()} />}
          <div className="bg-surface">
            {audit.isSuccess && (
              <RowTable
                label={t('operations.audit')}
                list={rows}
                empty={t('operations.audit.none')}
                onMore={audit.hasNextPage ? () => void audit.fetchNextPage() : undefined}
                columns={[
                  {
                    name: 'at',
                    head: t('operations.at'),
                    cell: ({at}) => <span className="whitespace-nowrap">{instant(at)}</span>
                  },
                  {name: 'who', head: t('operations.audit.who'), cell: ({who}) => <Bidi>{who}</Bidi>},
                  {
                    name: 'action',
                    head: t('operations.audit.action'),
                    cell: ({action}) => <bdi lang="en">{action}</bdi>
                  },
                  {name: 'object', head: t('operations.audit.about'), cell: row => <ObjectLink row={row} />},
                  {name: 'reason', head: t('operations.reason'), cell: ({reason}) => <Bidi>{reason}</Bidi>}
                ]}
              />
            )}
          </div>
        </>
      }
      detail={at ? <Detail row={at} /> : null}
    />
  )
}

function ObjectLink({row: {object}}: {readonly row: Row}) {
  const [kind, id = ''] = object.split(' ')
  const inner = <bdi className="id">{object}</bdi>
  if (kind === 'incident')
    return (
      <Link to="/incidents/$id" params={{id}} search={{}}>
        {inner}
      </Link>
    )
  if (kind === 'report')
    return (
      <Link to="/reports/$id" params={{id}} search={{}}>
        {inner}
      </Link>
    )
  return inner
}

function Detail({row}: {readonly row: Row}) {
  const {t, instant} = useWords()
  const changes = differences(row.old, row.new)
  return (
    <section className="grid gap-3 p-3">
      <Facts
        rows={[
          [
            t('operations.audit.row'),
            <span key="s" className="id">
              {row.seq}
            </span>
          ],
          [t('operations.at'), `${instant(row.at)}`],
          [t('operations.audit.who'), <Bidi key="w">{row.who}</Bidi>],
          [
            t('operations.audit.action'),
            <bdi key="a" lang="en">
              {row.action}
            </bdi>
          ],
          [t('operations.audit.about'), <ObjectLink key="o" row={row} />],
          [t('operations.reason'), row.reason && <Bidi>{row.reason}</Bidi>]
        ]}
      />
      <table className="w-full table-auto text-small">
        <thead>
          <tr className="border-b border-line-2 text-ink-3">
            {(['path', 'old', 'new'] as const).map(name => (
              <th key={name} scope="col" className="px-1 py-1 text-start font-normal">
                {t(`operations.audit.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(change => (
            <tr key={change.path} className="border-b border-line align-top">
              <th scope="row" className="id px-1 py-1 text-start font-normal">
                {change.path}
              </th>
              <td className="px-1 py-1 [overflow-wrap:anywhere]">
                {change.old !== null && (
                  <del className="text-ink-3">
                    <Bidi>{change.old}</Bidi>
                  </del>
                )}
              </td>
              <td className="px-1 py-1 [overflow-wrap:anywhere]">
                {change.new !== null && (
                  <ins className="no-underline">
                    <Bidi>{change.new}</Bidi>
                  </ins>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
