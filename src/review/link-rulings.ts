/**
 * Rulings about tellings, as pairs together and apart that never contradict each other.
 *
 *     merge A B          all of both are one
 *     split A R          R leaves A as one; link R to B: and joins B
 *     unlink A R         R is no part of A
 *     not-the-same A B   none of A is with one of B; chain A B: neither, but both are of one chain of events
 *     add R A            an incident that an added claim founds is A
 *     move C of R to B   what R tells by C leaves A and is B, where R told nothing of B
 *     settle R           what R tells is with the telling that founds its incident
 *
 * They are taken from the last to the first; a pair that a later ruling rules out, by itself or by a
 * chain, is left out.
 */
import type {RulingAtHand, RulingsAtHand} from '../model/ruling.ts'
import {addedId} from './added-claims.ts'
import {foundedBy} from './moved-claims.ts'

type Pair = readonly [string, string]

/** `found`: active rulings, in the order they were made. */
export function linkRulings(found: readonly RulingAtHand[]): Pick<RulingsAtHand, 'links' | 'why'> {
  const together: Pair[] = []
  const apart: Pair[] = []
  const why = new Map<string, string>()
  const groups = new Groups()
  for (const {ruling, ...keys} of found.toReversed()) {
    const [tellings, others, leaves] = [keys.tellings, keys.others, keys.leaves].map(some =>
      some.filter(key => key !== null)
    ) as [string[], string[], string[]]
    const {kind} = ruling
    if (kind === 'add' && tellings.length === 0 && others.length) {
      const founded = `${ruling.reports[0]}/${addedId(ruling)}`
      if (groups.join(founded, others[0]!)) together.push([founded, others[0]!])
      why.set(founded, `${ruling.by} added it${after(ruling.reason)}`)
    }
    if (kind === 'add') continue
    if (kind === 'move') {
      const founded = foundedBy({ruling, ...keys})
      for (const a of founded) for (const b of leaves) if (groups.part(a, b)) apart.push([a, b])
      const home = others[0] ?? founded[0]!
      for (const own of founded) {
        if (own !== home && groups.join(own, home)) together.push([own, home])
        if (!why.has(own)) why.set(own, `${ruling.by} moved claims here${after(ruling.reason)}`)
      }
      continue
    }
    if (kind === 'settle') {
      for (const [i, telling] of keys.tellings.entries()) {
        const founder = keys.others[i] ?? null
        if (telling === null || founder === null || !groups.join(telling, founder)) continue
        if (telling !== founder) together.push([telling, founder])
        if (!why.has(telling))
          why.set(telling, `${ruling.by} says that it belongs here${after(ruling.reason)}`)
      }
      continue
    }
    const isOne =
      kind === 'merge' || kind === 'link' ? [...tellings, ...others] : kind === 'split' ? tellings : []
    const left = kind === 'link' ? leaves : kind === 'merge' ? [] : others
    for (const a of tellings) for (const b of left) if (groups.part(a, b)) apart.push([a, b])
    const because = `${ruling.by} put them together${after(ruling.reason)}`
    for (const other of isOne.slice(1)) {
      if (!groups.join(isOne[0]!, other)) continue
      together.push([isOne[0]!, other])
      for (const key of [isOne[0]!, other]) if (!why.has(key)) why.set(key, because)
    }
  }
  return {links: {together: together.reverse(), apart: apart.reverse()}, why}
}

const after = (reason: string | null) => (reason ? `: ${reason}` : '')

/** Keys that are one, and which of these groups are apart. */
class Groups {
  readonly #members = new Map<string, Set<string>>()
  readonly #apart = new Map<string, Set<string>>()

  /** Whether they may be apart: they are not one. */
  part(a: string, b: string): boolean {
    if (this.#of(a).has(b)) return false
    this.#apartOf(a).add(b)
    this.#apartOf(b).add(a)
    return true
  }

  /** Whether they may be one: nothing of the one is apart from something of the other. */
  join(a: string, b: string): boolean {
    const [one, other] = [this.#of(a), this.#of(b)]
    if (one === other) return true
    const [small, large] = one.size < other.size ? [one, other] : [other, one]
    for (const key of small) for (const against of this.#apartOf(key)) if (large.has(against)) return false
    for (const key of small) {
      large.add(key)
      this.#members.set(key, large)
    }
    return true
  }

  #of(key: string): Set<string> {
    const own = this.#members.get(key) ?? new Set([key])
    this.#members.set(key, own)
    return own
  }

  #apartOf(key: string): Set<string> {
    const own = this.#apart.get(key) ?? new Set()
    this.#apart.set(key, own)
    return own
  }
}
