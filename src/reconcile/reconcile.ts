/**
 * One incident from many reports: accounts, facts, what holds by each rule, and what each report changed.
 *
 * Claims are never changed or dropped; an assessment names those it used and those it set aside.
 */
import {createIdentity} from '../algorithms/identity.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Assessment, Fact, LinkedIncident, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport, Incident, Place} from '../model/contract.ts'
import {type Accounts, accountFinder} from './accounts.ts'
import {figureOf} from './figures.ts'

export interface Member {
  readonly report: CodedReport
  readonly incident: Incident
  readonly why: readonly string[]
}

/** The rules that are run, by name. */
const rules: Readonly<
  Record<
    string,
    (claims: readonly ReportedClaim[], accounts: Accounts, reports: readonly CodedReport[]) => Assessment
  >
> = {
  dateline: (claims, accounts, reports) => {
    const outcomes = [
      ...new Set(claims.flatMap(({casualties}) => (casualties?.count ? [casualties.outcome] : [])))
    ]
    return Object.fromEntries(
      outcomes.flatMap(outcome => {
        const figure = figureOf(outcome, claims, accounts, reports)
        return figure ? [[outcome, figure]] : []
      })
    )
  }
}

const precisionOrder: readonly Place['precision'][] = ['site', 'town', 'area', 'admin1', 'country']

/** Assembles incidents; `members`: at least one, first published first. */
export function reconciler(codebook: Codebook): (members: readonly Member[]) => LinkedIncident {
  const accountsOf = accountFinder(codebook)
  return members => reconcile(members, accountsOf)
}

type AccountsOf = ReturnType<typeof accountFinder>

function reconcile(members: readonly Member[], accountsOf: AccountsOf): LinkedIncident {
  const reports = members.map(({report}) => report)
  const claims = members.flatMap(({report, incident}) => claimsOf(report, incident))
  const accounts = accountsOf(claims, reports)
  const lead = leadOf(members)
  const place = placeOf(members)
  const when = members
    .map(({incident}) => incident.when)
    .reduce((best, other) => (best.known === 'inferred' && other.known === 'stated' ? other : best))
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
    sides: {a: names(members, 'a'), b: names(members, 'b')},
    unverified: unverifiedNames(members),
    tactics: [...new Set(members.flatMap(({incident}) => incident.tactics))],
    codings: lead.incident.codings,
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
    accounts: [...accounts.list],
    origins: accounts.origins,
    facts: factsOf(members, accounts, claims),
    assessments: Object.fromEntries(
      Object.entries(rules).map(([name, rule]) => [name, rule(claims, accounts, reports)])
    ),
    relations: members.flatMap(({incident}) => incident.relations),
    history: historyOf(members, accountsOf)
  }
}

function claimsOf({report, claims}: CodedReport, incident: Incident): ReportedClaim[] {
  return claims
    .filter(({id}) => incident.claims.includes(id))
    .map(claim => ({...claim, key: `${report.id}/${claim.id}`, report: report.id}))
}

/** The member whose type most reports tell; of equals the first. */
function leadOf(members: readonly Member[]): Member {
  const counts = Map.groupBy(members, ({incident}) => incident.type)
  return [...counts.values()].reduce((best, own) => (own.length > best.length ? own : best))[0]!
}

function placeOf(members: readonly Member[]): Place | null {
  const places = members.flatMap(
    ({report, incident}) => report.places.find(({id}) => id === incident.place) ?? []
  )
  // Of equal precision an entry of the gazetteer counts before a name that lies somewhere in it.
  const rank = ({precision, gazetteerId, lat}: Place) =>
    (lat === null ? 100 : 0) + 2 * precisionOrder.indexOf(precision) + (gazetteerId === null ? 1 : 0)
  return places.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
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

function factsOf(members: readonly Member[], accounts: Accounts, claims: readonly ReportedClaim[]): Fact[] {
  const accountOf = (report: string) =>
    accounts.of.get(claims.find(claim => claim.report === report && claim.event)?.key ?? '') ?? null
  const fact = (name: Fact['fact'], value: (member: Member) => string | null): Fact => {
    const told = members.flatMap(member => {
      const own = value(member)
      return own ? [{own, account: accountOf(member.report.report.id)}] : []
    })
    const values = [...Map.groupBy(told, ({own}) => own)].map(([own, rows]) => ({
      value: own,
      accounts: [...new Set(rows.flatMap(({account}) => account ?? []))],
      claims: []
    }))
    return {fact: name, values, contested: false}
  }
  const name = ({report}: Member, id: string | undefined) =>
    report.actors.find(actor => actor.id === id)?.name ?? null
  const when = fact('when', ({incident}) =>
    incident.when.from === incident.when.to
      ? incident.when.from
      : `${incident.when.from} to ${incident.when.to}`
  )
  return [
    fact('what', ({incident}) => label(incident.type)),
    {...when, contested: daysDisagree(members)},
    fact('where', ({report, incident}) => report.places.find(({id}) => id === incident.place)?.name ?? null),
    fact('who', member => name(member, member.incident.sides.a[0])),
    fact('against', member => name(member, member.incident.sides.b[0]))
  ]
}

function daysDisagree(members: readonly Member[]): boolean {
  const stated = members.map(({incident}) => incident.when).filter(({known}) => known === 'stated')
  return stated.some(a => stated.some(b => a.to < b.from))
}

/** "killed: 0 -> 0-2, contested": how the figures moved with each report, in order of publication. */
function historyOf(members: readonly Member[], accountsOf: AccountsOf): LinkedIncident['history'] {
  let before: Readonly<Record<string, string>> = {}
  return members.flatMap((member, i) => {
    const so = members.slice(0, i + 1)
    const claims = so.flatMap(({report, incident}) => claimsOf(report, incident))
    const reports = so.map(({report}) => report)
    const now = Object.fromEntries(
      Object.entries(rules.dateline!(claims, accountsOf(claims, reports), reports)).map(
        ([outcome, figure]) => [outcome, inWords(figure)]
      )
    )
    const changes = Object.entries(now)
      .filter(([outcome, words]) => before[outcome] !== words)
      .map(([outcome, words]) => `${outcome}: ${before[outcome] ? `${before[outcome]} -> ` : ''}${words}`)
    before = now
    return changes.length ? [{report: member.report.report.id, change: changes.join('; ')}] : []
  })
}

function inWords({low, high, open, contested}: Assessment[string]): string {
  const numbers = low === high ? `${low}` : `${low}-${high}`
  return `${numbers}${open ? ' or more' : ''}${contested ? ', contested' : ''}`
}

function label(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
