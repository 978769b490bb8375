/**
 * Facts by accounts: a cell holds only what its speaker said, and leads to the words.
 *
 * Silence is an empty cell. What cannot be true beside another account is bold with ≠.
 */
import type {Account, LinkedIncident, ReportedClaim} from '../../src/model/assessment.ts'
import type {Evidence} from './app.tsx'
import {countOf, label, reservation} from './words.ts'

interface Props {
  readonly incident: LinkedIncident
  readonly evidence: Evidence
  readonly onEvidence: (evidence: Evidence) => void
}

interface Row {
  readonly key: string
  readonly name: string
  readonly claims: readonly ReportedClaim[]
}

export function ClaimMatrix({incident, evidence, onEvidence}: Props) {
  const rows = rowsOf(incident.claims)
  const figures = incident.assessments.dateline ?? {}
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard
    <section className="matrix" aria-label="Facts by accounts" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Fact</th>
            {incident.accounts.map(account => (
              <Head key={account.id} account={account} incident={incident} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({key, name, claims}) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {incident.accounts.map(account => {
                const own = distinct(claims.filter(claim => account.claims.includes(claim.key)))
                const statusOf = ({key: claim}: ReportedClaim) =>
                  figures[key]?.accounts.find(row => row.claims.includes(claim))?.status
                return (
                  <td key={account.id}>
                    {own.map(claim => (
                      <button
                        type="button"
                        key={claim.key}
                        className={cellClass(
                          figures[key]?.contested === true && claim.casualties?.count != null,
                          statusOf(claim)
                        )}
                        aria-current={evidence.claim?.key === claim.key}
                        onClick={() => onEvidence({report: claim.report, claim})}
                        title={claim.quote.text}
                      >
                        {[
                          countOf(claim) || (claim.event ? '●' : '“ ”'),
                          reservation(claim),
                          claim.certainty === 'possible' ? '(possible)' : ''
                        ]
                          .filter(Boolean)
                          .join(' ')}
                      </button>
                    ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Head({
  account: {origin, reports, interest},
  incident
}: {
  account: Account
  incident: LinkedIncident
}) {
  const outlets = reports.map(report => incident.reports.find(({id}) => id === report)?.outlet ?? report)
  const hasInterest = interest === 'party' || interest === 'allied'
  return (
    <th scope="col" className={hasInterest ? 'interested' : undefined} title={outlets.join(', ')}>
      <bdi dir="auto">{origin}</bdi>
      <span className="quiet">
        {hasInterest ? `${interest} · ` : ''}
        {reports.length} {reports.length === 1 ? 'report' : 'reports'}
      </span>
    </th>
  )
}

function cellClass(contested: boolean, status: string | undefined): string {
  return ['cell', contested ? 'contested' : '', status === 'superseded' ? 'superseded' : '']
    .filter(Boolean)
    .join(' ')
}

/** Figures first, by outcome and group, and of the crowd; then what happened; then what is said about it. */
function rowsOf(claims: readonly ReportedClaim[]): Row[] {
  const keyOf = ({casualties, event, about}: ReportedClaim): string => {
    if (casualties)
      return casualties.group === 'people' ? casualties.outcome : `${casualties.outcome}, ${casualties.group}`
    return event ? `event ${event.type}` : about === 'crowd' ? about : `about ${about}`
  }
  const order = (key: string) => (key.startsWith('event ') ? 1 : key.startsWith('about ') ? 2 : 0)
  return [...Map.groupBy(claims, keyOf)]
    .map(([key, own]) => ({key, name: label(key.replace(/^(?:event|about) /, '')), claims: own}))
    .sort((a, b) => order(a.key) - order(b.key))
}

/** Copies carry the same value; one of them stands for all. */
function distinct(claims: readonly ReportedClaim[]): ReportedClaim[] {
  return [...new Map(claims.map(claim => [`${countOf(claim)}|${reservation(claim)}`, claim])).values()]
}
