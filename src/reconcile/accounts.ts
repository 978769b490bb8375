/**
 * Groups claims by origin: an account is what one origin says, however many outlets carry it.
 *
 *     three outlets with one wire story's words    one account
 *     "Iraq's health ministry", "the ministry"     one account
 *     "police sources" of two independent outlets  two accounts
 *     two papers of one owner, in their own words  one account
 *
 * RECONCILE, common ground 2: count origins, not outlets.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Account, Origins, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport, Interest, SourceKind} from '../model/contract.ts'
import type {TieRulings} from '../model/ruling.ts'
import {type Body, type SourceReader, sourceReader} from './bodies.ts'
import {bodyIdentity} from './body-identity.ts'
import {type Carrier, carriersOf, voiceOf} from './carriers.ts'
import {namedBeside} from './named-beside.ts'
import {originGraph} from './origin-graph.ts'
import {type Media, mediaOf, plainName} from './owners.ts'
import {ruledAccounts, wordOn} from './ruled-accounts.ts'
import {ruledGraph} from './ruled-graph.ts'
import {noTies, type RuledTies, ruledTies} from './ruled-ties.ts'

export interface Accounts {
  readonly list: readonly Account[]
  /** Id of the account of a claim, by the key of the claim. */
  readonly of: ReadonlyMap<string, string>
  /** How the reports hang together, with the words that show it. */
  readonly origins: Origins
}

/** A claim with the body it is credited to, where it is one. */
interface Read {
  readonly claim: ReportedClaim
  readonly report: CodedReport
  readonly carrier: Carrier
  readonly body: Body | null
  readonly beside: Body | null
  /** The source is called by his name alone: "Musa Dogo, the district head". */
  readonly isByName: boolean
}

interface Origin {
  readonly key: string
  /** The name by which it is shown, where that is not the words of the claim. */
  readonly name: string | null
  /** Where that is not the kind of the claim's source. */
  readonly kind?: SourceKind
  readonly because: string
}

const interestOrder: readonly Interest[] = ['party', 'allied', 'opposed', 'unknown', 'independent']

/** Finds the accounts of an incident; `claims` and `reports` in any order, the result is the same. */
export function accountFinder(
  codebook: Codebook
): (claims: readonly ReportedClaim[], reports: readonly CodedReport[], ties?: TieRulings) => Accounts {
  const media = mediaOf(codebook)
  const sources = sourceReader(codebook)

  return (claims, unordered, ruled = noTies) => {
    const reports = unordered.toSorted(byDay)
    const place = new Map(reports.map(({report}, i) => [report.id, i]))
    const ties = ruledTies(ruled)
    const carriers = carriersOf(reports, media, ties)
    const read = claims
      .toSorted(
        (a, b) =>
          place.get(a.report)! - place.get(b.report)! ||
          a.quote.from - b.quote.from ||
          (a.key < b.key ? -1 : 1)
      )
      .map((claim): Read => {
        const report = reports[place.get(claim.report)!]!
        const origin = claim.attribution.at(-1)!
        const body = sources.bodyOf(origin, report)
        const apposition = origin.quote && namedBeside(report.report.text, origin.quote)
        const beside = apposition && sources.besideOf(apposition)
        const isByName = apposition?.isPerson === false
        return {claim, report, carrier: carriers.get(claim.report)!, body, beside, isByName}
      })
    // A source may be a publisher too: a monitor that one report quotes and another is by.
    const publishers = reports.flatMap(coded => {
      const {id, outlet, agency, publishedOn} = coded.report
      return [outlet?.name, agency].flatMap(name => {
        if (!name) return []
        const body = sources.publisher(name, voiceOf(name, publishedOn, media).key, coded)
        return [{body, beside: null, report: id}]
      })
    })
    // "The network" may be named in what a report tells of something else.
    const besides = reports.flatMap(coded =>
      coded.claims.flatMap(({attribution}) => {
        const body = sources.bodyOf(attribution.at(-1)!, coded)
        return body && !body.takesUp ? [{body, report: coded.report.id}] : []
      })
    )
    const identify = bodyIdentity(
      [...publishers, ...read.map(({body, beside, claim}) => ({body, beside, report: claim.report}))],
      besides
    )
    const told = read.map(item => ({...item, origin: originOf(item, identify, sources, media, ties)}))
    const accountOf = ruledAccounts(
      told.map(({claim, origin}) => ({claim: claim.key, account: origin.key})),
      ruled
    )
    const of = new Map<string, string>()
    const list = [...Map.groupBy(told, ({claim}) => accountOf(claim.key)).values()].map(
      (members, i): Account => {
        const id = `a${i + 1}`
        for (const {claim} of members) of.set(claim.key, id)
        // An office says more than a name.
        const {claim, origin} = members.find(({isByName}) => !isByName) ?? members[0]!
        const last = claim.attribution.at(-1)!
        const byReport = new Map(members.toReversed().map(member => [member.claim.report, member]))
        const carried = [...new Set(members.map(member => member.claim.report))]
        return {
          id,
          origin: origin.name ?? last.source,
          kind: origin.kind ?? (origin.name !== null && last.kind === 'outlet' ? 'agency' : last.kind),
          interest: interestOrder.find(kind => members.some(member => member.claim.interest === kind))!,
          claims: members.map(member => member.claim.key),
          reports: carried,
          why: carried.slice(1).map(report => byReport.get(report)!.origin.because),
          ...wordOn(
            members.map(member => member.claim.key),
            ruled
          )
        }
      }
    )
    const quoted = told.map(({claim}) => ({claim, account: of.get(claim.key)!}))
    // The graph shows what was read, and what people said of it.
    const asRead = ruled.ties.length ? carriersOf(reports, media) : carriers
    return {list, of, origins: ruledGraph(originGraph(quoted, reports, asRead, media), ruled)}
  }
}

function originOf(
  {claim, report, carrier, body, beside}: Read,
  identify: ReturnType<typeof bodyIdentity>,
  sources: SourceReader,
  media: Media,
  ties: RuledTies
): Origin {
  const origin = claim.attribution.at(-1)!
  const {id, agency: credited, publishedOn} = report.report
  // The agency that the whole report credits is its carrier; one that a source told is another voice.
  const told = claim.attribution.findLast(
    ({kind, source}) =>
      kind === 'agency' &&
      plainName(source) !== plainName(credited ?? '') &&
      !ties.isCut(id, 'credits', source)
  )
  const voice = told ? voiceOf(told.source, publishedOn, media) : carrier
  const because = told ? `it has it from ${told.source}` : carrier.because
  const identity = identify({body, beside, report: claim.report})
  if (!identity && (origin.kind === 'outlet' || origin.kind === 'agency'))
    return origin.kind === 'agency' && ties.isCut(id, 'credits', origin.source)
      ? {key: voice.key, name: report.report.outlet?.name ?? null, kind: 'outlet', because}
      : {key: voice.key, name: told?.source ?? carrier.agency, because}
  if (identity)
    return {
      key: identity.startsWith('voice:') ? identity : `body:${identity}`,
      name: null,
      because: `it quotes the same source, ${origin.source}`
    }
  const words = body ? body.words : sources.wordsOf(origin, report)
  return {key: `${voice.key}/${words.join(' ')}`, name: null, because}
}

/** By publication, then id: the order of arrival plays no part. */
function byDay({report: a}: CodedReport, {report: b}: CodedReport): number {
  const key = ({publishedOn, id}: CodedReport['report']) => `${publishedOn ?? '9999'} ${id}`
  return key(a) < key(b) ? -1 : 1
}
