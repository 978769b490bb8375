/**
 * Says which mentions of groups may be of one group.
 *
 *     "Hutu militia", "Tutsi militia"       two: what is said of them differs in one class
 *     "Shia militias ... the militias"      one
 *     "pro-government", "anti-government" protesters   two; other crowds of a report are one
 */

/** What tells a group from others of its sort, by class: country, faith, people, creed, camp, tie. */
export type Identity = Readonly<Record<string, string>>

/** A long text must not cost its square. */
const mostRemembered = 50

/** Which mentions of groups are one: of one sort, with nothing that tells them apart; a bare noun is the group spoken of last. */
export class GroupKeys {
  readonly #groups: {readonly key: string; readonly sort: string; identity: Identity; last: number}[] = []
  #count = 0

  keyOf({sort, identity}: {readonly sort: string; readonly identity: Identity}): string {
    const [same] = this.#groups
      .slice(-mostRemembered)
      .filter(group => group.sort === sort && mayBeOne(sort, group.identity, identity))
      .sort((a, b) => b.last - a.last)
    const group = same ?? {key: `group:${sort}:${this.#groups.length}`, sort, identity, last: 0}
    if (!same) this.#groups.push(group)
    group.identity = {...identity, ...group.identity}
    group.last = ++this.#count
    return group.key
  }
}

/** "pro-government", "anti-coup" */
export const stance = /^(pro|anti)-(.+)$/

/** Whether two may be one group: no class of their identities differs; crowds only part over a cause. */
function mayBeOne(sort: string, one: Identity, other: Identity): boolean {
  if (sort === 'protesters') return !isOpposed(one.camp, other.camp)
  return Object.keys(one).every(key => other[key] === undefined || other[key] === one[key])
}

/** "pro-government" and "anti-government". */
function isOpposed(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map(camp => stance.exec(camp ?? ''))
  return Boolean(a && b && a[1] !== b[1] && a[2] === b[2])
}
