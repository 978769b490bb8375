/** From what a person names (claims, reports, incidents) to a ruling over their words; says what is wrong with the names. */
import {createIdentity} from '../algorithms/identity.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import {
  type ClaimDraft,
  Correction,
  type Ground,
  type Ruling,
  type RulingKind,
  type TellingAnchor
} from '../model/ruling.ts'
import {tellingAnchor} from '../review/anchors.ts'
import type {Store} from '../store/store.ts'
import {addedClaim} from './draft-added.ts'
import {dependence} from './draft-dependence.ts'
import {movedClaims} from './draft-moved.ts'
import {
  claimsNamed,
  heldIncident,
  keyOf,
  membersNamed,
  reportNamed,
  reportsNamed,
  tellingsOf
} from './what-is-named.ts'

/** `on`: keys of claims (report/c3), ids of incidents, ids or URLs of reports, keys of tellings (report/i2), as the kind asks. */
export interface Draft {
  readonly kind: RulingKind
  readonly on: readonly string[]
  readonly reason: string | null
  readonly correction?: Correction | undefined
  readonly ground?: Ground | undefined
  /** add: what it says. */
  readonly claim?: ClaimDraft | undefined
}

/** Claims that name a telling, where a ruling is about a thousand. */
const claimsOfStanding = 3

type Parts = Pick<
  Ruling,
  'claims' | 'ties' | 'reports' | 'tellings' | 'others' | 'leaves' | 'added' | 'founds'
>

/** A ruling that names nothing. */
export const nothing: Parts & Pick<Ruling, 'correction' | 'ground' | 'undoes'> = {
  claims: [],
  ties: [],
  reports: [],
  tellings: [],
  others: [],
  leaves: [],
  added: null,
  founds: [],
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

export interface Drafting {
  readonly by: string
  /** Instant, UTC. */
  readonly at: string
  /** Ids of types of events in the codebook. */
  readonly types: ReadonlySet<string>
}

export async function draftRuling(
  store: Store,
  {kind, on, reason, correction, ground, claim}: Draft,
  {by, at, types}: Drafting
): Promise<Ruling> {
  if (kind === 'reject' && !reason)
    throw new Error('A rejection needs its reason, as --reason "retracted by the agency on 6 March"')
  if (kind === 'correct' && !Object.keys(correction ?? {}).length)
    throw new Error('Nothing is corrected; give at least one value, as --min 3 --max 5')
  if (kind === 'discard' && !ground)
    throw new Error('A report is discarded for a reason; name it, as --ground satire')
  if (kind === 'add' && !claim) throw new Error('A claim that is added needs its words and what they say')
  const parts = kind === 'add' ? await addedClaim(store, on, claim!, types) : await partsOf(store, kind, on)
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
      const [one, ...others] = await Promise.all(on.map(name => heldIncident(store, name)))
      if (!one || others.length === 0)
        throw new Error(`Name two incidents; "dateline incidents" lists their ids`)
      const same = others.findIndex(({id}, i) =>
        [one, ...others.slice(0, i)].some(former => former.id === id)
      )
      if (same >= 0)
        throw new Error(
          `${on.slice(0, same + 2).join(' and ')} are one incident, ${others[same]!.id}; "rule split" parts reports from it`
        )
      return {
        tellings: await tellingsOf(store, one),
        others: (await Promise.all(others.map(other => tellingsOf(store, other)))).flat()
      }
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
      return joining(store, on.slice(0, -1), await heldIncident(store, on.at(-1)!))
    case 'move':
      return movedClaims(store, on)
    case 'cut':
    case 'confirm':
      return dependence(store, kind, on)
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

/** What the reports were with before, they leave. */
async function joining(
  store: Store,
  names: readonly string[],
  incident: LinkedIncident
): Promise<Partial<Parts>> {
  if (names.length === 0) throw new Error('Name a report and the incident that it tells of')
  const moved = await Promise.all(names.map(name => tellingToMove(store, name, incident)))
  const keys = new Set(moved.map(({key}) => key))
  if (keys.size < moved.length) throw new Error('A report is named twice')
  const reports = new Set(moved.map(({report}) => report))
  const formers = new Map<string, LinkedIncident>()
  for (const {former} of moved) if (former) formers.set(former.id, former)
  const leaves: TellingAnchor[] = []
  for (const former of formers.values())
    leaves.push(
      ...(await tellingsOf(store, former)).filter((_, i) => !reports.has(former.members[i]!.report))
    )
  return {
    tellings: moved.map(({anchor}) => anchor),
    others: await tellingsOf(store, incident),
    leaves
  }
}

/** The one thing that a report tells, or what is named of it, and the incident that holds it. */
async function tellingToMove(store: Store, name: string, incident: LinkedIncident) {
  const [report, told] = await reportNamed(store, name)
  const coded = (await store.report(report))!
  const tellings = coded.incidents.filter(own => told === null || own.id === told)
  if (tellings.length !== 1)
    throw new Error(
      tellings.length
        ? `Report ${report} tells of ${tellings.length} incidents; name one: ${tellings.map(own => `${report}/${own.id} (${own.type}, ${own.when.from.slice(0, 10)})`).join(', ')}`
        : `Report ${report} tells of no incident${told ? ` ${told}` : ''}; "dateline code" shows what it tells`
    )
  const [telling] = tellings as [(typeof tellings)[number]]
  const key = `${report}/${telling.id}`
  if (incident.members.some(member => keyOf(member) === key))
    throw new Error(`${key} is in ${incident.id} already`)
  const holder = await store.holderOf(report, telling.id)
  return {
    key,
    report,
    anchor: tellingAnchor(coded, telling),
    former: holder === null ? null : await store.incident(holder)
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
