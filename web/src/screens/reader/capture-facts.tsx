/** How and when the original of a report was received. */
import {useQuery} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import type {api, Good} from '../../app/client.ts'
import {capturesQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'

export function CaptureFacts({report}: {readonly report: string}) {
  const {t, day, instant} = useWords()
  const {data, error} = useQuery(capturesQuery(report))
  if (error) return <ProblemNote error={error} />
  if (!data) return <p className="p-3">{t('frame.reading')}</p>
  return (
    <>
      {data.captures.length === 0 && <p className="p-3 text-ink-3">{t('reader.capture.none')}</p>}
      <Captures captures={data.captures} />
      {data.versions.length > 0 && (
        <section className="p-3">
          <h2 className="mb-1 font-semibold">{t('reader.capture.versions')}</h2>
          <ul>
            {data.versions.map(({id, sha256, title, publishedOn, keptAt}) => (
              <li key={id}>
                <Link to="/reports/$id" params={{id}} search={{tab: 'capture'}}>
                  <Bidi>{title ?? id}</Bidi>
                </Link>{' '}
                <span className="text-ink-3">
                  {publishedOn && day(publishedOn)} {keptAt && instant(keptAt)}{' '}
                  <span className="id">{sha256.slice(0, 12)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type Facts = Good<
  ReturnType<(typeof api.reports)[':id']['captures']['$get']> extends Promise<infer R> ? R : never
>

function Captures({captures}: {readonly captures: Facts['captures']}) {
  const {t, instant, number} = useWords()
  return captures.map(capture => {
    const rows: [string, string | null][] = [
      [t('reader.capture.requested'), capture.requestedUrl ?? capture.origin],
      [t('reader.capture.final'), capture.finalUrl],
      [
        t('reader.capture.redirects'),
        capture.redirects.map(({status, location}) => `${status} → ${location}`).join('\n') || null
      ],
      [t('reader.capture.status'), capture.status === null ? null : `${capture.status}`],
      [
        t('reader.capture.fetched'),
        capture.fetchedAt && `${capture.fetchedAt} (${instant(capture.fetchedAt)})`
      ],
      [t('reader.capture.kept'), capture.keptAt],
      [t('reader.capture.length'), number(capture.length)],
      [t('reader.capture.media'), capture.mediaType],
      [t('reader.capture.hash'), capture.sha256],
      [t('reader.capture.feed'), capture.feed],
      [t('reader.capture.tool'), capture.tool]
    ]
    return (
      <section key={capture.number} className="p-3">
        <h2 className="mb-1 font-semibold">{t('reader.capture.number', {n: capture.number})}</h2>
        <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-1">
          {rows
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-3">{name}</dt>
                <dd className="id break-all whitespace-pre-wrap">{value}</dd>
              </div>
            ))}
        </dl>
        {capture.headers.length > 0 && (
          <details className="mt-2">
            <summary>{t('reader.capture.headers')}</summary>
            <pre className="id whitespace-pre-wrap break-all">
              {capture.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
            </pre>
          </details>
        )}
      </section>
    )
  })
}
