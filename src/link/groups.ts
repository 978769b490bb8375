/** The groups of some tellings, and for each telling why it is with the others: the signs between it and the one it is most like. */
import type {Telling} from '../model/telling.ts'
import type {Linking} from './linking.ts'
import type {LinkRulings, ScoredPair} from './resolve.ts'

export interface Grouped {
  readonly telling: Telling
  /** In sentences; empty where it is alone or a person put it there. */
  readonly why: readonly string[]
  /** How likely it and the one it is most like are one, 0 to 1, in four digits; null where it was compared with none of them. */
  readonly score: number | null
}

/** `pairs`: all that were compared among these tellings and have a score. The first of a group founds it. */
export function groupsOf(
  linking: Linking,
  tellings: readonly Telling[],
  pairs: readonly ScoredPair[],
  rulings?: LinkRulings
): Grouped[][] {
  const groups = linking.resolve(tellings, pairs, rulings)
  const byKey = new Map(tellings.map(telling => [telling.key, telling]))
  const partners = strongestPartners(groups, pairs)
  return groups.map(group =>
    group.map(telling => {
      const partner = byKey.get(partners.get(telling.key) ?? '')
      const compared = partner && linking.compare(telling, partner)
      return {
        telling,
        why: compared?.evidence.map(({because}) => because) ?? [],
        score: compared ? Math.round(compared.probability * 1e4) / 1e4 : null
      }
    })
  )
}

/** For each telling the one of its group that it is most like, where they were compared. */
function strongestPartners(
  groups: readonly (readonly Telling[])[],
  pairs: readonly ScoredPair[]
): Map<string, string> {
  const groupOf = new Map(groups.flatMap((group, i) => group.map(({key}) => [key, i])))
  const best = new Map<string, {partner: string; sum: number}>()
  const see = (key: string, partner: string, sum: number) => {
    const so = best.get(key)
    if (!so || sum > so.sum || (sum === so.sum && partner < so.partner)) best.set(key, {partner, sum})
  }
  for (const {a, b, sum} of pairs)
    if (groupOf.get(a) === groupOf.get(b)) {
      see(a, b, sum)
      see(b, a, sum)
    }
  return new Map([...best].map(([key, {partner}]) => [key, partner]))
}
