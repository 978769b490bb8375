/** One claim that was found: its words among those around them, and the incidents that hold its report. */
import {useQuery} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import type {FoundClaim} from '../../../../src/model/found-claim.ts'
import {screenKeys} from '../../app/keys.ts'
import {incidentQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Words} from '../../parts/bidi.tsx'
import {CertaintyMark, DenialMark} from '../../parts/claim-marks.tsx'
import {claimName} from '../../parts/claim-name.ts'
import {Headline} from '../../parts/headline.tsx'
import {Keycap} from '../../parts/keycap.tsx'
import {Range} from '../../parts/range.tsx'
import {ToldWords} from '../../parts/told-words.tsx'

export function ClaimPane({found: {claim, report, incidents}}: {readonly found: FoundClaim}) {
  const words = useWords()
  const {t} = words
  const count = (claim.casualties ?? claim.crowd ?? claim.damage)?.count
  return (
    <article>
      <header className="border-b border-line px-3 py-2">
        <h2 className="flex items-baseline justify-between gap-2 text-h3">
          <span>{claimName(words, claim)}</span>
          {count && (
            <span className="text-h2">
              <Range low={count.min} high={count.max} />
            </span>
          )}
        </h2>
        <p className="flex flex-wrap gap-x-3 text-small text-ink-2">
          <CertaintyMark certainty={claim.certainty} word />
          {claim.polarity === 'affirmed' && claim.realis === 'happened' ? (
            <span>{t('polarity.affirmed')}</span>
          ) : (
            <DenialMark polarity={claim.polarity} realis={claim.realis} />
          )}
          <span>{t(`interest.${claim.interest}`)}</span>
          {claim.hedges.length > 0 && <Words>{claim.hedges.join(', ')}</Words>}
        </p>
      </header>
      <ToldWords claim={claim} publishedOn={report.publishedOn} language={report.language}>
        <Link to="/reports/$id" params={{id: report.id}} search={{claim: claim.id}}>
          {t('claims.key.open')} <Keycap shows={screenKeys.claims.open} />
        </Link>
      </ToldWords>
      <section className="border-t border-line px-3 py-2 text-small">
        <p>
          <Bidi>{report.outlet ?? report.id}</Bidi>
          {report.title && (
            <span className="block text-ink-3">
              <Bidi>{report.title}</Bidi>
            </span>
          )}
        </p>
        <h3 className="label mt-2">{t('claims.in')}</h3>
        {incidents.length === 0 && <p className="text-ink-3">{t('claims.inNone')}</p>}
        <ul>
          {incidents.map((id, i) => (
            <li key={id}>
              <Held id={id} isFirst={i === 0} />
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}

function Held({id, isFirst}: {readonly id: string; readonly isFirst: boolean}) {
  const {data} = useQuery(incidentQuery(id))
  const incident = data?.value as LinkedIncident | undefined
  return (
    <Link to="/incidents/$id" params={{id}} search={{}}>
      {incident ? <Headline {...incident} /> : <span className="id">{id}</span>}{' '}
      {isFirst && <Keycap shows={screenKeys.claims.incident} />}
    </Link>
  )
}
