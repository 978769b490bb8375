/** What happened and who says so, in sentences: the free text that datasets of events carry. */
import type {Figure, LinkedIncident} from '../model/assessment.ts'
import type {Setting} from './format.ts'

/** "Clash, in Oruro, 2024-03-05. Killed: 1 to 2; police say 1 (The Plateau Daily); a doctor says 2 (Radio Altiplano). ..." */
export function notesOf(incident: LinkedIncident, {rule}: Pick<Setting, 'rule'>): string {
  const figures = Object.entries(incident.assessments[rule] ?? {})
  return [
    `${incident.headline}.`,
    ...figures.map(([outcome, figure]) => `${capital(outcome)}: ${figureIn(incident, figure)}.`),
    ...disputesOf(incident)
  ].join(' ')
}

function figureIn(incident: LinkedIncident, figure: Figure): string {
  const {low, best, high, open, accounts} = figure
  const range =
    low === null
      ? 'no figure holds'
      : low === high && !open
        ? `${low}`
        : open
          ? `${low} or more`
          : `${low} to ${high}`
  const told = accounts
    .filter(({status}) => status === 'latest')
    .map(
      ({account, origin, group, min, max, claims}) =>
        `${origin}: ${max === null ? `${min} or more` : max === min ? min : `${min} to ${max}`}${group ? ` ${group}` : ''}${carriersOf(incident, account, claims)}`
    )
  const chosen = best !== null && low !== high ? ` (${best} by this rule)` : ''
  return [`${range}${chosen}`, ...told].join('; ')
}

/** The outlets through which an account is known; nothing where it is the outlet itself. */
function carriersOf(incident: LinkedIncident, account: string, claims: readonly string[]): string {
  const held = incident.accounts.find(({id}) => id === account)
  const reports = new Set(claims.map(key => key.slice(0, key.lastIndexOf('/'))))
  const outlets = outletsOf(incident, report => reports.has(report)).filter(name => name !== held?.origin)
  return outlets.length ? ` (${outlets.join(', ')})` : ''
}

/** Facts on which accounts cannot both be right. */
function disputesOf({facts}: LinkedIncident): string[] {
  return facts.filter(({contested}) => contested).map(({fact, because}) => `Disputed: ${because ?? fact}.`)
}

/** Names of the outlets, each once, in order of publication. */
export function outletsOf({reports}: LinkedIncident, isMeant = (_report: string) => true): string[] {
  return [...new Set(reports.flatMap(({id, outlet}) => (outlet !== null && isMeant(id) ? outlet : [])))]
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
