/** Incidents that a person put into one chain of events: related, and not one. */
import type {Chained, Chains, RulingAtHand} from '../model/ruling.ts'

/** `found`: active rulings. Of each side its first telling that is found stands for it. */
export function chainsOf(found: readonly RulingAtHand[]): Chains {
  const chains = new Map<string, Chained[]>()
  for (const {ruling, tellings, others} of found) {
    if (ruling.kind !== 'chain') continue
    const [one, other] = [tellings, others].map(keys => keys.find(key => key !== null))
    if (!one || !other) continue
    const {by, reason} = ruling
    for (const [from, to] of [
      [one, other],
      [other, one]
    ] as const)
      chains.set(from, [...(chains.get(from) ?? []), {to, by, reason}])
  }
  return chains
}
