/**
 * One incident from many reports: accounts, facts, what holds by each rule, and what each report changed.
 *
 * Claims are never changed or dropped; an assessment names those it used and those it set aside. Rulings of people
 * come in as data and change what rules make of claims, not the claims.
 */
import {createIdentity} from '../algorithms/identity.ts'
import {actorKinds} from '../codebook/actor-kinds.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Assessment, LinkedIncident, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport, Incident, Outcome} from '../model/contract.ts'
import type {Chains, ClaimRulings, TieRulings} from '../model/ruling.ts'
import {withSides} from './account-sides.ts'
import {type Accounts, accountFinder} from './accounts.ts'
import {codingsOf} from './codings-of.ts'
import {factKinds} from './fact-kinds.ts'
import {factsOf, label} from './facts.ts'
import {notGathered} from './gathered.ts'
import {historyOf} from './history.ts'
import {ownersFinder} from './own-losses.ts'
import {assess, type Setting} from './rule.ts'
import {noRulings, ruledClaims} from './ruled-claims.ts'
import {rules} from './rules/rules.ts'
import {type Scales, scalesOf} from './scales.ts'
import {sceneOf} from './scene.ts'
import {settingOf} from './setting.ts'
import type {Statement} from './statement.ts'
import {tiesOf} from './ties.ts'
import {statementsByOutcome, type Told, tollOf} from './tolls.ts'
import {placeOf, whenOf} from './when-and-where.ts'

export interface Member {
  readonly report: CodedReport
  readonly incident: Incident
  readonly why: readonly string[]
}

export interface Context {
  /** What people ruled about claims. */
  readonly rulings?: ClaimRulings
  /** Which tellings people put into one chain of events. */
  readonly chains?: Chains
  /** Who depends on whom, as people say. */
  readonly ties?: TieRulings
}

export type Reconcile = (members: readonly Member[], context?: Context) => LinkedIncident

/** Assembles incidents. `members`: at least one, in any order. */
export function reconciler(codebook: Codebook): Reconcile {
  const kinds = actorKinds(codebook)
  const scales = scalesOf(codebook)
  const ofFacts = factKinds(codebook)
  const ownersOf = ownersFinder(codebook, kinds)
  const accountsOf = accountFinder(codebook)

  return (unordered, {rulings = noRulings, chains, ties} = {}) => {
    const members = unordered.toSorted(byPublication)
    const reports = members.map(({report}) => report)
    const own = members.map(({report, incident}) => claimsOf(report, incident))
    const claims = own.flat()
    const accounts = accountsOf(claims, reports, ties)
    const ruledOnes = ruledClaims(claims, rulings)
    const byKey = new Map(ruledOnes.claims.map(claim => [claim.key, claim]))
    const told = members.map(({report, incident}, i) => ({
      report,
      incident,
      scene: sceneOf(report, incident, ofFacts.isMutual(incident.type), kinds, scales, ownersOf),
      claims: own[i]!.map(({key}) => byKey.get(key)!)
    }))
    const counting = notGathered(members)
    const lead = leadOf(counting)
    const {facts, ...doers} = factsOf(
      notGathered(told),
      accounts,
      ofFacts.isMutual(lead.incident.type),
      ofFacts
    )
    const place = placeOf(counting)
    const when = whenOf(counting)
    const setting = settingOf({members: counting, lead: lead.incident, place, when, scales, kinds, ...doers})
    return {
      // Of its founding telling: whatever joins later, the id stays.
      id: createIdentity([`${members[0]!.report.report.id}/${members[0]!.incident.id}`]),
      headline: [
        label(lead.incident.type),
        place && `in ${place.name}`,
        when.from.startsWith('0001') ? null : when.from.slice(0, 10)
      ]
        .filter(Boolean)
        .join(', '),
      type: lead.incident.type,
      when,
      place,
      sides: {a: names(counting, 'a'), b: names(counting, 'b')},
      unverified: unverifiedNames(counting),
      tactics: [...new Set(counting.flatMap(({incident}) => incident.tactics))],
      codings: codingsOf(counting, lead.incident),
      members: members.map(({report, incident, why}) => ({
        report: report.report.id,
        incident: incident.id,
        why: [...why]
      })),
      reports: reports.map(({report}) => ({
        id: report.id,
        url: report.url,
        outlet: report.outlet?.name ?? null,
        agency: report.agency,
        title: report.title,
        publishedOn: report.publishedOn,
        language: report.language
      })),
      claims,
      accounts: withSides(accounts.list, told),
      origins: accounts.origins,
      facts,
      ...whatHolds(told, accounts, scales, ruledOnes.ruled, setting),
      relations: tiesOf(members, chains)
    }
  }
}

/** The assessments by rule, and how they came about. */
function whatHolds(
  told: readonly Told[],
  accounts: Accounts,
  scales: Scales,
  ruled: ReturnType<typeof ruledClaims>['ruled'],
  setting: Setting
): Pick<LinkedIncident, 'assessments' | 'history'> {
  const statements = statementsByOutcome(told, accounts, scales, ruled)
  const tolls = [...statements].map(([outcome, entries]) =>
    tollOf(
      outcome,
      entries.map(entry => entry.statements),
      ruled,
      setting
    )
  )
  const assessments = rules.map((rule): [string, Assessment] => [
    rule.id,
    Object.fromEntries(
      tolls
        .filter(({outcome}) => rule.outcomes?.includes(outcome) ?? true)
        .map(toll => [toll.outcome, assess(rule, toll)])
    )
  ])
  const byReport = new Map<string, Map<Outcome, Statement[]>>()
  for (const [outcome, entries] of statements)
    for (const {report, statements: own} of entries) {
      const figures = byReport.get(report) ?? new Map<Outcome, Statement[]>()
      byReport.set(report, figures)
      figures.set(outcome, [...(figures.get(outcome) ?? []), ...own.whole.filter(({isBeside}) => !isBeside)])
    }
  const origins = new Map(accounts.list.map(({id, origin}) => [id, origin]))
  const reports = [...new Set(told.map(({report}) => report.report.id))]
  return {
    assessments: Object.fromEntries(assessments),
    history: historyOf(
      reports.map(report => ({report, outcomes: byReport.get(report) ?? new Map()})),
      id => origins.get(id)!
    )
  }
}

/** First published first; the order of arrival plays no part. */
function byPublication(a: Member, b: Member): number {
  const key = ({report: {report}, incident}: Member) =>
    `${report.publishedOn ?? '9999'} ${report.id}/${incident.id}`
  return key(a) < key(b) ? -1 : 1
}

function claimsOf({report, claims}: CodedReport, incident: Incident): ReportedClaim[] {
  const own = new Set(incident.claims)
  return claims
    .filter(({id}) => own.has(id))
    .map(claim => ({...claim, key: `${report.id}/${claim.id}`, report: report.id}))
}

/** The member whose type most reports tell; of equals the first. */
function leadOf(members: readonly Member[]): Member {
  const counts = Map.groupBy(members, ({incident}) => incident.type)
  return [...counts.values()].reduce((best, own) => (own.length > best.length ? own : best))[0]!
}

/** Names of sides whose entry in the registry nobody has checked. */
function unverifiedNames(members: readonly Member[]): string[] {
  const found = members.flatMap(({report, incident}) =>
    [...incident.sides.a, ...incident.sides.b].flatMap(
      id => report.actors.find(actor => actor.id === id) ?? []
    )
  )
  return [...new Set(found.filter(({verified}) => verified === false).map(({name}) => name))].sort()
}

function names(members: readonly Member[], side: 'a' | 'b'): string[] {
  const found = members.flatMap(({report, incident}) =>
    incident.sides[side].map(id => report.actors.find(actor => actor.id === id)?.name ?? id)
  )
  const byLower = new Map(found.toReversed().map(name => [name.toLowerCase(), name]))
  return [...new Set(found.map(name => byLower.get(name.toLowerCase())!))]
}
