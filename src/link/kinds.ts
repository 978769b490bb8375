/**
 * Families of event types that one happening may be told as: codebook/kin-families.csv.
 *
 *     clash, riot           kin: one reporter's clash is another's riot
 *     protest, explosion    not kin, but of one kind, by way of clash and attack: they are compared, and need better signs
 *     justice               a kind of its own
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {KindOf} from './block.ts'

/** "clash/riot", for either order. */
export type KinFamilies = ReadonlySet<string>

export function kinds(codebook: Codebook): {kin: KinFamilies; kindOf: KindOf} {
  const rows = codebook.table('kin-families.csv', ['a', 'b'])
  const kind = new Map<string, string>()
  const kindOf = (family: string) => kind.get(family) ?? family
  for (const {a, b} of rows) {
    const [one, other] = [kindOf(a!), kindOf(b!)].sort() as [string, string]
    for (const family of [a!, b!, ...kind.keys()]) if (kindOf(family) === other) kind.set(family, one)
  }
  return {kin: new Set(rows.flatMap(({a, b}) => [`${a}/${b}`, `${b}/${a}`])), kindOf}
}
