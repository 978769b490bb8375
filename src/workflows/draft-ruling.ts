/** From what a person names (claims, reports, incidents) to a ruling over their words; says what is wrong with the names. */
import {createIdentity} from '../algorithms/identity.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import {
  type ClaimAnchor,
  Correction,
  type Ground,
  type Ruling,
  type RulingKind,
  type TellingAnchor
} from '../model/ruling.ts'
import {anchorOf, tellingAnchor} from '../review/anchors.ts'
import type {Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'

/** `on`: keys of claims (report/c3), ids of incidents, ids or URLs of reports, keys of tellings (report/i2), as the kind asks. */
export interface Draft {
  readonly kind: RulingKind
  readonly on: readonly string[]
  readonly reason: string | null
  readonly correction?: Correction | undefined
  readonly ground?: Ground | undefined
}

/** Claims that name a telling, where a ruling is about a thousand. */
const claimsOfStanding = 3

type Parts = Pick<Ruling, 'claims' | 'reports' | 'tellings' | 'others' | 'leaves'>

/** A ruling that names nothing. */
export const nothing: Parts & Pick<Ruling, 'correction' | 'ground' | 'undoes'> = {
  claims: [],
  reports: [],
  tellings: [],
  others: [],
  leaves: [],
  correction: null,
  ground: null,
  undoes: null
}

/** Checks values that a person typed, by name. */
export function correctionOf(values: Readonly<Record<string, unknown>>): Correction {
  const {data, error} = Correction.safeParse(values)
  if (data) {
    if (data.min !== undefined && data.max != null && data.max < data.min)
      throw new Error(`--max ${data.max} is less than --min ${data.min}`)
    return data
  }
  const [{path, message}] = error.issues as [(typeof error.issues)[number]]
  throw new Error(`--${String(path[0])} ${values[String(path[0])]}: ${message}`)
}

/** `at`: instant, UTC. */
export async function draftRuling(
  store: Store,
  {kind, on, reason, correction, ground}: Draft,
  {by, at}: {readonly by: string; readonly at: string}
): Promise<Ruling> {
  if (kind === 'reject' && !reason)
    throw new Error('A rejection needs its reason, as --reason "retracted by the agency on 6 March"')
  if (kind === 'correct' && !Object.keys(correction ?? {}).length)
    throw new Error('Nothing is corrected; give at least one value, as --min 3 --max 5')
  if (kind === 'discard' && !ground)
    throw new Error('A report is discarded for a reason; name it, as --ground satire')
  const parts = await partsOf(store, kind, on)
  const values = {
    correction: kind === 'correct' ? correction! : null,
    ground: kind === 'discard' ? ground! : null
  }
  const body = {kind, ...nothing, ...parts, ...values, reason, by, at}
  return {id: createIdentity([JSON.stringify(body)]), ...body}
}

async function partsOf(store: Store, kind: RulingKind, on: readonly string[]): Promise<Partial<Parts>> {
  const [first, second] = on as [string, string]
  switch (kind) {
    case 'merge':
    case 'not-the-same':
    case 'chain': {
      const [one, other] = [await heldIncident(store, first), await heldIncident(store, second)]
      if (one.id === other.id)
        throw new Error(
          `${first} and ${second} are one incident, ${one.id}; "rule split" parts reports from it`
        )
      return {tellings: await tellingsOf(store, one), others: await tellingsOf(store, other)}
    }
    case 'split':
    case 'unlink': {
      const [named, reports] = kind === 'split' ? [first, on.slice(1)] : [second, [first]]
      const incident = await heldIncident(store, named)
      const keys = await membersNamed(store, incident, reports)
      const all = await tellingsOf(store, incident)
      const isNamed = (_: TellingAnchor, i: number) => keys.has(keyOf(incident.members[i]!))
      const tellings = all.filter(isNamed)
      if (tellings.length === all.length)
        throw new Error(`No report would be left in ${incident.id}; name some of its ${all.length}`)
      return {tellings, others: all.filter((anchor, i) => !isNamed(anchor, i))}
    }
    case 'link':
      return joining(store, first, await heldIncident(store, second))
    case 'settle':
      return standing(store, await reportsNamed(store, on))
    case 'discard':
      return {reports: await reportsNamed(store, on)}
    case 'undo':
      throw new Error('Rulings are undone by "dateline undo ID"')
    default:
      return {claims: (await Promise.all(on.map(name => claimsNamed(store, name)))).flat()}
  }
}

async function joining(store: Store, name: string, incident: LinkedIncident): Promise<Partial<Parts>> {
  const [id, told] = await reportNamed(store, name)
  const coded = (await store.report(id))!
  const tellings = coded.incidents.filter(own => told === null || own.id === told)
  if (tellings.length !== 1)
    throw new Error(
      tellings.length
        ? `Report ${id} tells of ${tellings.length} incidents; name one: ${tellings.map(own => `${id}/${own.id} (${own.type}, ${own.when.from.slice(0, 10)})`).join(', ')}`
        : `Report ${id} tells of no incident${told ? ` ${told}` : ''}; "dateline code" shows what it tells`
    )
  if (incident.members.some(member => member.report === id && member.incident === tellings[0]!.id))
    throw new Error(`${id}/${tellings[0]!.id} is in ${incident.id} already`)
  const holder = await store.holderOf(id, tellings[0]!.id)
  const former = holder === null ? null : await store.incident(holder)
  const left = former ? await tellingsOf(store, former) : []
  return {
    tellings: [tellingAnchor(coded, tellings[0]!)],
    others: await tellingsOf(store, incident),
    leaves: left.filter((_, i) => former!.members[i]!.report !== id)
  }
}

/** What these reports tell, each with what founds the incident that it is in. */
async function standing(store: Store, reports: string[]): Promise<Partial<Parts>> {
  const standings = await store.decisions.standings(reports)
  const ids = new Set(standings.flatMap(({report, founder}) => [report, founder.report]))
  const coded = new Map((await store.codedReports([...ids])).map(one => [one.report.id, one]))
  const anchor = ({report, incident}: {readonly report: string; readonly incident: string}) => {
    const own = coded.get(report)!
    return tellingAnchor(own, own.incidents.find(({id}) => id === incident)!, claimsOfStanding)
  }
  return {reports, tellings: standings.map(anchor), others: standings.map(({founder}) => anchor(founder))}
}

async function reportsNamed(store: Store, names: readonly string[]): Promise<string[]> {
  const held = await store.heldReports(names)
  const ids = new Set<string>()
  for (const name of names) {
    const id = held.has(name) ? name : await store.reportNamed(name)
    if (!id)
      throw new Error(`No report "${name}"; give its id or URL, as "dateline show ID --json" names them`)
    ids.add(id)
  }
  return [...ids]
}

async function heldIncident(store: Store, id: string): Promise<LinkedIncident> {
  const incident = await incidentNow(store, id)
  if (!incident) throw new Error(`No incident "${id}"; "dateline incidents" lists their ids`)
  return incident
}

/** In the order of its members. */
async function tellingsOf(store: Store, {members}: LinkedIncident): Promise<TellingAnchor[]> {
  const ids = [...new Set(members.map(({report}) => report))]
  const reports = new Map((await store.codedReports(ids)).map(coded => [coded.report.id, coded]))
  return members.map(({report, incident}) => {
    const coded = reports.get(report) as CodedReport
    return tellingAnchor(coded, coded.incidents.find(({id}) => id === incident)!)
  })
}

async function membersNamed(
  store: Store,
  incident: LinkedIncident,
  names: readonly string[]
): Promise<Set<string>> {
  const keys = new Set<string>()
  for (const name of names) {
    const [id, told] = await reportNamed(store, name)
    const own = incident.members.filter(
      member => member.report === id && (told === null || member.incident === told)
    )
    if (own.length === 0)
      throw new Error(
        `${name} is not in ${incident.id}; "dateline show ${incident.id} --json" lists its members`
      )
    for (const member of own) keys.add(keyOf(member))
  }
  return keys
}

function keyOf({report, incident}: {readonly report: string; readonly incident: string}): string {
  return `${report}/${incident}`
}

/** The id of the report, and of its incident where the name is the key of a telling. */
async function reportNamed(store: Store, name: string): Promise<[string, string | null]> {
  const whole = await store.reportNamed(name)
  if (whole) return [whole, null]
  const [, id, told] = /^(.+)\/(i\d+)$/.exec(name) ?? []
  const report = id && (await store.reportNamed(id))
  if (!report)
    throw new Error(`No report "${name}"; give its id or URL, as "dateline show ID --json" names them`)
  return [report, told!]
}

/** A claim by its key, or all that an account of an incident says. */
async function claimsNamed(store: Store, name: string): Promise<Ruling['claims']> {
  const [, whole, own] = /^(.+)\/([ac]\d+)$/.exec(name) ?? []
  if (!whole || !own)
    throw new Error(
      `"${name}" is no key of a claim (REPORT/c3) or account (INCIDENT/a2); "dateline show ID --json" has both`
    )
  if (own.startsWith('c')) return [await claimAnchor(store, whole, own)]
  const incident = await heldIncident(store, whole)
  const account = incident.accounts.find(({id}) => id === own)
  if (!account)
    throw new Error(
      `${incident.id} has no account ${own}; it has ${incident.accounts.map(({id, origin}) => `${id} (${origin})`).join(', ')}`
    )
  const keys = account.claims.map(key => key.split('/') as [string, string])
  return Promise.all(keys.map(([report, claim]) => claimAnchor(store, report, claim)))
}

async function claimAnchor(store: Store, report: string, id: string): Promise<ClaimAnchor> {
  const coded = await store.report(report)
  if (!coded)
    throw new Error(`No report "${report}" in the store; "dateline show ID --json" has the keys of claims`)
  const claim = coded.claims.find(claim => claim.id === id)
  if (!claim)
    throw new Error(
      `Report ${report} has no claim ${id}; it has ${coded.claims.map(claim => claim.id).join(', ')}`
    )
  return anchorOf(report, claim)
}
