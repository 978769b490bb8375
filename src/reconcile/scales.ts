/**
 * The tables of `codebook/reconcile/` that rules ask: arms of groups, vague words, scale, reliability of sources.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {SourceKind} from '../model/contract.ts'

export type Arms = 'state' | 'other' | 'none' | ''

export interface Scales {
  /** What arms a group of casualties bears; '' where that is not said. */
  armsOf(group: string): Arms
  /** What a rule takes a vague word for; `undefined` where the table has no row, null where it is no figure to the rule. */
  vague(rule: string, words: string, isLarge: boolean): number | null | undefined
  isLarge(acledEventType: string | null): boolean
  /** Letter of the Admiralty scale. */
  reliability(kind: SourceKind, isInterested: boolean): string
  /** How words around a number shift it: `least`, `more`, `most`, `fewer`; '' where none does. */
  boundOf(words: string): string
}

export function scalesOf(codebook: Codebook): Scales {
  const arms = new Map(
    codebook
      .table('reconcile/casualty-groups.csv', ['group', 'arms'])
      .map(row => [row.group, row.arms as Arms])
  )
  const vague = new Map(
    codebook
      .table('reconcile/vague-figures.csv', ['rule', 'form', 'small', 'large'])
      .map(row => [`${row.rule} ${row.form}`, row])
  )
  const scale = new Map(
    codebook
      .table('reconcile/acled-scale.csv', ['event_type', 'scale'])
      .map(row => [row.event_type, row.scale])
  )
  const letters = new Map(
    codebook
      .table('reconcile/source-reliability.csv', ['kind', 'free', 'interested'])
      .map(row => [row.kind, row])
  )
  const missing = SourceKind.options.filter(kind => !letters.has(kind))
  if (missing.length)
    throw new Error(`codebook/reconcile/source-reliability.csv has no row for ${missing.join(', ')}; add one`)
  const bounds = codebook
    .table('lexicons/en/count-bounds.csv', ['id', 'form', 'how', 'place'])
    .filter(({how}) => how !== 'about')
    .sort((a, b) => b.form.length - a.form.length)

  return {
    armsOf: group => arms.get(group) ?? '',
    vague(rule, words, isLarge) {
      const row = vague.get(`${rule} ${words.toLowerCase()}`)
      if (!row) return undefined
      const cell = isLarge ? row.large : row.small
      return cell === '' ? null : Number(cell)
    },
    isLarge: type => type !== null && scale.get(type) === 'large',
    reliability: (kind, isInterested) => letters.get(kind)![isInterested ? 'interested' : 'free'],
    boundOf(words) {
      const lower = words.toLowerCase()
      const found = bounds.find(({form, place}) =>
        place === 'before' ? lower.startsWith(`${form} `) : lower.endsWith(form)
      )
      return found?.how ?? ''
    }
  }
}
