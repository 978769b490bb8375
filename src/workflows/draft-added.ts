/**
 * What `add` is about: a claim over exact words of a report, and where it belongs.
 *
 *     REPORT              to the one incident that the report tells of; it founds one where the report tells of none
 *     REPORT/i2           to this one
 *     REPORT INCIDENT     to what the report tells of this incident; what it founds otherwise is one with it
 */
import type {Account, LinkedIncident} from '../model/assessment.ts'
import type {Attribution, Claim, CodedReport, Incident} from '../model/contract.ts'
import {ClaimDraft, type Ruling} from '../model/ruling.ts'
import {inNumbers} from '../reconcile/ruled-claims.ts'
import {tellingAnchor} from '../review/anchors.ts'
import type {Store} from '../store/store.ts'
import {accountNamed, claimAnchors, heldIncident, reportNamed, tellingsOf} from './what-is-named.ts'

type Parts = Pick<Ruling, 'claims' | 'reports' | 'tellings' | 'others' | 'added'>
type Values = ReturnType<typeof ClaimDraft.parse>

/** Claims of an account by which it is found again. */
const claimsOfAccount = 8

/** `types`: ids of types of events in the codebook. */
export async function addedClaim(
  store: Store,
  on: readonly string[],
  draft: ClaimDraft,
  types: ReadonlySet<string>
): Promise<Parts> {
  const values = ClaimDraft.parse(draft)
  const [id, told] = await reportNamed(store, on[0]!)
  const coded = (await store.report(id))!
  const incident = on[1] === undefined ? null : await heldIncident(store, on[1])
  const telling = tellingNamed(coded, told, incident)
  check(values, coded, types, telling === null && incident === null)
  const voice = await voiceOf(store, values, coded)
  return {
    reports: [id],
    tellings: telling ? [tellingAnchor(coded, telling)] : [],
    others: telling === null && incident ? (await tellingsOf(store, incident)).slice(0, 1) : [],
    claims: voice.account ? await claimAnchors(store, voice.account.claims.slice(0, claimsOfAccount)) : [],
    added: {
      report: id,
      claim: claimOf(values, coded, telling, voice),
      incident: foundedBy(values, coded, telling ?? incident)
    }
  }
}

/** The report's incident that it belongs to; null: it founds one. */
function tellingNamed(
  {report, incidents}: CodedReport,
  told: string | null,
  incident: LinkedIncident | null
): Incident | null {
  if (told !== null) {
    const named = incidents.find(({id}) => id === told)
    if (named) return named
    throw new Error(
      `Report ${report.id} tells of no ${told}; it has ${incidents.map(({id}) => id).join(', ') || 'none'}`
    )
  }
  if (incident) {
    const member = incident.members.find(member => member.report === report.id)
    return incidents.find(({id}) => id === member?.incident) ?? null
  }
  if (incidents.length > 1)
    throw new Error(
      `Report ${report.id} tells of ${incidents.length} incidents; name one: ${incidents.map(own => `${report.id}/${own.id} (${own.type}, ${own.when.from.slice(0, 10)})`).join(', ')}`
    )
  return incidents[0] ?? null
}

function check(
  {from, to, quote, about, type, outcome, min, max, source, account}: Values,
  {report}: CodedReport,
  types: ReadonlySet<string>,
  founds: boolean
): void {
  const there = report.text.slice(from, to)
  if (there !== quote)
    throw new Error(
      `The words at ${from} to ${to} of report ${report.id} are not "${excerpt(quote)}" but "${excerpt(there)}"; select them again`
    )
  if (!quote.isWellFormed()) throw new Error('The selection cuts a character in two; select it whole')
  if (!quote.trim()) throw new Error('The selection holds no words')
  if (type !== undefined && !types.has(type))
    throw new Error(`"${type}" is no type of event; "dateline schema" and the codebook list them`)
  if ((about === 'event' || founds) && type === undefined)
    throw new Error(
      about === 'event'
        ? 'A claim about an event needs its type'
        : `Report ${report.id} tells of no incident; name the type of the one that this claim founds, or an incident that it belongs to`
    )
  if (about === 'casualties' && outcome === undefined)
    throw new Error('A claim about casualties needs its outcome, as killed or injured')
  if (about === 'crowd' && min === undefined) throw new Error('A claim about a crowd needs a number')
  if (min === undefined && max !== undefined) throw new Error('A highest number needs a lowest one')
  if (min !== undefined && typeof max === 'number' && max < min)
    throw new Error(`The highest number, ${max}, is less than the lowest, ${min}`)
  if (source && account !== undefined)
    throw new Error('Name the words of the source, or an account, not both')
  if (source && !report.text.includes(source.words))
    throw new Error(
      `Report ${report.id} does not say "${excerpt(source.words)}"; give its own words for the source`
    )
}

interface Voice {
  readonly attribution: Attribution[]
  readonly interest: Claim['interest']
  readonly account: Account | null
}

async function voiceOf(store: Store, values: Values, {report}: CodedReport): Promise<Voice> {
  const outlet: Attribution = {
    source: report.outlet?.name ?? 'unattributed',
    kind: 'outlet',
    actor: null,
    cue: null,
    quote: null
  }
  const {source, account: name, interest} = values
  if (name !== undefined) {
    const [whole, own] = accountNamed(name) ?? []
    if (!whole || !own) throw new Error(`"${name}" is no account; write it as INCIDENT/a2`)
    const {accounts, claims} = await heldIncident(store, whole)
    const account = accounts.find(({id}) => id === own)
    if (!account)
      throw new Error(`${whole} has no account ${own}; it has ${accounts.map(({id}) => id).join(', ')}`)
    const last = claims.find(({key}) => key === account.claims[0])!.attribution.at(-1)!
    const attribution =
      last.kind === 'outlet'
        ? [outlet]
        : [outlet, {...last, actor: null, quote: wordsNear(report.text, last.source, values.from)}]
    return {attribution, interest: interest ?? account.interest, account}
  }
  if (!source) return {attribution: [outlet], interest: interest ?? 'unknown', account: null}
  const quote = wordsNear(report.text, source.words, values.from)
  return {
    attribution: [outlet, {source: source.words, kind: source.kind, actor: null, cue: null, quote}],
    interest: interest ?? 'unknown',
    account: null
  }
}

/** Where these words stand, the nearest to a place; null where they do not. */
function wordsNear(text: string, words: string, near: number): Claim['quote'] | null {
  const before = text.lastIndexOf(words, near)
  const after = text.indexOf(words, near)
  const from = before < 0 || (after >= 0 && after - near < near - before) ? after : before
  return from < 0 ? null : {from, to: from + words.length, text: words}
}

function claimOf(
  {from, to, quote: text, about, type, outcome, group, min, max, certainty, polarity, realis}: Values,
  {incidents: _, ...coded}: CodedReport,
  telling: Incident | null,
  {attribution, interest}: Voice
): Omit<Claim, 'id' | 'added'> {
  const quote = {from, to, text}
  const high = max === undefined ? (min ?? null) : max
  const count = min === undefined ? null : {min, max: high, stated: inNumbers(min, high)}
  const people = {of: text, group: group ?? 'people'}
  return {
    about,
    refersTo: null,
    quote,
    evidence: [quote],
    attribution,
    interest,
    certainty,
    polarity,
    realis,
    hedges: [],
    ...(about === 'event' && {
      event: {
        type: type!,
        agent: [],
        patient: [],
        instruments: [],
        place: coded.places.some(({id}) => id === telling?.place) ? telling!.place : null,
        when: telling?.when ?? null,
        trigger: quote
      }
    }),
    ...(about === 'casualties' && {casualties: {outcome: outcome!, ...people, count}}),
    ...(about === 'crowd' && {crowd: {...people, count: count!}})
  }
}

/** Of its place nothing is said: no report told it. */
function foundedBy(
  {type, on}: Values,
  {report}: CodedReport,
  like: Pick<Incident, 'type' | 'when'> | null
): Omit<Incident, 'id' | 'claims'> {
  const day = on ?? report.publishedOn ?? '0001-01-01'
  return {
    type: like?.type ?? type!,
    when:
      like && on === undefined
        ? {...like.when, known: 'inferred'}
        : {from: day, to: day, precision: 'day', known: on === undefined ? 'inferred' : 'stated'},
    place: null,
    sides: {a: [], b: []},
    tactics: [],
    codings: {acled: null, ucdp: null, plover: null, cameo: null, muc4: null},
    relations: []
  }
}

function excerpt(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
