/** Why a value holds by the rule chosen: each step with its claims, and what was set aside, with the reason. */
import {Link} from '@tanstack/react-router'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence, Words} from '../../parts/bidi.tsx'
import type {CellProps} from './evidence-pane.tsx'
import {Assessed, rowName} from './values.tsx'

export function Why({incident, row, rule}: CellProps) {
  const words = useWords()
  const {t} = words
  if (!row) return null
  const outcome = row.kind === 'group' ? row.outcome : row.kind === 'figure' ? row.name : undefined
  const figure = outcome ? incident.assessments[rule]?.[outcome] : undefined
  const setAside = [...Map.groupBy(figure?.setAside ?? [], ({why}) => why)]
  return (
    <>
      <header className="border-b border-line px-3 py-2">
        <h2 className="font-semibold">{rowName(words, row)}</h2>
        <Assessed row={row} incident={incident} rule={rule} />
        {figure?.grade && (
          <p className="text-small text-ink-2">
            <b>
              <Sentence>{figure.grade.value}</Sentence>
            </b>{' '}
            <Sentence>{figure.grade.because}</Sentence>
          </p>
        )}
      </header>
      {figure ? (
        <ol className="list-decimal px-3 py-2 ps-8 text-small">
          {figure.derivation.steps.map(({step, because, claims}, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are in their order
            <li key={i} className="py-1">
              <b className="font-semibold">
                <Sentence>{step}</Sentence>
              </b>{' '}
              <Sentence>{because}</Sentence>
              <Claims keys={claims} incident={incident} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="p-3 text-ink-3">
          {row.fact?.because ? (
            <Sentence>{row.fact.because}</Sentence>
          ) : outcome ? (
            t('incidents.noFigureBy', {rule})
          ) : (
            t('incidents.why.none')
          )}
        </p>
      )}
      {setAside.length > 0 && (
        <section className="border-t border-line px-3 py-2 text-small">
          <h3 className="label">{t('incidents.why.setAside')}</h3>
          <ul>
            {setAside.map(([why, own]) => (
              <li key={why} className="py-1">
                <Sentence>{why}</Sentence>
                <Claims keys={own.map(({claim}) => claim)} incident={incident} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Claims({keys, incident}: {readonly keys: readonly string[]; readonly incident: LinkedIncident}) {
  const claims = keys.flatMap(key => incident.claims.find(claim => claim.key === key) ?? [])
  // Copies tell it in the same words; one line stands for them.
  const told = [...new Map(claims.map(claim => [claim.quote.text, claim])).values()]
  return (
    <ul className="ps-3 text-ink-2">
      {told.map(claim => (
        <li key={claim.key}>
          <Bidi>{claim.attribution.at(-1)?.source}</Bidi>:{' '}
          <Link
            to="/reports/$id"
            params={{id: claim.report}}
            search={{claim: claim.id, incident: incident.id}}
            className="words text-ui"
            dir="auto"
          >
            <Words>{claim.quote.text}</Words>
          </Link>
        </li>
      ))}
    </ul>
  )
}
