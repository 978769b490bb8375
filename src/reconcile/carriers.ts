/**
 * Whose writing each report is: its own outlet's, an agency's, or that of the report it copies.
 *
 *     three outlets with one wire story's words     one carrier
 *     "KANO (Savanna Wire) –" in two outlets        the agency
 *     two papers of one house                       the house
 *
 * What people said of these ties outranks what is read.
 */
import {UnionFind} from '../algorithms/union-find.ts'
import type {CodedReport} from '../model/contract.ts'
import {type Quote, quote, type Span} from '../model/span.ts'
import {copiesAmong} from './copies.ts'
import {type Media, plainName} from './owners.ts'
import {noTies, type RuledTies, ruledTies} from './ruled-ties.ts'

export interface Voice {
  /** The same for all mastheads of one owner, and for all spellings of one name. */
  readonly key: string
  /** Who owns it, where a page was read for that. */
  readonly owner: {readonly id: string; readonly name: string} | null
}

export interface Carrier extends Voice {
  /** The agency whose story it is, where one is credited. */
  readonly agency: string | null
  /** Why the report is no account of its own. */
  readonly because: string
  /** The reports it has words from, with the longest passage of both. */
  readonly copies: readonly Shared[]
}

interface Shared {
  readonly report: string
  readonly here: Quote
  readonly there: Quote
}

/** `reports`: first published first. By id of the report. */
export function carriersOf(
  reports: readonly CodedReport[],
  media: Media,
  ties: RuledTies = ruledTies(noTies)
): Map<string, Carrier> {
  const idOf = (i: number) => reports[i]!.report.id
  const copies = copiesAmong(
    reports.map(({report}) => report.text),
    (i, j) => ties.isCut(idOf(i), 'copies', idOf(j))
  )
  const ruled = ruledVoices(reports, media, ties)
  const own = reports.map(({report}) => carrierOf(report, media, ties, ruled))
  const lines = linesOf(reports, copies, ties)
  const carriers = new Map<string, Carrier>()
  for (const members of lines.values()) {
    const first = originalOf(members, reports, own)
    const {outlet} = reports[first]!.report
    for (const i of members) {
      const {report} = reports[i]!
      if (i === first) {
        carriers.set(report.id, own[i]!)
        continue
      }
      carriers.set(report.id, {
        ...own[i]!,
        key: own[first]!.key,
        agency: own[first]!.agency ?? own[i]!.agency,
        because: ties.confirmed(report.id, 'copies').length
          ? `a person says that it copies ${outlet?.name ?? 'an earlier report'}`
          : `it has the wording of ${outlet?.name ?? 'an earlier report'}`,
        copies: sharedBy(i, first, copies, reports)
      })
    }
  }
  return carriers
}

/** Indexes of the reports of one wording, in order, by the first of them. */
function linesOf(
  reports: readonly CodedReport[],
  copies: readonly ({readonly original: number} | null)[],
  ties: RuledTies
): Map<number, number[]> {
  const lines = new UnionFind(reports.length)
  const join = (i: number, j: number) => {
    const [a, b] = [lines.find(i), lines.find(j)]
    if (a !== b) lines.join(Math.max(a, b), Math.min(a, b))
  }
  const indexOf = new Map(reports.map(({report}, i) => [report.id, i]))
  for (const [i, {report}] of reports.entries()) {
    if (copies[i]) join(i, copies[i].original)
    for (const {tie} of ties.confirmed(report.id, 'copies')) {
      const j = indexOf.get(tie.on)
      if (j !== undefined) join(i, j)
    }
  }
  return Map.groupBy(reports.keys(), i => lines.find(i))
}

/** Of outlets and agencies whose owner people cut off or confirmed, by their voice without one: what is said of one report is of all. */
function ruledVoices(reports: readonly CodedReport[], media: Media, ties: RuledTies): Map<string, Voice> {
  const ruled = new Map<string, Voice>()
  for (const {report} of reports) {
    const name = publisherOf(report, ties)
    const {owner} = voiceOf(name, report.publishedOn, media)
    const {key} = voiceOf(name, null, media)
    const said = ties.confirmed(report.id, 'owned-by')[0]?.tie
    if (said) ruled.set(key, {key: `owner:${said.on}`, owner: {id: said.on, name: said.name}})
    else if (owner && ties.isCut(report.id, 'owned-by', owner.id)) ruled.set(key, {key, owner: null})
  }
  return ruled
}

/** The agency that it credits, by what people said of that. */
function creditOf({id, agency}: CodedReport['report'], ties: RuledTies): string | null {
  const credited = ties.confirmed(id, 'credits')[0]?.tie.on ?? agency
  return credited !== null && ties.isCut(id, 'credits', credited) ? null : credited
}

function publisherOf(report: CodedReport['report'], ties: RuledTies): string {
  return creditOf(report, ties) ?? report.outlet?.name ?? report.id
}

/**
 * Which report of one wording the others copy. Of those of the first day it is the one whose outlet or agency tells most besides: the
 * day does not say who was first, and a copy more must not part an outlet from its other reports.
 */
function originalOf(
  members: readonly number[],
  reports: readonly CodedReport[],
  own: readonly Carrier[]
): number {
  const day = reports[members[0]!]!.report.publishedOn
  const known = members.filter(i => reports[i]!.report.publishedOn === day)
  const told = (i: number) => own.filter(({key}) => key === own[i]!.key).length
  return known.reduce((best, i) => (told(i) > told(best) ? i : best))
}

/** What a report that is not the original has from others: from an earlier one, and from the original where that stands later. */
function sharedBy(
  at: number,
  first: number,
  copies: ReturnType<typeof copiesAmong>,
  reports: readonly CodedReport[]
): Shared[] {
  const textOf = (i: number) => reports[i]!.report
  const [own, reversed] = [copies[at], copies[first]?.passage]
  const shared: Shared[] = []
  if (own) {
    const {from, here, there} = own.passage
    shared.push(sharedWords(textOf(at), here, textOf(from), there))
  }
  if (reversed?.from === at)
    shared.push(sharedWords(textOf(at), reversed.there, textOf(first), reversed.here))
  return shared
}

function sharedWords(
  {text}: CodedReport['report'],
  here: Span,
  other: CodedReport['report'],
  there: Span
): Shared {
  return {report: other.id, here: quote(text, here), there: quote(other.text, there)}
}

/** Whoever publishes under a name, outlet or agency. `on`: the day, for who owned it then. */
export function voiceOf(name: string, on: string | null, media: Media): Voice {
  const known = media.named(name)
  const owner = known && media.ownerOf(known, on)
  if (owner) return {key: `owner:${owner.id}`, owner: {id: owner.id, name: owner.name}}
  return {key: `voice:${known?.id ?? plainName(name)}`, owner: null}
}

function carrierOf(
  report: CodedReport['report'],
  media: Media,
  ties: RuledTies,
  ruled: ReadonlyMap<string, Voice>
): Carrier {
  const agency = creditOf(report, ties)
  const name = publisherOf(report, ties)
  const voice = ruled.get(voiceOf(name, null, media).key) ?? voiceOf(name, report.publishedOn, media)
  const because = agency
    ? `it credits ${agency}`
    : voice.owner
      ? `it belongs to ${voice.owner.name} too`
      : 'it is by the same outlet'
  return {...voice, agency, because, copies: []}
}
