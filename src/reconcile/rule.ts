/**
 * What a rule is, and how its verdict on the rows of one outcome becomes an assessment with its derivation.
 *
 * A rule weighs rows; it never sees reports. Whatever it does not use is set aside with a reason, so that every claim
 * is either used or set aside.
 */
import type {Derivation, Figure, Grade, RuleId} from '../model/assessment.ts'
import type {Outcome, Place} from '../model/contract.ts'
import type {When} from '../model/date.ts'
import {type Row, shownRow} from './figure-rows.ts'
import {conflictIn, distinct} from './ranges.ts'
import type {Scales} from './scales.ts'
import {type Aside, everybody, type Statements} from './statement.ts'

/** What rules ask of the incident besides its figures. */
export interface Setting {
  readonly when: When
  readonly place: Place | null
  readonly acledEventType: string | null
  /** The incident as UCDP would record it; null where no organised actor takes part. */
  readonly dyad: {
    readonly a: 'state' | 'other' | null
    readonly b: 'state' | 'other' | 'civilians' | null
  } | null
  /** A named side takes the deed upon itself; accounts and claims that say so. */
  readonly accepted: readonly string[]
  /** Accounts name different doers, or one denies what another says. */
  readonly isDoerContested: boolean
  readonly scales: Scales
}

/** The figures of one outcome. */
export interface Toll {
  readonly outcome: Outcome
  readonly rows: readonly Row[]
  /** Those that no rule weighs, and that are shown with the others. */
  readonly beside: readonly Row[]
  readonly groups: ReadonlyMap<string, readonly Row[]>
  readonly setAside: readonly Aside[]
  readonly denied: Statements['denied']
  readonly preferred: ReadonlySet<string>
  readonly setting: Setting
}

export interface Step {
  readonly step: string
  readonly because: string
  readonly rows: readonly Row[]
}

export interface Verdict {
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly open: boolean
  readonly used: readonly Row[]
  readonly aside: readonly {readonly row: Row; readonly why: string}[]
  readonly steps: readonly Step[]
  readonly grade?: Grade | null
  /** What a rule adds of its own. */
  readonly besides?: Pick<Figure, 'sides' | 'precision' | 'perDay'>
}

export interface Rule {
  readonly id: RuleId
  readonly version: string
  /** Outcomes that the rule knows; null: all. */
  readonly outcomes: readonly Outcome[] | null
  /** It gives one figure and no range. */
  readonly isSingle: boolean
  weigh(rows: readonly Row[], toll: Toll): Verdict
}

/** Why a rule that has one figure leaves out what a side lost. */
export const partOfToll = 'a part of the toll: what one side lost'

/** Claims that a step names: more do not help a reader. */
const mostNamed = 12

export function assess(rule: Rule, toll: Toll): Figure {
  const {verdict, figure} = weighed(rule, toll.rows, toll)
  const byGroup = Object.fromEntries(
    [...toll.groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, rows]) => [group, weighed(rule, rows, toll).figure])
  )
  const steps: Derivation['steps'] = verdict.steps.map(({step, because, rows}) => ({
    step,
    because,
    claims: rows.flatMap(({statements}) => statements[0]!.claims.map(({key}) => key)).slice(0, mostNamed)
  }))
  // Where only groups are told of, who contests the figure of a group contests the toll.
  const isOfGroups = toll.rows.length > 0 && toll.rows.every(({group}) => group !== everybody)
  const contested = figure.contested || (isOfGroups && Object.values(byGroup).some(group => group.contested))
  return {
    ...figure,
    accounts: [...figure.accounts, ...toll.beside.map(shownRow)],
    contested,
    setAside: [
      ...toll.setAside,
      ...verdict.aside.flatMap(({row, why}) =>
        row.statements.flatMap(({claims}) => claims.map(({key}) => ({claim: key, why})))
      )
    ],
    byGroup,
    derivation: {rule: rule.id, version: rule.version, steps},
    ...(verdict.grade === undefined ? {} : {grade: verdict.grade}),
    ...verdict.besides
  }
}

function weighed(rule: Rule, rows: readonly Row[], toll: Toll) {
  const verdict = withPreference(rule, rule.weigh(rows, toll), rows, toll.preferred)
  const {low, best, high, open, used} = verdict
  const latest = used.filter(({status}) => status !== 'superseded')
  const isDenied = toll.denied.some(({account, stated}) =>
    latest.some(row => row.account.id !== account && row.stated === stated)
  )
  const figure = {
    low,
    best,
    high,
    open,
    contested: isDenied || conflictIn(distinct(latest)) !== null,
    unconfirmed: new Set(used.map(({account}) => account.id)).size === 1,
    accounts: used.map(shownRow)
  }
  return {verdict, figure}
}

/** A person's choice is the chosen value of every rule; the range stays as wide as it was. */
function withPreference(
  {isSingle}: Rule,
  verdict: Verdict,
  rows: readonly Row[],
  preferred: ReadonlySet<string>
): Verdict {
  if (preferred.size === 0) return verdict
  const chosen = rows.find(({statements}) =>
    statements.some(({claims}) => claims.some(({key}) => preferred.has(key)))
  )
  if (!chosen) return verdict
  const {stated} = chosen
  const isUsed = verdict.used.includes(chosen)
  return {
    ...verdict,
    low: isSingle ? stated : Math.min(verdict.low ?? stated, chosen.from),
    best: stated,
    high: isSingle ? stated : Math.max(verdict.high ?? stated, stated),
    used: isUsed ? verdict.used : [...verdict.used, chosen],
    aside: verdict.aside.filter(({row}) => row !== chosen),
    steps: [...verdict.steps, {step: 'best', because: `a person preferred ${stated}`, rows: [chosen]}]
  }
}

/** "the ministry", "the ministry and Radio Oru", "the ministry and 3 others". */
export function namesOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({account}) => account.origin))]
  return names.length < 3 ? names.join(' and ') : `${names[0]} and ${names.length - 1} others`
}

export function inNumbers({from, stated, max}: Pick<Row, 'from' | 'stated' | 'max'>): string {
  return from !== stated ? `${from} to ${stated}` : max === null ? `at least ${stated}` : `${stated}`
}
