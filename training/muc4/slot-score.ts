/**
 * The MUC-4 score over all templates: every slot's fillers correct, half, wrong, too many, missing (Chinchor 1992).
 *
 * Templates are paired one to one within a report, so that most fillers agree; a pair needs the type and something of who or what.
 */
import {coreWords} from '../../src/muc4/phrase-words.ts'
import {assign} from './assign.ts'
import {compareStrings} from './compare.ts'
import {compareValues, isText} from './compare-values.ts'
import {type SlotFiller, type SlotName, type Slots, slotNames} from './slots.ts'

export interface Tally {
  correct: number
  half: number
  wrong: number
  extra: number
  missing: number
}

export interface KeyedSlots {
  readonly optional: boolean
  readonly slots: Slots
}

export interface SlotScore {
  readonly slots: Readonly<Record<SlotName, Tally>>
  readonly all: Tally
  readonly templates: {readonly paired: number; readonly extra: number; readonly missing: number}
}

const telling: readonly SlotName[] = [
  'phys_tgt_id',
  'phys_tgt_type',
  'hum_tgt_name',
  'hum_tgt_description',
  'hum_tgt_type',
  'perp_individual_id',
  'perp_organization_id'
]

const nothing = (): Tally => ({correct: 0, half: 0, wrong: 0, extra: 0, missing: 0})
const empty = () => Object.fromEntries(slotNames.map(slot => [slot, nothing()])) as Record<SlotName, Tally>

/** Reports in pairs: our templates and those of the key. */
export function slotScore(
  reports: readonly {readonly ours: readonly Slots[]; readonly key: readonly KeyedSlots[]}[],
  broader: ReadonlyMap<string, string>
): SlotScore {
  const total = empty()
  const templates = {paired: 0, extra: 0, missing: 0}
  for (const {ours, key} of reports) {
    const pairs = ours.map(slots => key.map(template => comparison(slots, template.slots, broader)))
    const matched = assign(
      pairs.map(row => row.map((pair, j) => (pair ? pair.credit + (key[j]!.optional ? 0 : 0.001) + 1e-6 : 0)))
    )
    for (const [i, j] of matched) {
      templates.paired++
      for (const slot of slotNames) add(total[slot], pairs[i]![j]!.tallies[slot])
    }
    for (const [i, slots] of ours.entries()) {
      if (matched.some(([row]) => row === i)) continue
      templates.extra++
      for (const slot of slotNames) total[slot].extra += stated(slots[slot]).length
    }
    for (const [j, {optional, slots}] of key.entries()) {
      if (optional || matched.some(([, column]) => column === j)) continue
      templates.missing++
      for (const slot of slotNames)
        total[slot].missing += stated(slots[slot]).filter(filler => !filler.optional).length
    }
  }
  const all = nothing()
  for (const slot of slotNames) add(all, total[slot])
  return {slots: total, all, templates}
}

/** Precision, recall and their harmonic mean, in percent. */
export function figures({correct, half, wrong, extra, missing}: Tally): {
  precision: number
  recall: number
  f: number
} {
  const credit = correct + half / 2
  const given = correct + half + wrong + extra
  const wanted = correct + half + wrong + missing
  return {
    precision: given ? (100 * credit) / given : 0,
    recall: wanted ? (100 * credit) / wanted : 0,
    f: given + wanted ? (200 * credit) / (given + wanted) : 0
  }
}

/** How two templates agree; null where they may not be paired. */
export function comparison(ours: Slots, key: Slots, broader: ReadonlyMap<string, string>) {
  const tallies = Object.fromEntries(
    slotNames.map(slot => [slot, slotTally(slot, stated(ours[slot]), stated(key[slot]), broader)])
  ) as Record<SlotName, Tally>
  const {correct, half} = tallies.incident_type
  const tells = telling.some(
    slot =>
      tallies[slot].correct + tallies[slot].half > 0 ||
      (isText(slot) &&
        stated(ours[slot]).some(filler =>
          stated(key[slot]).some(other => other.alts.some(alt => shareWord(filler.alts[0]!, alt)))
        ))
  )
  if (correct + half === 0 || !tells) return null
  return {
    tallies,
    credit: slotNames.reduce((sum, slot) => sum + tallies[slot].correct + tallies[slot].half / 2, 0)
  }
}

function slotTally(
  slot: SlotName,
  ours: readonly SlotFiller[],
  key: readonly SlotFiller[],
  broader: ReadonlyMap<string, string>
): Tally {
  const points = ours.map(filler => key.map(other => compareFillers(slot, filler, other, broader)))
  const matched = assign(
    points.map(row => row.map((point, j) => (point ? point + (key[j]!.optional ? -0.01 : 0) : 0)))
  )
  const tally = nothing()
  for (const [i, j] of matched) tally[points[i]![j] === 2 ? 'correct' : 'half']++
  const left = key.filter((_, j) => !matched.some(([, column]) => column === j))
  const required = left.filter(({optional}) => !optional).length
  const rest = ours.length - matched.length
  tally.wrong = Math.min(rest, left.length)
  tally.extra = rest - tally.wrong
  tally.missing = Math.max(0, required - tally.wrong)
  return tally
}

function compareFillers(
  slot: SlotName,
  ours: SlotFiller,
  key: SlotFiller,
  broader: ReadonlyMap<string, string>
): number {
  const best = Math.max(...key.alts.map(alt => compareValues(slot, ours.alts[0]!, alt, broader)))
  if (best < 2 || !key.xref?.length) return best
  const wanted = key.xref.filter(name => name !== '-')
  const given = (ours.xref ?? []).filter(name => name !== '-')
  const isTied =
    (!wanted.length && !given.length) ||
    given.some(name => wanted.some(other => compareStrings(name, other) > 0))
  return isTied ? 2 : 1
}

const stated = (fillers: readonly SlotFiller[] | undefined) =>
  (fillers ?? []).filter(({alts}) => alts.some(alt => alt && alt !== '-' && alt !== '*'))

function shareWord(one: string, other: string): boolean {
  const words = new Set(coreWords(one))
  return coreWords(other).some(word => words.has(word))
}

function add(into: Tally, more: Tally): void {
  for (const name of ['correct', 'half', 'wrong', 'extra', 'missing'] as const) into[name] += more[name]
}
