/** An incident as a line of a list. */
import type {LinkedIncident} from '../../model/assessment.ts'
import {headlineSaid} from './incident.ts'
import {listed, type Wording} from './wording.ts'

/** "6118a32436e1  Clash, in Oruro, 2024-03-05  8 reports, 14 accounts  killed 0-2 contested". */
export function printListed(
  {id, headline, reports, accounts, assessments}: LinkedIncident,
  wording: Wording
): string {
  const {t, outside, number, within} = wording
  const figures = Object.entries(assessments.dateline ?? {}).flatMap(([outcome, {low, high, contested}]) => {
    if (low === null) return []
    const range =
      low === high || high === null
        ? number(low)
        : t('terminal.listedRange', {low: number(low), high: number(high)})
    const figure = t('terminal.ofOutcome', {outcome: within('outcome', outcome), range})
    return [contested ? t('terminal.listedContested', {figure}) : figure]
  })
  const counts = [t('terminal.reports', {n: reports.length}), t('terminal.accounts', {n: accounts.length})]
  return wording.page([
    [
      outside(id),
      headlineSaid(headline, wording),
      listed(wording, counts),
      ...(figures.length ? [listed(wording, figures)] : [])
    ].join('  ')
  ])
}

export function printNone(wording: Wording): string {
  const command = wording.command('dateline ingest FILE')
  return wording.page([wording.t('terminal.noIncident', {command})])
}
