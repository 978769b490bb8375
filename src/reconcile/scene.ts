/**
 * Who stands where in one report's telling of an incident: which side is the state's, which did the deed, where a speaker
 * and the people counted belong. Sides are 'a' and 'b' of that telling; null where nobody can say.
 */
import type {ActorKinds} from '../codebook/actor-kinds.ts'
import type {Attribution, Claim, CodedReport, Incident} from '../model/contract.ts'
import {overlaps} from '../model/span.ts'
import type {Owners, OwnersOf} from './own-losses.ts'
import type {Scales} from './scales.ts'

export type Side = 'a' | 'b'

export interface Scene {
  readonly stateSide: Side | null
  /** The side that did the deed that names the incident; null where both act, or nobody is named. */
  readonly doer: Side | null
  speakerOf(claim: Claim): Side | null
  /** The side that the people counted belong to; null for people of none. */
  victimsOf(claim: Claim): Side | null
  /** The side in arms whose people are counted, where the words name one ("three Oru Front fighters", "it lost nobody"). */
  ownersOf(claim: Claim): Owners | null
}

const states = ['state-forces', 'government']
const officials = new Set(['official', 'security'])
const other = (side: Side | null): Side | null => side && (side === 'a' ? 'b' : 'a')

/** `isMutual`: both sides act in it ("clash"), so that nobody did it to the other. */
export function sceneOf(
  report: CodedReport,
  incident: Incident,
  isMutual: boolean,
  kinds: ActorKinds,
  scales: Scales,
  ownersOf: OwnersOf
): Scene {
  const actors = new Map(report.actors.map(actor => [actor.id, actor]))
  const isState = (id: string) => states.some(kind => kinds.isA(actors.get(id)?.kind, kind))
  const on = (id: string): Side | null =>
    incident.sides.a.includes(id) ? 'a' : incident.sides.b.includes(id) ? 'b' : null
  const only = (test: (id: string) => boolean): Side | null => {
    const [a, b] = [incident.sides.a.some(test), incident.sides.b.some(test)]
    return a === b ? null : a ? 'a' : 'b'
  }
  const stateSide = only(isState)
  const crowdSide = only(id => kinds.isA(actors.get(id)?.kind, 'protesters')) ?? other(stateSide)
  const own = new Set(incident.claims)
  const doers = new Set(
    report.claims.flatMap(({id, event, polarity}) =>
      own.has(id) && event?.type === incident.type && polarity === 'affirmed' ? event.agent.map(on) : []
    )
  )
  const [doer] = doers
  const sided = [...incident.sides.a, ...incident.sides.b].flatMap(id => actors.get(id) ?? [])

  /** "The Front's military spokesman" speaks for no state, as "army spokesman" does. */
  function isSomebodys({source, quote}: Attribution): boolean {
    if (/\p{Lu}\p{L}*['’]s\b/u.test(source)) return true
    return (
      quote !== null &&
      report.actors.some(({id, mentions}) => !isState(id) && mentions.some(each => overlaps(each, quote)))
    )
  }

  function speakerOf({attribution, interest}: Claim): Side | null {
    const origin = attribution.at(-1)!
    const actor = origin.actor === null ? undefined : actors.get(origin.actor)
    const direct = actor && on(actor.id)
    if (direct) return direct
    const tied = actor?.affiliations.flatMap(({to}) => {
      const words = ` ${to.toLowerCase()} `
      const side = sided.find(
        ({id, name, aliases}) =>
          to === id || [name, ...aliases].some(known => words.includes(` ${known.toLowerCase()} `))
      )
      return (side && on(side.id)) ?? []
    })[0]
    if (tied) return tied
    if (actor ? isState(actor.id) : officials.has(origin.kind) && !isSomebodys(origin)) return stateSide
    return interest === 'party' || interest === 'allied' ? other(stateSide) : null
  }

  return {
    stateSide,
    doer: doers.size === 1 && !isMutual ? (doer ?? null) : null,
    speakerOf,
    victimsOf(claim) {
      const owners = ownersOf(claim, report)
      const owned = owners?.actor && on(owners.actor.id)
      if (owned) return owned
      if (owners && owners.actor === null) return speakerOf(claim)
      const {group} = claim.casualties!
      const arms = scales.armsOf(group)
      if (arms === 'state') return stateSide
      if (arms === 'other') return other(stateSide)
      return group === 'protesters' ? crowdSide : null
    },
    ownersOf: claim => ownersOf(claim, report)
  }
}
