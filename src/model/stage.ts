/**
 * The contract between the pipeline and its stages.
 *
 * A stage names the layers it reads and the layers it writes. It is handed
 * only those it asked for, so the types keep the declaration honest. What a
 * stage knows (lexicons, gazetteer, weights) it is given once, when it is made:
 *
 *     export const quantities = (codebook: Codebook) => stage({name: 'quantities', ...})
 */
import type {Annotated, Layer, Layers, Problem} from './layers.ts'

export interface Stage<Needs extends Layer = Layer, Adds extends Layer = Layer> {
  readonly name: string
  readonly needs: readonly Needs[]
  readonly adds: readonly Adds[]
  run(report: Annotated<Needs>): Pick<Layers, Adds> & {readonly problems?: readonly Problem[]}
}

export function stage<const Needs extends Layer, const Adds extends Layer>(
  definition: Stage<Needs, Adds>
): Stage<Needs, Adds> {
  return definition
}
