/**
 * What a case's table can show: one projection per layer, named by the table's first column.
 *
 * A projection gives every column it knows; a case names those it cares for.
 */
import type {Annotated, Layer} from '../src/model/layers.ts'

export type Shown = Readonly<Record<string, string>>
type Projection = (report: Annotated<Layer>) => Shown[]

export const projections: Readonly<Record<string, Projection>> = {}
