/** The last step: drafts of all reports beside their keys, what their words tell, and what is said of them. */
import type {Muc4Codebook} from '../../src/muc4/codebook.ts'
import type {FillModel} from '../../src/muc4/described.ts'
import {ofTemplate, type TemplateDetail, valuesOf} from '../../src/muc4/details.ts'
import {draftFeatures, scorersOf, type Worded, wordedOf} from '../../src/muc4/draft-words.ts'
import type {LinearWeights} from '../../src/muc4/linear-model.ts'
import {crossed, foldOf} from './crossed.ts'
import {fitDetails, slotOf, untied} from './detail-lessons.ts'
import {type Drafted, drafted, keyed} from './drafted.ts'
import {learnAll} from './follow-leader.ts'
import type {Learnt} from './learnt.ts'
import {firstThresholds} from './tune.ts'

function fitWorded(
  drafts: readonly Drafted[],
  codebook: Muc4Codebook
): Record<TemplateDetail, LinearWeights[]> {
  const rows = drafts.map(({report, draft}) => draftFeatures(report, draft))
  return Object.fromEntries(
    ofTemplate.map(detail => {
      const truths = drafts.map(({key}) => keyed(key, slotOf[detail], untied(detail)))
      return [
        detail,
        learnAll(
          rows,
          valuesOf(codebook, detail).map(value =>
            Float32Array.from(truths, truth => Number(truth.has(value)))
          ),
          {rounds: 5, rate: 0.03, least: 0.1, penalty: 5}
        )
      ]
    })
  ) as Record<TemplateDetail, LinearWeights[]>
}

/** The type that most things of a draft tell of. */
function typeOf({draft}: Drafted, codebook: Muc4Codebook): string {
  const {type} = codebook.values
  const sums = type.map((_, k) => draft.telling.reduce((sum, {kinds}) => sum + kinds.type[k]!, 0))
  return type[sums.indexOf(Math.max(...sums))]!
}

/** The models of all and of the parts; `parts`: what put things together where a report was not learnt from. */
export function trainDetails(
  reports: readonly Learnt[],
  parts: readonly Omit<FillModel, 'worded' | 'details'>[],
  codebook: Muc4Codebook
) {
  const drafts = new Map(
    reports.map((report, i) => [
      report,
      drafted(report, parts[foldOf(i)]!, firstThresholds, codebook.broader)
    ])
  )
  const partOf = new Map(reports.map((report, i) => [report, foldOf(i)]))
  const worded = new Map<Drafted, Worded>()
  const draftsFrom = (learners: readonly Learnt[]) => learners.flatMap(report => drafts.get(report)!)
  const words = crossed(
    reports,
    learners => fitWorded(draftsFrom(learners), codebook),
    (report, weights) => {
      const scorers = scorersOf(weights)
      for (const one of drafts.get(report)!) worded.set(one, wordedOf(report, one.draft, scorers))
    }
  )
  const found = crossed(
    reports,
    learners =>
      fitDetails(
        draftsFrom(learners).map(one => ({
          ...one,
          worded: worded.get(one)!,
          texts: {...parts[partOf.get(one.report)!]!, type: typeOf(one, codebook)}
        })),
        codebook
      ),
    () => undefined
  )
  return {worded: words, details: found}
}
