/** What trees see of a draft, and of a thing in it. */
import type {Question} from './codebook.ts'
import {type Draft, draftLists, draftRoles} from './draft.ts'
import type {Worded} from './draft-words.ts'
import {roles} from './model.ts'
import type {Candidate, Reading} from './reading.ts'

/** `worded`: what the linear model says of the draft's words. */
export function draftValues(reading: Reading, draft: Draft, drafts: number, worded: Worded): number[] {
  const {whole, relevance, candidates} = reading
  const {telling, individuals, organisations, names, descriptions} = draft
  const row = [
    ...(['type', 'stage', 'category'] as const).flatMap(detail => worded[detail].slice(0, 3)),
    ...whole,
    relevance,
    drafts,
    draft.sentences.size,
    Math.min(...draft.sentences)
  ]
  for (const list of draftLists) {
    const chances = draft[list].map(one => one.chances[draftRoles[list].role])
    row.push(chances.length, Math.max(0, ...chances))
  }
  for (const role of roles) row.push(Math.max(0, ...candidates.map(({chances}) => chances[role])))
  row.push(
    ...mean(reading, telling, 'type').slice(0, 5),
    ...mean(reading, telling, 'stage'),
    ...mean(reading, [...individuals, ...organisations], 'category'),
    ...mean(reading, [...names, ...descriptions], 'harm').slice(0, 2)
  )
  return row
}

/** The same, and what is seen of one of its things. */
export function thingValues(reading: Reading, ofDraft: readonly number[], one: Candidate): number[] {
  const {mentions, report} = reading
  const head = report.syntax.tokens[mentions[one.main]!.head.index]!
  return [
    ...ofDraft,
    ...one.kinds.type.slice(0, 5),
    ...one.kinds.stage,
    ...one.kinds.harm.slice(0, 3),
    ...one.kinds.damage.slice(0, 3),
    ...one.kinds.victim.slice(0, 2),
    ...roles.map(role => one.chances[role]),
    one.mentions.length,
    one.isName ? 1 : 0,
    one.key.split(' ').length,
    head.xpos === 'NNS' || head.xpos === 'NNPS' ? 1 : 0,
    report.syntax.child(head, 'nummod') ? 1 : 0,
    head.sentence,
    one.sentences.size
  ]
}

/** What the things say on average; nothing of everything where there are none. */
function mean({candidates}: Reading, things: readonly Candidate[], question: Question): number[] {
  const sums = candidates[0]!.kinds[question].map(() => 0)
  for (const {kinds} of things) for (const [k, chance] of kinds[question].entries()) sums[k]! += chance
  return sums.map(sum => sum / Math.max(1, things.length))
}
