/**
 * What happens to a report, in order. Read this file first.
 */
import {actors} from './annotate/actors.ts'
import {casualties} from './annotate/casualties.ts'
import {contexts} from './annotate/contexts.ts'
import {coreference} from './annotate/coreference.ts'
import {crowds} from './annotate/crowds.ts'
import {entities} from './annotate/entities.ts'
import {events} from './annotate/events.ts'
import {places} from './annotate/places.ts'
import {quantities} from './annotate/quantities.ts'
import {syntax} from './annotate/syntax.ts'
import {times} from './annotate/times.ts'
import {claims} from './attribute/claims.ts'
import {speech} from './attribute/speech.ts'
import type {Knowledge} from './codebook/knowledge.ts'
import {incidents} from './coding/incidents.ts'
import {header} from './extract/header.ts'
import {passages} from './extract/passages.ts'
import type {Annotated, Layer, Layers, Problem} from './model/layers.ts'
import type {Report} from './model/report.ts'
import type {Stage} from './model/stage.ts'

const stages = (knowledge: Knowledge, {onlyTelling}: Options) =>
  inOrder([
    passages(knowledge), //   title, body, embedded posts, captions, boilerplate
    header(knowledge), //     dateline, agency credit, day of publication
    syntax(knowledge, onlyTelling), // sentences, tokens, tags, dependency trees, names
    entities(knowledge), //   names of persons, bodies, places; weapons, facilities
    coreference(knowledge), // what speaks of the same thing or happening
    times(knowledge), //      expressions of time and what they mean
    quantities(knowledge), // numbers of people, as ranges
    actors(knowledge), //     groups and bodies, their names and ties
    places(knowledge), //     places, resolved
    events(knowledge), //     what happened, who did it to whom
    casualties(knowledge), // people killed, hurt, held
    crowds(knowledge), //     how many people gathered
    contexts(knowledge), //   which of the happenings are sport, stories, drills, old cases
    speech(knowledge), //     who is credited with which words
    claims(knowledge), //     one statement by one source about one thing
    incidents(knowledge) //   claims grouped to happenings, and coded
  ])

// Each stage sees exactly the layers it needs; inOrder has checked they exist.
type AnyStage = Pick<Stage, 'name' | 'needs' | 'adds'> & {
  run(report: never): Partial<Layers> & {readonly problems?: readonly Problem[]}
}

/** A report with every layer, and the problems met on the way. */
export type AnnotatedReport = Annotated<Layer> & {readonly problems: readonly Problem[]}

export interface Options {
  /** Read only sentences that may tell a happening, and those near them that credit somebody: faster, for archives of mixed news. */
  readonly onlyTelling?: boolean
  /** Runs a stage over a batch: to see where the time goes. */
  readonly around?: (stage: string, read: () => void) => void
}

/** Compiles the stages over the knowledge; the function it returns is pure and may be called for any number of reports. */
export function createPipeline(
  knowledge: Knowledge,
  options: Options = {}
): (report: Report) => AnnotatedReport {
  const annotate = createBatchPipeline(knowledge, options)
  return report => annotate([report])[0]!
}

/** How many reports are best read together: more win no time and keep more in memory. */
export const batchSize = 16

/**
 * The same for reports in batches, with the same results: a stage reads all of them before the next one begins. The code and
 * lists of one stage then stay in the processor's caches, which do not hold those of all: it takes a quarter less time.
 */
export function createBatchPipeline(
  knowledge: Knowledge,
  options: Options = {}
): (reports: readonly Report[]) => AnnotatedReport[] {
  const list = stages(knowledge, options)
  const {around = (_stage, read) => read()} = options
  return reports => {
    const annotated = reports.map(report => ({...report, problems: [] as readonly Problem[]}))
    for (const stage of list)
      around(stage.name, () => {
        for (const report of annotated) {
          const added = stage.run(report as never)
          const problems = added.problems ? [...report.problems, ...added.problems] : report.problems
          Object.assign(report, added, {problems})
        }
      })
    return annotated as unknown as AnnotatedReport[]
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
