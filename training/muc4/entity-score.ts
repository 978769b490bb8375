/** CEAF-REE (Du, Rush & Cardie 2021): things that fill five roles of a report, each right when its words are among those of the key. */
import type {Template} from '../../src/muc4/template.ts'
import {assign} from './assign.ts'
import type {KeyedItem} from './keys.ts'

const roles = {
  PerpInd: {slot: 'perp_individual_id', of: (template: Template) => template.perp_individual},
  PerpOrg: {
    slot: 'perp_organization_id',
    of: ({perp_organization}: Template) => perp_organization.map(({text}) => text)
  },
  Target: {slot: 'phys_tgt_id', of: ({target}: Template) => target.map(({text}) => text)},
  Victim: {slot: 'hum_tgt_name', of: ({victim}: Template) => victim.flatMap(({name}) => name ?? [])},
  Weapon: {slot: 'incident_instrument_id', of: ({weapon}: Template) => weapon.flatMap(({text}) => text ?? [])}
} as const

export interface EntityCount {
  right: number
  given: number
  wanted: number
}

export function entityScore(
  reports: readonly {readonly item: KeyedItem; readonly templates: readonly Template[]}[]
): Record<string, EntityCount> {
  const counts: Record<string, EntityCount> = Object.fromEntries(
    [...Object.keys(roles), 'all'].map(role => [role, {right: 0, given: 0, wanted: 0}])
  )
  for (const {item, templates} of reports) {
    const text = matchText(item)
    for (const [role, {slot, of}] of Object.entries(roles)) {
      const merged: string[][] = []
      for (const {slots} of item.templates) {
        for (const {alts} of slots[slot] ?? []) {
          const words = alts.map(alt => alt.toLowerCase())
          if (
            !merged.some(
              other => words.every(word => other.includes(word)) || other.every(word => words.includes(word))
            )
          )
            merged.push(words)
        }
      }
      const wanted = merged
        .map(words => words.filter(word => text.includes(word)).map(plain))
        .filter(words => words.length)
      const given = [...new Set(templates.flatMap(of).map(words => words.toLowerCase()))]
        .map(plain)
        .filter(Boolean)
      const right = assign(wanted.map(words => given.map(word => Number(words.includes(word))))).length
      for (const count of [counts[role]!, counts.all!]) {
        count.right += right
        count.given += given.length
        count.wanted += wanted.length
      }
    }
  }
  return counts
}

export const entityF = ({right, given, wanted}: EntityCount) =>
  given + wanted ? (200 * right) / (given + wanted) : 0

/** Small letters, without punctuation and articles. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .split(/\s+/)
    .filter(word => word && word !== 'a' && word !== 'an' && word !== 'the')
    .join(' ')
}

/** The text in which an alternative of the key must be found, as these scores are counted since 2021. */
function matchText({raw, text}: KeyedItem): string {
  let body = (raw ?? text).replace(/^[\s\S]*?--\s+/, '')
  for (let tag = body.match(/^\[[^\]]*\]\s+/); tag; tag = body.match(/^\[[^\]]*\]\s+/))
    body = body.slice(tag[0].length)
  return body.replaceAll('[', '(').replaceAll(']', ')').toLowerCase().replaceAll('\n', ' ')
}
