/** The steps between the phrases of a report and its templates: each gives the candidates chances that the next one builds on. */
import type {Question} from './codebook.ts'
import {entityValues, relevanceValues} from './entity-values.ts'
import {formsOf} from './form-features.ts'
import {likely, type Scorer} from './linear-model.ts'
import {type Role, roles} from './model.ts'
import {oddsOf, type Reading} from './reading.ts'
import {reportFeatures} from './report-features.ts'
import {thingFeatures} from './thing-features.ts'
import {grown, type Trees} from './trees.ts'

export function readWhole(reading: Reading, scorers: readonly Scorer[]): void {
  const features = reportFeatures(reading)
  reading.whole = scorers.map(score => likely(score(features)))
}

/** Below this chance the words alone rule a role out. */
export const leastTold = 0.005

export function readEntities(reading: Reading, trees: Readonly<Record<Role, Trees>>): void {
  const rows = entityValues(reading)
  for (const [i, candidate] of reading.candidates.entries()) {
    candidate.chances = Object.fromEntries(
      roles.map((role, q) => [
        role,
        Math.max(...candidate.told[q]!) > leastTold
          ? grown(trees[role], rows[i]!, oddsOf(Math.max(...candidate.told[q]!)))
          : 0
      ])
    ) as Record<Role, number>
  }
}

export function readRelevance(reading: Reading, trees: Trees): void {
  reading.relevance = grown(trees, relevanceValues(reading))
}

export function readKind(reading: Reading, question: Question, scorers: readonly Scorer[]): void {
  for (const candidate of reading.candidates) {
    const features = thingFeatures(reading, candidate, question)
    const chances = scorers.map(score => likely(score(features)))
    const sum = chances.reduce((total, chance) => total + chance, 0) || 1
    candidate.kinds = {...candidate.kinds, [question]: chances.map(chance => chance / sum)}
  }
}

/** From this chance on words are chosen for a role. */
const leastChance = 0.05

export function readWords(reading: Reading, score: Scorer): void {
  for (const candidate of reading.candidates) {
    for (const role of roles) {
      if (candidate.chances[role] < leastChance) continue
      const forms = formsOf(reading, candidate, role)
      if (!forms.length) continue
      const sums = forms.map(({features}) => score(features))
      const best = Math.max(...sums)
      candidate.words[role] = forms[sums.indexOf(best)]!.text
      candidate.sure[role] = 1 / sums.reduce((total, sum) => total + Math.exp(sum - best), 0)
    }
  }
}
