/** The machine and the store: findings, disk, backups, versions. */
import {useQuery} from '@tanstack/react-query'
import type {InferResponseType} from 'hono/client'
import type {ReactNode} from 'react'
import type {api} from '../../app/client.ts'
import {useWords} from '../../app/settings.tsx'
import {Sentence} from '../../parts/bidi.tsx'
import {Facts} from '../../parts/facts.tsx'
import {Glyph} from '../../parts/glyph.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {findingsQuery, upkeepQuery} from './queries.ts'
import {SectionHead, Shell} from './shell.tsx'

type Upkeep = InferResponseType<typeof api.upkeep.$get, 200>

export function Machine({list}: {readonly list: ReactNode}) {
  const {t} = useWords()
  const upkeep = useQuery(upkeepQuery)
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('operations.machine')} />
          <div className="grid content-start gap-x-8 gap-y-6 bg-surface p-3 min-[1100px]:grid-cols-2">
            <Findings />
            {upkeep.error && <ProblemNote error={upkeep.error} onAgain={() => void upkeep.refetch()} />}
            {upkeep.data && <Backups {...upkeep.data} />}
            {upkeep.data && <Disk {...upkeep.data} />}
            {upkeep.data && <Versions {...upkeep.data} />}
          </div>
        </>
      }
    />
  )
}

function Findings() {
  const {t, label} = useWords()
  const {data, error, isFetching, refetch} = useQuery(findingsQuery)
  return (
    <section>
      <h2 className="mb-1 flex items-center gap-3 font-semibold">
        {t('operations.findings')}
        <button
          type="button"
          className="btn font-normal"
          disabled={isFetching}
          onClick={() => void refetch()}
        >
          {t(isFetching ? 'frame.reading' : 'operations.findings.again')}
        </button>
      </h2>
      {error && <ProblemNote error={error} />}
      <ul>
        {data?.findings.map(({name, state, says, remedy}, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: some names come twice, always in this order
          <li key={i} className="border-t border-line py-1 text-small [overflow-wrap:anywhere]">
            <span className={state === 'ok' ? 'tag' : 'tag contest'}>
              <Glyph name={state === 'ok' ? 'tick' : state === 'warning' ? 'question' : 'cross'} />
              {t(`operations.finding.${state}`)}
            </span>{' '}
            <b className="font-semibold">{label('operations.check', name)}</b> <Sentence>{says}</Sentence>
            {remedy && (
              <p className="ps-4 text-ink-2">
                <Sentence>{remedy}</Sentence>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Backups({backup, restoreTest}: Upkeep) {
  const {t, instant} = useWords()
  const told = (note: Upkeep['backup']) =>
    note ? (
      <>
        {instant(note.at)} · <bdi>{note.who}</bdi> · <bdi className="id">{note.says.file}</bdi> ·{' '}
        {t('operations.backup.rows', {n: note.says.rows})}
        {note.says.fault && (
          <span className="block text-contest">
            <Glyph name="cross" /> <Sentence>{note.says.fault}</Sentence>
          </span>
        )}
      </>
    ) : (
      <span className="text-contest">{t('operations.never')}</span>
    )
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('operations.backups')}</h2>
      <Facts
        rows={[
          [t('operations.backup.last'), told(backup)],
          [t('operations.backup.tested'), told(restoreTest)]
        ]}
      />
      <p className="mt-2 text-small text-ink-3">{t('operations.backup.how')}</p>
      <pre className="id mt-1 overflow-x-auto border border-line-2 bg-surface p-2" dir="ltr">
        dateline backup --out FILE --test
      </pre>
    </section>
  )
}

function Disk({kind, folder, freeBytes, databaseBytes, tables}: Upkeep) {
  const {t} = useWords()
  const size = useSize()
  const of = (name: string) => tables.find(table => table.name === name)?.bytes
  const rest = tables.slice(0, 8)
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('operations.disk')}</h2>
      <Facts
        rows={[
          [t('operations.disk.store'), `${size(databaseBytes)} · ${t(`operations.disk.${kind}`)}`],
          [t('operations.disk.originals'), size(of('originals') ?? 0)],
          [t('operations.disk.free'), freeBytes === null ? t('operations.disk.unknown') : size(freeBytes)],
          [t('operations.disk.folder'), folder && <bdi className="id">{folder}</bdi>]
        ]}
      />
      <details className="mt-2 text-small">
        <summary>{t('operations.disk.tables')}</summary>
        <Facts rows={rest.map(({name, bytes}) => [name, size(bytes)])} />
      </details>
    </section>
  )
}

function Versions({versions, reports}: Upkeep) {
  const {t, number} = useWords()
  const older = reports.filter(({isOlder}) => isOlder)
  const count = older.reduce((sum, one) => sum + one.reports, 0)
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('operations.versions')}</h2>
      <Facts
        rows={(['dateline', 'codebook', 'models', 'gazetteer'] as const).map(name => [
          t(`operations.version.${name}`),
          <span key={name} className="id">
            {versions[name]}
          </span>
        ])}
      />
      <p className="mt-2">
        {count ? (
          <span className="text-contest">{t('operations.older', {n: count})}</span>
        ) : (
          t('operations.older.none')
        )}
      </p>
      {older.map(one => (
        <p key={JSON.stringify(one.versions)} className="text-small text-ink-2">
          {number(one.reports)}{' '}
          <span className="id">
            {(['dateline', 'codebook', 'models', 'gazetteer'] as const)
              .filter(name => one.versions[name] !== versions[name])
              .map(name => `${name} ${one.versions[name]}`)
              .join(', ')}
          </span>
        </p>
      ))}
      {count > 0 && (
        <pre className="id mt-1 overflow-x-auto border border-line-2 bg-surface p-2" dir="ltr">
          dateline relink --recode
        </pre>
      )}
    </section>
  )
}

/** "1.2 GB", by the language. */
function useSize(): (bytes: number) => string {
  const {locale} = useWords()
  return bytes => {
    const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
    const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0)
    return new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-arab' : 'en-GB', {
      style: 'unit',
      unit: units[step]!,
      maximumFractionDigits: step < 2 ? 0 : 1
    }).format(bytes / 1000 ** step)
  }
}
