/** A report with its key, while the steps learn from it. */

import type {Entity} from '../../src/muc4/entities.ts'
import {coreRoles, type Role} from '../../src/muc4/model.ts'
import {coreOf} from '../../src/muc4/phrase-words.ts'
import type {Candidate, Reading} from '../../src/muc4/reading.ts'
import type {KeyedItem, KeyTemplate} from './keys.ts'
import {type Filler, fillersOf, mentionsOfFillers} from './labels.ts'

export interface Learnt extends Reading {
  readonly item: KeyedItem
  readonly templates: readonly KeyTemplate[]
  readonly fillers: readonly Filler[]
  /** By filler, the mentions that give it. */
  readonly given: readonly (readonly number[])[]
}

export function learnt(reading: Reading & {readonly item: KeyedItem}): Learnt {
  const {templates} = reading.item
  const fillers = fillersOf(templates)
  return {...reading, templates, fillers, given: mentionsOfFillers(fillers, reading.mentions)}
}

/** Fillers that a thing of the text gives, in some of the roles. */
export function fillersGiven(
  {fillers, given}: Learnt,
  {mentions}: Entity,
  ...roles: readonly Role[]
): Filler[] {
  return fillers.filter(({role}, k) => roles.includes(role) && given[k]!.some(i => mentions.includes(i)))
}

export function givenEntities(report: Learnt): Set<Entity> {
  const given = new Set(report.given.flat())
  return new Set(report.entities.filter(({mentions}) => mentions.some(i => given.has(i))))
}

export const coreFillers = (report: Learnt, candidate: Candidate) =>
  fillersGiven(report, candidate, ...coreRoles)

/** Values of a slot of the templates that have one of the fillers; `tied`: only those that are tied to it. */
export function valuesOf(
  {templates}: Learnt,
  fillers: readonly Filler[],
  slot: string,
  tied: boolean
): Set<string> {
  const found = new Set<string>()
  for (const filler of fillers) {
    for (const i of filler.templates) {
      for (const {alts, xref} of templates[i]!.slots[slot] ?? []) {
        if (tied && !(xref ?? []).some(name => filler.alts.includes(coreOf(name)))) continue
        for (const alt of alts) found.add(alt)
      }
    }
  }
  return found
}
