/**
 * Whose writing each report is: its own outlet's, an agency's, or that of the report it copies.
 *
 *     three outlets with one wire story's words     one carrier
 *     "KANO (Savanna Wire) –" in two outlets        the agency
 *     two papers of one house                       the house
 */
import type {CodedReport} from '../model/contract.ts'
import {type Quote, quote} from '../model/span.ts'
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
  /** The report it has its words from, with the longest passage of both. */
  readonly copies: {readonly report: string; readonly here: Quote; readonly there: Quote} | null
}

/** `reports`: first published first. By id of the report. */
export function carriersOf(reports: readonly CodedReport[], media: Media): Map<string, Carrier> {
  const copies = copiesAmong(reports.map(({report}) => report.text))
  const carriers = new Map<string, Carrier>()
  for (const [i, {report}] of reports.entries()) {
    const own = carrierOf(report, media)
    const copy = copies[i]
    if (!copy) {
      carriers.set(report.id, own)
      continue
    }
    const [first, taken] = [reports[copy.original]!.report, reports[copy.passage.from]!.report]
    const original = carriers.get(first.id)!
    carriers.set(report.id, {
      ...own,
      key: original.key,
      agency: original.agency ?? own.agency,
      because: `it has the wording of ${first.outlet?.name ?? 'an earlier report'}`,
      copies: {
        report: taken.id,
        here: quote(report.text, copy.passage.here),
        there: quote(taken.text, copy.passage.there)
      }
    })
  }
  return carriers
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
  return {...voice, agency, because, copies: null}
}
