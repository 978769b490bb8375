/** Why linking put two incidents apart or would join them, what they rest on alike, and where both lie. */
import {useQuery} from '@tanstack/react-query'
import {lazy, Suspense} from 'react'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import type {ExplainedPair} from '../../../../src/model/explanation.ts'
import {explanationQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence} from '../../parts/bidi.tsx'
import type {MappedPlace} from '../../parts/place-map.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {sharedBy} from './slots.ts'
import {letterOf} from './use-compare.ts'

const PlaceMap = lazy(() => import('../../parts/place-map.tsx'))

export function Together({incidents}: {readonly incidents: readonly LinkedIncident[]}) {
  const {t} = useWords()
  const places = incidents.flatMap(({place}, i): MappedPlace[] =>
    place?.lat != null && place.lon != null
      ? [{...place, lat: place.lat, lon: place.lon, letter: letterOf(i)}]
      : []
  )
  const [first, ...others] = incidents
  return (
    <>
      {others.map((other, i) => (
        <Why key={other.id} a={first!} b={other} letters={['A', letterOf(i + 1)]} />
      ))}
      {others.length > 0 && <SharedOrigins incidents={incidents} />}
      {places.length > 0 && (
        <section aria-label={t('compare.map')}>
          <Suspense>
            <PlaceMap places={places} />
          </Suspense>
        </section>
      )}
    </>
  )
}

function Why({
  a,
  b,
  letters: [x, y]
}: {
  readonly a: LinkedIncident
  readonly b: LinkedIncident
  readonly letters: readonly [string, string]
}) {
  const {t} = useWords()
  const {data, error, isError, refetch} = useQuery(explanationQuery(a.id, b.id))
  if (isError) return <ProblemNote error={error} onAgain={() => void refetch()} />
  if (!data) return <p className="p-3 text-ink-3">{t('frame.reading')}</p>
  const [best, ...others] = data.pairs
  return (
    <section className="border-b border-line-2 px-3 py-2 text-small">
      <h2 className="label">{t('compare.why.of', {a: x, b: y})}</h2>
      <p className="pb-2 text-ui">
        <Sentence>{data.because}</Sentence>
      </p>
      {best && <Signs pair={best} threshold={data.threshold} />}
      {data.path.length > 0 && (
        <>
          <h3 className="label pt-2">{t('compare.why.path')}</h3>
          {data.path.map(step => (
            <Signs key={`${step.a.key} ${step.b.key}`} pair={step} threshold={data.threshold} />
          ))}
        </>
      )}
      {others.length > 0 && (
        <details className="pt-1">
          <summary>{t('compare.why.others', {n: others.length})}</summary>
          {others.map(pair => (
            <Signs key={`${pair.a.key} ${pair.b.key}`} pair={pair} threshold={data.threshold} />
          ))}
        </details>
      )}
    </section>
  )
}

/** The sum on its line, then each sign by how much it counts. */
function Signs({pair, threshold}: {readonly pair: ExplainedPair; readonly threshold: number}) {
  const {t, number} = useWords()
  const counted = pair.signs
    .map(({id, value, weight, because}) => ({id, because, counts: value * weight}))
    .toSorted((a, b) => Math.abs(b.counts) - Math.abs(a.counts))
  const round = (sum: number) => Math.round(sum * 10) / 10
  return (
    <div className="pt-1">
      <SumLine sum={pair.sum} threshold={threshold} />
      <p className="text-ink-2">
        {t('compare.sum', {sum: number(round(pair.sum)), threshold: number(round(threshold))})}
      </p>
      {pair.contradictions.length > 0 && (
        <div className="my-1 border border-contest bg-contest-bg px-2 py-1">
          <b>{t('compare.why.contradicts')}</b>
          <ul>
            {pair.contradictions.map(reason => (
              <li key={reason}>
                <Sentence>{reason}</Sentence>
              </li>
            ))}
          </ul>
        </div>
      )}
      {counted.length === 0 && <p>{t('compare.why.none')}</p>}
      <ul>
        {counted.map(({id, because, counts}) => (
          <li key={id} className="flex justify-between gap-3 border-t border-line py-0.5">
            <Sentence>{because}</Sentence>
            <bdi
              dir="ltr"
              className={`whitespace-nowrap ${counts === 0 ? 'text-ink-3' : 'font-semibold'}`}
              title={t(counts < 0 ? 'compare.why.against' : 'compare.why.for')}
            >
              {counts > 0 ? '+' : counts < 0 ? '−' : ''}
              {number(Math.abs(round(counts)))}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

const [least, most] = [-8, 16]

/** A number line does not turn in Arabic. */
function SumLine({sum, threshold}: {readonly sum: number; readonly threshold: number}) {
  const x = (value: number) => ((Math.min(most, Math.max(least, value)) - least) / (most - least)) * 100
  return (
    <svg
      className="block h-4 w-full"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      direction="ltr"
    >
      <line x1={0} x2={100} y1={5} y2={5} className="stroke-line-2" vectorEffect="non-scaling-stroke" />
      <line
        x1={x(0)}
        x2={x(sum)}
        y1={5}
        y2={5}
        className="stroke-ink"
        strokeWidth={4}
        vectorEffect="non-scaling-stroke"
      />
      <line
        x1={x(threshold)}
        x2={x(threshold)}
        y1={0}
        y2={10}
        className="stroke-ink"
        strokeWidth={2}
        strokeDasharray="2 2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

function SharedOrigins({incidents}: {readonly incidents: readonly LinkedIncident[]}) {
  const {t} = useWords()
  const {reports, origins, agencies, outlets} = sharedBy(incidents)
  const outletOf = new Map(incidents.flatMap(own => own.reports.map(({id, outlet}) => [id, outlet])))
  const rows = [
    ['reports', [...new Set(reports.map(id => outletOf.get(id) ?? id))]],
    ['origins', origins.map(({origin}) => origin)],
    ['agencies', agencies],
    ['outlets', outlets]
  ] as const
  const said = rows.filter(([, names]) => names.length > 0)
  return (
    <section className="border-b border-line-2 px-3 py-2 text-small">
      <h2 className="label">{t('compare.shared')}</h2>
      {said.length === 0 ? (
        <p className="text-ink-2">{t('compare.shared.none')}</p>
      ) : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3">
          {said.map(([kind, names]) => (
            <div key={kind} className="contents">
              <dt className="text-ink-3">{t(`compare.shared.${kind}`)}</dt>
              <dd>
                {names.map((name, i) => (
                  <span key={name}>
                    {i > 0 && ' · '}
                    <Bidi>{name}</Bidi>
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
