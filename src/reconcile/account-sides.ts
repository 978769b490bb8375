/**
 * Whose side of an incident each account speaks for, by who speaks: a side itself, who is tied to it, the state's offices for
 * the state. What most of its claims say holds; of a draw nobody knows.
 *
 *     "the interior ministry" of a clash of police with miners    the police's
 *     a hospital, a medic                                         none
 */
import type {Account} from '../model/assessment.ts'
import type {Told} from './tolls.ts'

export function withSides(accounts: readonly Account[], told: readonly Told[]): Account[] {
  const sides = new Map(
    told.flatMap(({claims, scene}) => claims.map(claim => [claim.key, scene.speakerOf(claim)] as const))
  )
  return accounts.map(account => {
    const own = account.claims.map(key => sides.get(key))
    const [a, b] = (['a', 'b'] as const).map(side => own.filter(found => found === side).length) as [
      number,
      number
    ]
    return {...account, side: sideBy(account, a, b)}
  })
}

/** Who is independent speaks for none, though it may be an office of the state: a public hospital. */
function sideBy({interest}: Account, a: number, b: number): NonNullable<Account['side']> {
  if (interest === 'independent') return 'none'
  return a > b ? 'a' : b > a ? 'b' : 'unknown'
}
