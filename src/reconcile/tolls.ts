/**
 * All figures of an incident, outcome by outcome, ready for the rules: rows of the whole and of each group, and what is set aside.
 */
import type {ReportedClaim} from '../model/assessment.ts'
import type {CodedReport, Outcome} from '../model/contract.ts'
import type {Accounts} from './accounts.ts'
import {allRows} from './figure-rows.ts'
import {withGatheredBeside} from './gathered.ts'
import type {Setting, Toll} from './rule.ts'
import type {Ruled} from './ruled-claims.ts'
import type {Scales} from './scales.ts'
import type {Scene} from './scene.ts'
import type {Statements} from './statement.ts'
import {statementsOf} from './statements.ts'

/** What one report tells of the incident. */
export interface Told {
  readonly report: CodedReport
  readonly scene: Scene
  /** As ruled. */
  readonly claims: readonly ReportedClaim[]
}

/** The statements of each report, by outcome; outcomes in the order in which they are first told. */
export function statementsByOutcome(
  told: readonly Told[],
  accounts: Accounts,
  scales: Scales,
  ruled: Ruled
): Map<Outcome, {readonly report: string; readonly statements: Statements}[]> {
  const byId = new Map(accounts.list.map(account => [account.id, account]))
  const accountOf = (claim: ReportedClaim) => byId.get(accounts.of.get(claim.key)!)!
  const dayOf = daysOf(told, copiesIn(accounts))
  const found = new Map<Outcome, {report: string; isRow: boolean; statements: Statements}[]>()
  for (const {report, scene, claims} of told) {
    const figures = claims
      .filter(({casualties}) => casualties)
      .toSorted((a, b) => a.quote.from - b.quote.from || (a.key < b.key ? -1 : 1))
    for (const [outcome, own] of Map.groupBy(figures, ({casualties}) => casualties!.outcome)) {
      const statements = statementsOf(
        {report, on: dayOf(report.report.id), scene, claims: own},
        accountOf,
        scales,
        ruled
      )
      const known = found.get(outcome)
      const isRow = report.report.dataset !== undefined
      const entry = {report: report.report.id, isRow, statements}
      if (known) known.push(entry)
      else found.set(outcome, [entry])
    }
  }
  return new Map([...found].map(([outcome, entries]) => [outcome, withGatheredBeside(entries, ruled)]))
}

export function tollOf(
  outcome: Outcome,
  statements: readonly Statements[],
  {preferred}: Ruled,
  setting: Setting
): Toll {
  const {rows, parts} = allRows(statements.flatMap(({whole}) => whole))
  const ofGroups = Map.groupBy(
    statements.flatMap(each => each.ofGroups),
    ({group}) => group
  )
  return {
    outcome,
    rows: rows.filter(({isBeside}) => !isBeside),
    beside: rows.filter(({isBeside}) => isBeside),
    groups: new Map([...ofGroups].map(([group, own]) => [group, allRows(own).rows])),
    setAside: [
      ...statements.flatMap(({setAside}) => setAside),
      ...parts.flatMap(({claims, group}) => claims.map(({key}) => ({claim: key, why: `a part: ${group}`})))
    ],
    denied: statements.flatMap(({denied}) => denied),
    preferred,
    setting
  }
}

/** The report that each copy copies. */
function copiesIn({origins}: Accounts): Map<string, string> {
  return new Map(origins.edges.filter(({kind}) => kind === 'copies').map(({from, to}) => [from, to]))
}

/** The day on which each report tells what it tells: its own, or that of the report it copies. */
function daysOf(told: readonly Told[], copies: ReadonlyMap<string, string>): (report: string) => string {
  const days = new Map(told.map(({report}) => [report.report.id, report.report.publishedOn ?? '']))
  return report => {
    let original = report
    for (let steps = 0; steps < copies.size && copies.has(original); steps++) original = copies.get(original)!
    return days.get(original) ?? days.get(report)!
  }
}
