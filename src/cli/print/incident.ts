/** A linked incident as a person reads it: what holds, who says what, and in which words. */
import type {Account, Assessment, Figure, LinkedIncident} from '../../model/assessment.ts'
import {claimInWords, label, reservations, whenInWords} from './words.ts'

export function printIncident(incident: LinkedIncident): string {
  const {
    headline,
    place,
    when,
    sides,
    unverified = [],
    tactics,
    reports,
    accounts,
    assessments,
    history
  } = incident
  const marked = (name: string) => (unverified.includes(name) ? `${name} (unverified)` : name)
  const lines = [headline, `${incident.id} · ${reports.length} reports · ${accounts.length} accounts`, '']
  const facts: [string, string][] = [
    ['When', whenInWords(when)],
    [
      'Where',
      place
        ? `${place.name}${place.country ? `, ${place.country}` : ''} (${place.precision}${place.lat === null ? '' : `, ${place.lat.toFixed(2)} ${place.lon!.toFixed(2)}`})`
        : 'no place named'
    ],
    [
      'Who',
      [sides.a, sides.b]
        .map(side => side.map(marked).join(', '))
        .filter(Boolean)
        .join('  against  ')
    ],
    ['Tactics', tactics.map(label).join(', ')]
  ]
  lines.push(...facts.filter(([, value]) => value).map(([name, value]) => `${name.padEnd(8)} ${value}`))
  for (const [rule, assessment] of Object.entries(assessments))
    lines.push('', `What holds, by the rule "${rule}"`, ...assessmentLines(assessment))
  lines.push('', 'Who says what')
  for (const account of accounts) lines.push(...accountLines(account, incident))
  if (history.length) lines.push('', 'How it moved')
  for (const {report, change} of history) {
    const by = reports.find(({id}) => id === report)
    lines.push(`  ${by?.publishedOn ?? '          '}  ${by?.outlet ?? report}: ${change}`)
  }
  return `${lines.join('\n')}\n`
}

function assessmentLines(assessment: Assessment): string[] {
  const outcomes = Object.entries(assessment)
  if (outcomes.length === 0) return ['  no account gives a number']
  return outcomes.flatMap(([outcome, figure]) => [
    `  ${label(outcome).padEnd(10)} ${figureInWords(figure)}`,
    ...figure.accounts.map(
      ({origin, stated, max, status, interest}) =>
        `             ${max === null ? 'at least ' : ''}${stated}  ${origin}${interest === 'party' || interest === 'allied' ? ` (${interest})` : ''}${status === 'latest' ? '' : ` [${status}]`}`
    ),
    ...Object.entries(figure.byGroup).map(([group, own]) => `             of them ${group}: ${range(own)}`)
  ])
}

function figureInWords(figure: Figure): string {
  const state = figure.contested
    ? 'contested'
    : figure.unconfirmed
      ? 'one account only, unconfirmed'
      : 'agreed'
  return `${range(figure)}${figure.open ? ' or more' : ''}; ${figure.best === null ? 'no figure holds' : `best ${figure.best}`}; ${state}`
}

function range({low, high}: {low: number | null; high: number | null}): string {
  return low === high ? `${low}` : `${low} to ${high}`
}

function accountLines({origin, interest, claims, reports, why}: Account, incident: LinkedIncident): string[] {
  const outlets = reports.map(report => incident.reports.find(other => other.id === report)?.outlet ?? report)
  const lines = [
    '',
    `  ${origin}${interest === 'party' || interest === 'allied' ? ` (${interest})` : ''}  in ${outlets.join(', ')}`
  ]
  if (why.length) lines.push(`    one account: ${[...new Set(why)].join('; ')}`)
  const seen = new Set<string>()
  for (const claim of incident.claims.filter(({key}) => claims.includes(key))) {
    const what = claimInWords(claim)
    const held = reservations(claim)
    const line = `    ${what}${held ? ` [${held}]` : ''}: "${claim.quote.text.replaceAll(/\s+/g, ' ')}"`
    // Copies carry the same words; one line tells them.
    if (seen.has(line)) continue
    seen.add(line)
    lines.push(line)
  }
  return lines
}
