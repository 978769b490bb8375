/** Drafts of a report beside the templates of its key: who belongs to whom, by the things alone. */

import type {FillModel} from '../../src/muc4/described.ts'
import {type Draft, draftLists, draftRoles} from '../../src/muc4/draft.ts'
import {draftsOf} from '../../src/muc4/fill.ts'
import type {Thresholds} from '../../src/muc4/model.ts'
import {assign} from './assign.ts'
import {compareStrings} from './compare.ts'
import type {KeyFiller, KeyTemplate} from './keys.ts'
import type {Learnt} from './learnt.ts'
import {comparison} from './slot-score.ts'

export interface Drafted {
  readonly report: Learnt
  readonly draft: Draft
  /** How many drafts the report has. */
  readonly drafts: number
  /** Its template in the key; null where it has none. */
  readonly key: KeyTemplate | null
}

export function drafted(
  report: Learnt,
  model: Pick<FillModel, 'together' | 'doer' | 'twin'>,
  thresholds: Thresholds,
  broader: ReadonlyMap<string, string>
): Drafted[] {
  const drafts = draftsOf(report, model, thresholds)
  const credits = drafts.map(draft =>
    report.templates.map(({slots, optional}) => {
      const ours = {...slotsOfThings(draft), incident_type: slots.incident_type ?? []}
      const pair = comparison(ours, slots, broader)
      return pair ? pair.credit + (optional ? 0 : 0.001) : 0
    })
  )
  const pairs = drafts.length && report.templates.length ? assign(credits) : []
  return drafts.map((draft, i) => {
    const pair = pairs.find(([row, column]) => row === i && credits[i]![column]! > 0)
    return {report, draft, drafts: drafts.length, key: pair ? report.templates[pair[1]]! : null}
  })
}

function slotsOfThings(draft: Draft): Record<string, KeyFiller[]> {
  const slots: Record<string, KeyFiller[]> = {}
  for (const list of draftLists) {
    const {slot, role} = draftRoles[list]
    slots[slot] = draft[list].map(one => ({alts: [one.words[role]!]}))
  }
  return slots
}

/** Values that the key gives in a slot, tied to the words; all where none are given. */
export function keyed(key: KeyTemplate | null, slot: string, words: readonly string[] | null): Set<string> {
  const fillers = (key?.slots[slot] ?? []).filter(({xref}) => {
    const names = (xref ?? []).filter(name => name !== '-')
    return (
      words === null ||
      (words.length ? names.some(name => words.some(own => compareStrings(own, name) > 0)) : !names.length)
    )
  })
  return new Set(fillers.flatMap(({alts}) => alts))
}
