/** Accounts as people cut and joined them. */
import {UnionFind} from '../algorithms/union-find.ts'
import type {Account} from '../model/assessment.ts'
import type {TieRulings} from '../model/ruling.ts'

/**
 * `claims`: keys of claims with the account that reading gives them. Gives a claim's account: its own, with what was cut off
 * by the same ruling; or one for all accounts of which a person joined claims.
 */
export function ruledAccounts(
  claims: readonly {readonly claim: string; readonly account: string}[],
  {parted, joined}: TieRulings
): (claim: string) => string {
  const read = new Map(
    claims.map(({claim, account}) => {
      const word = parted.get(claim)
      return [claim, word ? `ruled:${word.ruling}` : account]
    })
  )
  const accounts = [...new Set(read.values())]
  const indexOf = new Map(accounts.map((account, i) => [account, i]))
  const parts = new UnionFind(accounts.length)
  for (const {claims: own} of joined) {
    const indexes = own.flatMap(claim => indexOf.get(read.get(claim) ?? '') ?? [])
    for (const index of indexes.slice(1)) {
      const [a, b] = [parts.find(indexes[0]!), parts.find(index)]
      if (a !== b) parts.join(Math.max(a, b), Math.min(a, b))
    }
  }
  return claim => accounts[parts.find(indexOf.get(read.get(claim)!)!)]!
}

/** Who made an account of these claims what it is; nothing where reading did. */
export function wordOn(claims: readonly string[], {parted, joined}: TieRulings): Pick<Account, 'ruled'> {
  const own = new Set(claims)
  const cut = claims.map(claim => parted.get(claim)).find(word => word !== undefined)
  if (cut) return {ruled: {verdict: 'cut', ...cut}}
  const group = joined.findLast(({claims: ruled}) => ruled.some(claim => own.has(claim)))
  return group ? {ruled: {verdict: 'confirmed', ...group.word}} : {}
}
