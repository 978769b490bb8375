/**
 * What, when, where, who and against whom: who says which value, and which values cannot both be true.
 *
 *     in the square / in the town around it                   no contest: one holds the other
 *     on Monday / this week                                   no contest
 *     the front claims it / the front denies it               who did it is contested
 *     the army did it / the rebels did it                     contested
 *     clash / riot                                            kin: one day's violence may be told as either
 *
 * Responsibility is a claim like any other.
 */
import type {Account, Fact, ReportedClaim} from '../model/assessment.ts'
import type {Actor, CodedReport, Incident, Place} from '../model/contract.ts'
import type {When} from '../model/date.ts'
import type {Accounts} from './accounts.ts'
import {placesAgree} from './places-agree.ts'

export interface FactTelling {
  readonly report: CodedReport
  readonly incident: Incident
  readonly claims: readonly ReportedClaim[]
}

export interface FactKinds {
  /** Whether two types may tell of one happening. */
  areKin(a: string, b: string): boolean
  /** Whether both sides act in it, so that whoever is named first is no culprit. */
  isMutual(type: string): boolean
  isState(actor: Actor): boolean
  /** "gunmen", "the army of a state" are not; a group with a name is. */
  isNamedGroup(actor: Actor): boolean
}

interface Value<T> {
  readonly name: string
  readonly thing: T
  readonly accounts: Set<string>
  readonly claims: Set<string>
  readonly denied: Map<string, string>
}

export interface Facts {
  readonly facts: Fact[]
  readonly isDoerContested: boolean
  /** Origins that take the deed upon themselves. */
  readonly accepted: string[]
}

/** `isMutual`: both sides act in what the incident is called, so that who did it is no question. */
export function factsOf(
  tellings: readonly FactTelling[],
  accounts: Accounts,
  isMutual: boolean,
  kinds: FactKinds
): Facts {
  const [what, when, where] = [values<string>(), values<When>(), values<Place>()]
  const [who, against] = [values<Actor>(), values<Actor>()]
  const byId = new Map<string, Account>(accounts.list.map(account => [account.id, account]))
  const accepted = new Set<string>()
  for (const {report, incident, claims} of tellings) {
    const actors = new Map(report.actors.map(actor => [actor.id, actor]))
    const places = new Map(report.places.map(place => [place.id, place]))
    const told = claims.filter(({event}) => event?.type === incident.type)
    const fallback = told.length ? told : claims.filter(({event}) => event).slice(0, 1)
    for (const claim of fallback) {
      const account = accounts.of.get(claim.key)
      const {event, polarity, realis} = claim
      const isToldSo = told.length > 0
      if (!account) continue
      if (polarity === 'denied') {
        // What an outlet says did not happen is no denial by anybody.
        if (claim.attribution.length > 1)
          for (const id of event!.agent) who.deny(actors.get(id), claim, account)
        continue
      }
      if (realis === 'hypothetical') continue
      const key = isToldSo ? claim.key : null
      what.add(incident.type, label(incident.type), account, key)
      const day = event!.when ?? incident.when
      if (!day.from.startsWith('0001')) when.add(day, inDays(day), account, key)
      const place = places.get(event!.place ?? '') ?? places.get(incident.place ?? '')
      if (place) where.add(place, place.name, account, key)
      if (isToldSo) {
        for (const id of event!.agent) who.addActor(actors.get(id), account, key)
        for (const id of event!.patient) against.addActor(actors.get(id), account, key)
        if (event!.agent.includes(claim.attribution.at(-1)!.actor ?? ''))
          accepted.add(byId.get(account)!.origin)
      }
    }
    for (const claim of claims) {
      const account = accounts.of.get(claim.key)!
      const speaker = actors.get(claim.attribution.at(-1)!.actor ?? '')
      if (claim.event?.type === 'claim-of-responsibility' && claim.polarity === 'affirmed') {
        const doers = claim.event.agent.flatMap(id => actors.get(id) ?? [])
        for (const actor of doers) who.addActor(actor, account, claim.key)
        if (doers.length) accepted.add(doers[0]!.name)
      }
      if (claim.about === 'denial' && !claim.event && speaker) who.deny(speaker, claim, account)
    }
  }
  const doer = contestOfDoers(who.all(), isMutual, kinds)
  return {
    facts: [
      what.fact('what', (a, b) => kinds.areKin(a.thing, b.thing)),
      when.fact('when', (a, b) => daysAgree(a.thing, b.thing)),
      where.fact('where', (a, b) => placesAgree(a.thing, b.thing)),
      {...who.fact('who', () => true), contested: doer !== null, ...(doer ? {because: doer} : {})},
      against.fact('against', () => true)
    ],
    isDoerContested: doer !== null,
    accepted: [...accepted]
  }
}

function values<T>() {
  const found = new Map<string, Value<T>>()
  const entryOf = (thing: T, name: string) => {
    const key = name.toLowerCase()
    const known = found.get(key) ?? {
      name,
      thing,
      accounts: new Set<string>(),
      claims: new Set<string>(),
      denied: new Map<string, string>()
    }
    found.set(key, known)
    return known
  }
  const add = (thing: T, name: string, account: string, claim: string | null) => {
    const value = entryOf(thing, name)
    value.accounts.add(account)
    if (claim) value.claims.add(claim)
  }
  return {
    add,
    addActor(actor: (T & {name: string}) | undefined, account: string, claim: string | null) {
      if (actor) add(actor, actor.name, account, claim)
    },
    deny(actor: (T & {name: string}) | undefined, claim: ReportedClaim, account: string) {
      if (actor) entryOf(actor, actor.name).denied.set(account, claim.key)
    },
    all: () => [...found.values()],
    fact(fact: Fact['fact'], areOne: (a: Value<T>, b: Value<T>) => boolean): Fact {
      const all = [...found.values()]
      const conflict = conflictOf(all, areOne)
      return {
        fact,
        values: all.map(({name, accounts, claims, denied}) => ({
          value: name,
          accounts: [...accounts],
          claims: [...claims],
          ...(denied.size ? {denied: [...denied.values()]} : {})
        })),
        contested: conflict !== null,
        ...(conflict ? {because: `${conflict[0].name} and ${conflict[1].name} cannot both be true`} : {})
      }
    }
  }
}

/** Two values that cannot both be true, of two accounts of which neither says both. */
function conflictOf<T>(
  all: readonly Value<T>[],
  areOne: (a: Value<T>, b: Value<T>) => boolean
): readonly [Value<T>, Value<T>] | null {
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) {
      if (areOne(a, b)) continue
      const only = (own: Value<T>, other: Value<T>) =>
        [...own.accounts].some(account => !other.accounts.has(account))
      if (only(a, b) && only(b, a)) return [a, b]
    }
  return null
}

function contestOfDoers(who: readonly Value<Actor>[], isMutual: boolean, kinds: FactKinds): string | null {
  for (const {name, accounts, denied} of who) {
    if (denied.size && [...accounts].some(account => !denied.has(account)))
      return `${name} is said to have done it, and denies it or is denied it`
  }
  if (isMutual) return null
  const camp = ({thing}: Value<Actor>) =>
    kinds.isState(thing) ? 'state' : kinds.isNamedGroup(thing) ? (thing.known ?? thing.name) : null
  const conflict = conflictOf(who, (a, b) => {
    const [one, other] = [camp(a), camp(b)]
    return one === null || other === null || one === other || areTied(a.thing, b.thing)
  })
  return conflict && `some say ${conflict[0].name} did it, some ${conflict[1].name}`
}

function areTied(a: Actor, b: Actor): boolean {
  const names = (actor: Actor) => [actor.name, ...actor.aliases].map(name => name.toLowerCase())
  const within = (one: Actor, other: Actor) =>
    one.affiliations.some(({to}) => names(other).some(name => to.toLowerCase().includes(name)))
  return within(a, b) || within(b, a) || names(a).some(name => names(b).includes(name))
}

/** Days that are only inferred contest nothing. */
function daysAgree(a: When, b: When): boolean {
  if (a.known === 'inferred' || b.known === 'inferred') return true
  const day = (text: string) => text.slice(0, 10)
  return day(a.from) <= day(b.to) && day(b.from) <= day(a.to)
}

function inDays({from, to, precision}: When): string {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  return first === last || precision === 'instant' ? first : `${first} to ${last}`
}

/** "stone-throwing" -> "Stone throwing". */
export function label(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
