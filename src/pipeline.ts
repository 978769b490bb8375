/**
 * What happens to a report, in order. Read this file first.
 */
import type {Knowledge} from './codebook/knowledge.ts'
import type {Annotated, Layer, Layers, Problem} from './model/layers.ts'
import type {Report} from './model/report.ts'
import type {Stage} from './model/stage.ts'

const stages = (_knowledge: Knowledge) => inOrder([])

// Each stage sees exactly the layers it needs; inOrder has checked they exist.
type AnyStage = Pick<Stage, 'name' | 'needs' | 'adds'> & {
  run(report: never): Partial<Layers> & {readonly problems?: readonly Problem[]}
}

/** A report with every layer, and the problems met on the way. */
export type AnnotatedReport = Annotated<Layer> & {readonly problems: readonly Problem[]}

/** Compiles the stages over the knowledge; the function it returns is pure and may be called for any number of reports. */
export function createPipeline(knowledge: Knowledge): (report: Report) => AnnotatedReport {
  const list = stages(knowledge)
  return report => {
    let annotated: object = report
    const problems: Problem[] = []
    for (const stage of list) {
      const {problems: met = [], ...layers} = stage.run(annotated as never)
      annotated = {...annotated, ...layers}
      problems.push(...met)
    }
    return {...annotated, problems} as AnnotatedReport
  }
}

/** Refuses a list in which a stage comes before the layers it needs. */
export function inOrder(list: readonly AnyStage[]): readonly AnyStage[] {
  const added = new Map<Layer, string>()
  for (const stage of list) {
    for (const layer of stage.needs) {
      if (!added.has(layer))
        throw new Error(`Stage "${stage.name}" needs "${layer}", which no earlier stage adds`)
    }
    for (const layer of stage.adds) {
      const earlier = added.get(layer)
      if (earlier) throw new Error(`Stages "${earlier}" and "${stage.name}" both add "${layer}"`)
      added.set(layer, stage.name)
    }
  }
  return list
}
