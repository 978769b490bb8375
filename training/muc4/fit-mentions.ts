/** Learns chances of phrases: linear models first, then networks that see what is told before and behind. */
import type {Matrices} from '../../src/algorithms/matrices.ts'
import {type LinearWeights, scorer} from '../../src/muc4/linear-model.ts'
import {type Role, roles} from '../../src/muc4/model.ts'
import {type PhraseWeights, phraseReader} from '../../src/muc4/phrase-network.ts'
import {readMentions, readPhrases} from '../../src/muc4/reading.ts'
import {crossed, crossedOnly} from './crossed.ts'
import {learnAll} from './follow-leader.ts'
import type {Learnt} from './learnt.ts'
import {learnPhrases} from './phrase-learner.ts'
import {wholeAnswers} from './questions.ts'
import type {Log} from './train.ts'

/** Phrases that fill nothing are many: one of so many is learnt from, and all that the first round found likelier than this. */
const oneOf = 4
const easy = 0.01

/** Networks begun with other numbers err in other places. */
const seeds = [5, 6, 7]

/** Of all mentions of a filler those that tell it best count; which these are is learnt in rounds. */
export function trainMentions(
  reports: readonly Learnt[],
  memory: Matrices,
  log: Log
): {told: Record<Role, LinearWeights>; phrases: readonly PhraseWeights[]} {
  const truths = new Map(
    reports.map(report => [
      report,
      roles.map(role => {
        const truth = new Float32Array(report.mentions.length)
        for (const [k, filler] of report.fillers.entries())
          if (filler.role === role) for (const i of report.given[k]!) truth[i] = 1
        return truth
      })
    ])
  )
  const isHard = (report: Learnt, i: number) => report.mentionChances.some(chances => chances[i]! > easy)
  const fit = (learners: readonly Learnt[], rounds: number) => {
    const rows: Int32Array[] = []
    const answers = roles.map((): number[] => [])
    for (const report of learners) {
      const own = truths.get(report)!
      for (const [i, row] of report.features.entries()) {
        if (i % oneOf && own.every(truth => truth[i] === 0) && !isHard(report, i)) continue
        rows.push(row)
        for (const [q, truth] of own.entries()) answers[q]!.push(truth[i]!)
      }
    }
    return learnAll(
      rows,
      answers.map(truth => Float32Array.from(truth)),
      {rounds}
    )
  }
  const apply = (report: Learnt, weights: readonly LinearWeights[]) =>
    readMentions(report, weights.map(scorer))
  crossedOnly(reports, learners => fit(learners, 3), apply)
  log('mentions, first round')
  for (const report of reports) {
    for (const [k, {role}] of report.fillers.entries()) {
      const q = roles.indexOf(role)
      const chances = report.mentionChances[q]!
      const best = Math.max(...report.given[k]!.map(i => chances[i]!))
      for (const i of report.given[k]!) truths.get(report)![q]![i] = chances[i]! >= best / 2 ? 1 : -1
    }
  }
  const found = crossed(reports, learners => fit(learners, 5), apply)
  log('mentions')
  const phrases = crossed(
    reports,
    learners => {
      const lessons = learners.map(report => ({
        ...report,
        truths: truths.get(report)!,
        answers: wholeAnswers(report)
      }))
      const weights = seeds.map(seed => learnPhrases(lessons, memory, {seed}))
      log(`${weights.length} networks over phrases`)
      return {weights, readers: weights.map(network => phraseReader(network, memory))}
    },
    (report, {readers}) => readPhrases(report, readers)
  ).whole.weights
  return {
    told: Object.fromEntries(roles.map((role, q) => [role, found.whole[q]!])) as Record<Role, LinearWeights>,
    phrases
  }
}
