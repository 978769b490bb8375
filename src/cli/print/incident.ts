/** A linked incident as a person reads it: what holds, who says what, and in which words. */
import type {Account, LinkedIncident} from '../../model/assessment.ts'
import {claimInWords, label, reservations} from '../../model/claim-in-words.ts'
import {derivationLines, figureLines, matrixLines} from './figures.ts'
import {whenInWords} from './words.ts'

interface Options {
  /** With the steps of each rule and what it set aside. */
  readonly explain?: boolean
  /** The incidents that its ties lead to, by the ids of the ties. */
  readonly tied?: ReadonlyMap<string, LinkedIncident>
}

export function printIncident(
  incident: LinkedIncident,
  {explain = false, tied = new Map()}: Options = {}
): string {
  const {headline, place, when, sides, unverified = [], tactics, reports, accounts, facts, history} = incident
  const marked = (name: string) => (unverified.includes(name) ? `${name} (unverified)` : name)
  const lines = [headline, `${incident.id} · ${reports.length} reports · ${accounts.length} accounts`, '']
  const known: [string, string][] = [
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
  lines.push(...known.filter(([, value]) => value).map(([name, value]) => `${name.padEnd(8)} ${value}`))
  lines.push('', 'What holds, by rule', ...figureLines(incident))
  const contests = facts.filter(({contested}) => contested)
  if (contests.length)
    lines.push('', 'Contested', ...contests.map(({fact, because}) => `  ${label(fact).padEnd(8)} ${because}`))
  const matrix = matrixLines(incident)
  if (matrix.length) lines.push('', 'Who gives which number', ...matrix)
  if (explain) lines.push('', 'Why it holds', ...derivationLines(incident))
  lines.push('', 'Who says what')
  for (const account of accounts) lines.push(...accountLines(account, incident))
  lines.push(...tieLines(incident, tied))
  if (history.length) lines.push('', 'How it moved')
  for (const {report, change} of history) {
    const by = reports.find(({id}) => id === report)
    lines.push(`  ${by?.publishedOn ?? '          '}  ${by?.outlet ?? report}: ${change}`)
  }
  return `${lines.join('\n')}\n`
}

/** Each tie once, however many reports tell it; what the store does not hold as an incident is left out. */
function tieLines({relations, id}: LinkedIncident, tied: ReadonlyMap<string, LinkedIncident>): string[] {
  const lines = relations.flatMap(({to, kind, lag, told, ruled}) => {
    const other = tied.get(to)
    if (!other || other.id === id) return []
    const because = ruled
      ? `by ${ruled.by}${ruled.reason ? `: ${ruled.reason}` : ''}`
      : `"${told[0]!.quote.text.replaceAll(/\s+/g, ' ')}"`
    return `  ${label(kind)}${lag ? ` (${lag})` : ''}: ${other.headline} · ${other.id}  ${because}`
  })
  return lines.length ? ['', 'Tied to', ...new Set(lines)] : []
}

/** With the names that "dateline rule" takes: a2 for all that the account says, REPORT/c3 for one claim. */
function accountLines(
  {id, origin, interest, claims, reports, why}: Account,
  incident: LinkedIncident
): string[] {
  const outlets = reports.map(report => incident.reports.find(other => other.id === report)?.outlet ?? report)
  const lines = [
    '',
    `  ${id}  ${origin}${interest === 'party' || interest === 'allied' ? ` (${interest})` : ''}  in ${outlets.join(', ')}`
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
    lines.push(`${line}  ${claim.key}`)
  }
  return lines
}
