/** What Arabic reports call a place, which the gazetteer has by one name only. */
import type {Place} from './contract.ts'

/**
 * `tellings`: the place as reports name it. The name that most of them have, of two the shorter; null where none names it in
 * Arabic, and for a country, which they often name by an adjective.
 */
export function arabicPlaceName(tellings: readonly Pick<Place, 'precision' | 'mentions'>[]): string | null {
  const names = tellings
    .filter(({precision}) => precision !== 'country')
    .flatMap(({mentions}) => mentions.map(({text}) => text))
    .filter(text => /^[\p{Script=Arabic}\p{M}\s]+$/u.test(text))
  const counts = Map.groupBy(names, name => name)
  const [most] = [...counts].sort(
    ([a, one], [b, other]) => other.length - one.length || a.length - b.length || (a < b ? -1 : 1)
  )
  return most?.[0] ?? null
}
