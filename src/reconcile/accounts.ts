/**
 * Groups claims by origin: an account is what one origin says, however many outlets carry it.
 *
 *     three outlets with one wire story's words    one account
 *     "Iraq's health ministry", "the ministry"     one account
 *     "police sources" of two independent outlets  two accounts
 *
 * RECONCILE, common ground 2: count origins, not outlets.
 */
import {containment, shingles} from '../algorithms/shingles.ts'
import type {Account, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport, Interest} from '../model/contract.ts'

export interface Accounts {
  readonly list: readonly Account[]
  readonly of: ReadonlyMap<string, string>
}

/** Share of common wording from which a report counts as a copy. */
const copied = 0.5
const empty = new Set("the a an of in to for from by at on and its his her their s iraq's".split(' '))
const general = new Set([
  'source',
  'sources',
  'official',
  'officials',
  'witness',
  'witnesses',
  'resident',
  'residents',
  'media',
  'reports',
  'spokesman',
  'medic',
  'doctor',
  'people',
  'activists'
])
const interestOrder: readonly Interest[] = ['party', 'allied', 'opposed', 'unknown', 'independent']

export function accountsOf(claims: readonly ReportedClaim[], reports: readonly CodedReport[]): Accounts {
  const roots = rootsOf(reports)
  const keyed = claims.map(claim => ({claim, ...originOf(claim, roots)}))
  const bodies = keyed.filter(({words}) => words !== null).map(({words}) => words!)
  const groups = Map.groupBy(keyed, ({key, words}) =>
    words === null ? key : `body:${fullest(words, bodies)}`
  )
  const of = new Map<string, string>()
  const list = [...groups.values()].map((members, i): Account => {
    const id = `a${i + 1}`
    for (const {claim} of members) of.set(claim.key, id)
    const {claim} = members[0]!
    const origin = claim.attribution.at(-1)!
    const carriers = [...new Set(members.map(member => member.claim.report))]
    const interest = interestOrder.find(kind => members.some(member => member.claim.interest === kind))!
    return {
      id,
      origin: members[0]!.name ?? origin.source,
      kind: members[0]!.name ? 'agency' : origin.kind,
      interest,
      claims: members.map(member => member.claim.key),
      reports: carriers,
      why: carriers.slice(1).map(report => members.find(member => member.claim.report === report)!.because)
    }
  })
  return {list, of}
}

interface Root {
  readonly key: string
  /** The agency whose story it is, where it is credited. */
  readonly agency: string | null
  readonly because: string
}

/** Whose writing each report is: its own, an agency's, or the report it copies. */
function rootsOf(reports: readonly CodedReport[]): Map<string, Root> {
  const roots = new Map<string, Root>()
  const wordings = reports.map(({report}) => shingles(report.text))
  for (const [i, {report}] of reports.entries()) {
    const original = reports
      .slice(0, i)
      .findIndex((_, j) => containment(wordings[i]!, wordings[j]!) >= copied)
    const before = original < 0 ? null : roots.get(reports[original]!.report.id)!
    const agency = report.agency
    if (before)
      roots.set(report.id, {
        ...before,
        because: `it has the wording of ${reports[original]!.report.outlet?.name ?? 'an earlier report'}`
      })
    else if (agency)
      roots.set(report.id, {key: `agency:${plain(agency)}`, agency, because: `it credits ${agency}`})
    else
      roots.set(report.id, {
        key: `outlet:${plain(report.outlet?.name ?? report.id)}`,
        agency: null,
        because: 'it is by the same outlet'
      })
  }
  return roots
}

function originOf(
  claim: ReportedClaim,
  roots: ReadonlyMap<string, Root>
): {key: string; words: string | null; name: string | null; because: string} {
  const root = roots.get(claim.report)!
  const origin = claim.attribution.at(-1)!
  if (origin.kind === 'outlet' || origin.kind === 'agency') {
    const agency = origin.kind === 'agency' ? origin.source : root.agency
    return {
      key: agency ? `agency:${plain(agency)}` : root.key,
      words: null,
      name: agency,
      because: root.because
    }
  }
  const words = distinctive(origin.source)
  // "Sources", "a security source": nobody can say that two outlets mean the same ones.
  const isNamed =
    ['official', 'medical', 'armed-group', 'party', 'medium', 'security'].includes(origin.kind) &&
    words.some(word => !general.has(word)) &&
    !words.some(word => word === 'source' || word === 'sources')
  if (isNamed)
    return {
      key: '',
      words: words.join(' '),
      name: null,
      because: `it quotes the same source, ${origin.source}`
    }
  const told = claim.attribution.findLast(({kind}) => kind === 'agency')
  const carrier = told ? `agency:${plain(told.source)}` : root.key
  return {key: `${carrier}/${words.join(' ')}`, words: null, name: null, because: root.because}
}

/** Words that tell one body from another: without articles, possessives and names of countries before "'s". */
function distinctive(source: string): string[] {
  const words =
    source
      .toLowerCase()
      .replace(/\b[\p{L}]+['’]s\b/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter(word => !empty.has(word) && !/(?:ian|ese|ish|aqi|eni|ani|ali)$/.test(word))
  return (kept.length ? kept : words).sort()
}

/** "ministry" is the "health ministry" where only one ministry speaks; of "hospital", "regional hospital" the fullest. */
function fullest(words: string, all: readonly string[]): string {
  const own = words.split(' ')
  const holds = (wide: string, narrow: readonly string[]) =>
    narrow.every(word => wide.split(' ').includes(word))
  const wider = [...new Set(all)].filter(other => other !== words && holds(other, own))
  const widest = wider.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))[0]
  return widest !== undefined && wider.every(other => holds(widest, other.split(' '))) ? widest : words
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
}
