/** The roots of CAMEO with the classes and values that feeds give them (`codebook/codings/cameo-roots.csv`). */
import type {Codebook} from './codebook.ts'

export interface CameoRoot {
  /** Two digits. */
  readonly id: string
  readonly quad: number
  readonly penta: number
  readonly goldstein: number
}

/** By its two digits. */
export function cameoRoots(codebook: Codebook): ReadonlyMap<string, CameoRoot> {
  const columns = ['id', 'name', 'quad', 'penta', 'goldstein'] as const
  return new Map(
    codebook
      .table('codings/cameo-roots.csv', columns)
      .map(({id, quad, penta, goldstein}) => [
        id,
        {id, quad: Number(quad), penta: Number(penta), goldstein: Number(goldstein)}
      ])
  )
}
