/**
 * How alike the words of two reports are, as evidence that they tell of one incident.
 *
 * What one tells of it is looked up in all that the other says; rare words and names weigh more. Reports in different
 * languages share too few words to say anything: there is no evidence then.
 */
import {mayHold} from '../algorithms/bloom-filter.ts'
import type {Evidence, WordProfile} from '../model/link-profile.ts'

export function likeness(a: WordProfile, b: WordProfile): Evidence[] {
  if (saysNothing(a, b)) return []
  if (a.isPassage || b.isPassage) return passageLikeness(a, b)
  const [told, toldLess] = ordered(shareTold(a, b), shareTold(b, a))
  const pairs = Math.max(sharePairs(a, b), sharePairs(b, a))
  return [
    {
      id: 'told',
      value: told,
      because: `one has ${percent(told)} of the rarer words that the other tells it in`
    },
    {
      id: 'told-missing',
      value: 1 - told,
      because: `neither has more than ${percent(told)} of the rarer words that the other tells it in`
    },
    {
      id: 'told-both',
      value: toldLess,
      because: `each has ${percent(toldLess)} of the rarer words that the other tells it in`
    },
    {
      id: 'pairs-shared',
      value: pairs,
      because: `one has ${percent(pairs)} of the other's rarest pairs of words`
    },
    ...countedEvidence(a, b),
    ...yearEvidence(a, b),
    ...dayEvidence(a, b),
    {
      id: 'short-text',
      value: shortness(a, b),
      because: `the longer has ${Math.max(a.length, b.length)} words: the longer, the more they share by chance`
    }
  ]
}

/** Fewer words are too few to compare. */
const fewestWords = 3

/** None of a language whose rare words nobody knows has told anything. */
function saysNothing(a: WordProfile, b: WordProfile): boolean {
  if (a.language !== b.language || a.told.length === 0 || b.told.length === 0) return true
  return Math.min(a.length, b.length) < fewestWords
}

/** Of two passages the shorter counts; of a passage and a report the passage. */
function passageLikeness(a: WordProfile, b: WordProfile): Evidence[] {
  const [passage, other] = a.isPassage && (!b.isPassage || a.length <= b.length) ? [a, b] : [b, a]
  const told = shareTold(passage, other)
  const pairs = sharePairs(passage, other)
  return [
    {
      id: 'passage-told',
      value: told,
      because: `the other has ${percent(told)} of the rarer words of the passage`
    },
    {
      id: 'passage-missing',
      value: 1 - told,
      because: `the other lacks ${percent(1 - told)} of the rarer words of the passage`
    },
    {
      id: 'passage-pairs',
      value: pairs,
      because: `the other has ${percent(pairs)} of the passage's pairs of words`
    }
  ]
}

/** From this share on of the shorter text's rarest pairs, one is a copy of the other or of a part of it. */
const copied = 0.6

/** In any language. */
export function wordingSign(a: WordProfile, b: WordProfile): Evidence[] {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return sharePairs(short, long) >= copied
    ? [{id: 'wording-shared', value: 1, because: 'they share their wording'}]
    : []
}

function countedEvidence({counted: a}: WordProfile, {counted: b}: WordProfile): Evidence[] {
  return a.some(hash => b.includes(hash))
    ? [{id: 'counted-shared', value: 1, because: 'both give the same number of the same thing'}]
    : []
}

function yearEvidence({years: a}: WordProfile, {years: b}: WordProfile): Evidence[] {
  if (a.length === 0 || b.length === 0) return []
  const shared = a.filter(year => b.includes(year))
  return shared.length
    ? [{id: 'year-shared', value: 1, because: `both name ${shared.join(', ')}`}]
    : [{id: 'year-other', value: 1, because: `one names ${a.join(', ')}, the other ${b.join(', ')}`}]
}

function dayEvidence({days: a}: WordProfile, {days: b}: WordProfile): Evidence[] {
  return a.some(day => b.includes(day))
    ? [{id: 'date-shared', value: 1, because: 'both name the same day of a month'}]
    : []
}

/** 1 for twenty words, 0 for three thousand. */
function shortness(a: WordProfile, b: WordProfile): number {
  const longer = Math.max(a.length, b.length)
  return Math.min(1, Math.max(0, 1 - Math.log(Math.max(1, longer) / 20) / 5))
}

const percent = (share: number) => `${Math.round(100 * share)}%`
const ordered = (x: number, y: number): [more: number, less: number] => (x >= y ? [x, y] : [y, x])

/** How much of the weight of what one tells the other holds. */
function shareTold({told}: WordProfile, {holds}: WordProfile): number {
  let [held, all] = [0, 0]
  for (const [hash, weight] of told) {
    all += weight
    if (mayHold(holds, hash)) held += weight
  }
  return all === 0 ? 0 : held / all
}

function sharePairs({pairs}: WordProfile, {holds}: WordProfile): number {
  return pairs.length === 0 ? 0 : pairs.filter(hash => mayHold(holds, hash)).length / pairs.length
}
