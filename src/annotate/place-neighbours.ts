/** What the names right beside a name, and the districts and towns of a report, say of which place it means. */
import type {Span} from '../model/span.ts'
import {kmBetween, type Name, type Option, type PlaceWeights} from './place-options.ts'

/**
 * "Goma, North Kivu", "Athens (Ga.)", "Mosul in Iraq": of the pairs where one lies in the other, the likeliest gains.
 * Returns the names that by their neighbour are none of the places they may be.
 */
export function weighNeighbours(
  text: string,
  inText: readonly {span: Span; name: Name | undefined}[],
  weights: PlaceWeights
): Set<Name> {
  const strangers = new Set<Name>()
  for (let i = 0; i + 1 < inText.length; i++) {
    const [inner, outer] = [inText[i]!, inText[i + 1]!]
    if (!inner.name || !outer.name || inner.name === outer.name) continue
    const between = text.slice(inner.span.to, outer.span.from)
    if (between.length > 5 || !/^(?:,? ?\(?|, in |,? of |,? in |['’]s )$/.test(between)) continue
    const [a, b] = /^['’]s/.test(between) ? [outer.name, inner.name] : [inner.name, outer.name]
    let best: {score: number; inner: Option; outer: Option} | null = null
    for (const small of a.options) {
      for (const large of b.options) {
        if (!liesIn(small, large)) continue
        const score =
          small.prior +
          large.prior +
          (large.place.kind === 'admin1' || large.place.kind === 'country' ? 1 : 0)
        if (!best || score > best.score) best = {score, inner: small, outer: large}
      }
    }
    if (!best) {
      // "Chad's Lake province" is in none of the countries that have a Lake County.
      const isSure = b.best.place.kind === 'country' && a.best.place.kind !== 'country'
      if (isSure && / in |['’]s /.test(between)) strangers.add(a)
      continue
    }
    best.inner.beside = Math.max(best.inner.beside, weights('inside'))
    best.outer.beside = Math.max(best.outer.beside, weights('holds'))
  }
  return strangers
}

/** "Henry County ... Paris": a district and a town in it, wherever the report names them, speak for each other. */
export function weighDistricts(names: readonly Name[], weights: PlaceWeights): void {
  const [held, holding] = [new Map<string, Set<Name>>(), new Map<string, Set<Name>>()]
  const districtOf = ({place}: Option) =>
    place.admin2 === null ? null : `${place.country}/${place.admin1}/${place.admin2}`
  for (const name of names) {
    for (const option of name.options) {
      const key = districtOf(option)
      if (key === null) continue
      const map = option.place.kind === 'admin2' ? holding : held
      map.set(key, (map.get(key) ?? new Set()).add(name))
    }
  }
  for (const name of names) {
    for (const option of name.options) {
      const key = districtOf(option)
      const others = key && (option.place.kind === 'admin2' ? held : holding).get(key)
      if (others && [...others].some(other => other !== name)) option.beside += weights('same-district')
    }
  }
}

function liesIn(small: Option, large: Option): boolean {
  const [inner, outer] = [small.place, large.place]
  if (inner.id === outer.id || inner.country !== outer.country) return false
  switch (outer.kind) {
    case 'country':
      return true
    case 'admin1':
      return small.province === large.province && inner.kind !== 'admin1'
    case 'admin2':
      return small.province === large.province && kmBetween(small, large) < 80
    case 'region':
      return false
    default:
      return outer.population > inner.population && kmBetween(small, large) < 40
  }
}
