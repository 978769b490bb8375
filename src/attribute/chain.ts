/**
 * The chain from the outlet inwards to the origin of a statement.
 *
 *     The Courier > Agency > "a leader of the brigade, requesting anonymity"
 *
 * The outlet comes first. A report's own agency credit comes next, then the
 * speaker of each frame that covers the statement, the widest first; an agency
 * or medium that was told ("told Reuters", "in an interview with state
 * television") stands before the one who told it.
 */
import {sameName} from '../algorithms/same-name.ts'
import type {Attribution, Certainty, Passage} from '../model/contract.ts'
import type {Header, NamedActor, Reason, SpeechFrame} from '../model/layers.ts'
import {contains, overlaps, quote, type Span} from '../model/span.ts'
import type {Hedge} from './hedges.ts'

export interface Chain {
  readonly links: readonly Attribution[]
  readonly frames: readonly SpeechFrame[]
  readonly certainty: Certainty
  readonly reasons: readonly Reason[]
}

/** From sure to not asserted; the weakest word of a statement decides. */
const scale: readonly Certainty[] = ['certain', 'probable', 'possible', 'unstated']

export function weaker(a: Certainty, b: Certainty): Certainty {
  return scale[Math.max(scale.indexOf(a), scale.indexOf(b))]!
}

export function chainOf(
  text: string,
  statement: Span,
  context: {
    readonly header: Header
    readonly passage: Passage
    readonly frames: readonly SpeechFrame[]
    readonly actors: readonly NamedActor[]
    readonly hedges: readonly Hedge[]
  }
): Chain {
  const {header, passage, hedges} = context
  const outlet = outletLink(text, header, context.actors)
  const links: Attribution[] = [outlet]
  const reasons: Reason[] = []
  const {agency} = header
  if (agency && !sameName(agency.name, outlet.source))
    links.push(agencyLink(agency.name, agency.span, text, context.actors))
  if (passage.author)
    links.push({source: passage.author, kind: 'social-post', actor: null, cue: null, quote: null})
  const frames = covering(statement, context.frames)
  let certainty: Certainty = 'certain'
  for (const frame of frames) {
    const {carrier} = frame
    if (carrier && !links.some(({source}) => sameName(source, carrier.source))) links.push(carrier)
    if (!sameName(frame.link.source, links.at(-1)!.source)) links.push(frame.link)
    certainty = weaker(certainty, frame.certainty)
    reasons.push({
      value: 'attribution',
      rule: frame.rule,
      words: [quote(text, frame.cue), ...(frame.source ? [quote(text, frame.source)] : [])]
    })
  }
  for (const hedge of hedges) {
    certainty = weaker(certainty, hedge.certainty)
    reasons.push({value: 'certainty', rule: hedge.rule, words: [quote(text, hedge.word)]})
  }
  const hearsay = hedges.find(hedge => hedge.hearsay)
  if (hearsay && frames.length === 0) {
    links.push({
      source: 'unattributed',
      kind: 'unnamed',
      actor: null,
      cue: hearsay.word.text,
      quote: quote(text, hearsay.word)
    })
  }
  return {links, frames, certainty, reasons}
}

/** Frames whose content holds the statement, the widest first; who is cited by another comes after it. */
function covering(statement: Span, frames: readonly SpeechFrame[]): SpeechFrame[] {
  const size = (frame: SpeechFrame) => frame.content.reduce((sum, span) => sum + span.to - span.from, 0)
  return frames
    .filter(
      frame =>
        frame.content.some(
          span =>
            contains(span, statement) ||
            (overlaps(span, statement) && contains(span, {from: statement.from, to: statement.from + 1}))
        ) &&
        !overlaps(frame.cue, statement) &&
        !(frame.source && contains(frame.source, statement))
    )
    .map((frame, order) => ({frame, order}))
    .sort((a, b) => size(b.frame) - size(a.frame) || a.order - b.order)
    .map(({frame}) => frame)
}

function outletLink(text: string, header: Header, actors: readonly NamedActor[]): Attribution {
  const name = header.outlet ?? 'the outlet'
  const actor = actors.find(
    ({name: own, aliases}) => sameName(own, name) || aliases.some(alias => sameName(alias, name))
  )
  const at = header.dateline?.outlet === name ? text.indexOf(name, header.dateline.span.from) : -1
  return {
    source: name,
    kind: 'outlet',
    actor: actor?.id ?? null,
    cue: null,
    quote: at >= 0 && at < header.dateline!.span.to ? quote(text, {from: at, to: at + name.length}) : null
  }
}

function agencyLink(
  name: string,
  span: Span | null,
  text: string,
  actors: readonly NamedActor[]
): Attribution {
  const actor = actors.find(
    ({name: own, aliases}) => sameName(own, name) || aliases.some(alias => sameName(alias, name))
  )
  return {source: name, kind: 'agency', actor: actor?.id ?? null, cue: null, quote: span && quote(text, span)}
}
