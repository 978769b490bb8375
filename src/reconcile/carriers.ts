/**
 * Whose writing each report is: its own outlet's, an agency's, or that of the report it copies.
 *
 *     three outlets with one wire story's words     one carrier
 *     "KANO (Savanna Wire) –" in two outlets        the agency
 *     two papers of one house                       the house
 */
import type {CodedReport} from '../model/contract.ts'
import {type Quote, quote, type Span} from '../model/span.ts'
import {copiesAmong} from './copies.ts'
import {type Media, plainName} from './owners.ts'

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
export function carriersOf(reports: readonly CodedReport[], media: Media): Map<string, Carrier> {
  const copies = copiesAmong(reports.map(({report}) => report.text))
  const own = reports.map(({report}) => carrierOf(report, media))
  const lines = Map.groupBy(reports.keys(), i => copies[i]?.original ?? i)
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
        because: `it has the wording of ${outlet?.name ?? 'an earlier report'}`,
        copies: sharedBy(i, first, copies, reports)
      })
    }
  }
  return carriers
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

function carrierOf({id, outlet, agency, publishedOn}: CodedReport['report'], media: Media): Carrier {
  const voice = voiceOf(agency ?? outlet?.name ?? id, publishedOn, media)
  const because = agency
    ? `it credits ${agency}`
    : voice.owner
      ? `it belongs to ${voice.owner.name} too`
      : 'it is by the same outlet'
  return {...voice, agency, because, copies: []}
}
