/** A template before anything is said of the things in it, and what is seen of it: its words, its things. */
import {hashString} from '../algorithms/hash.ts'
import type {Candidate, Reading} from './reading.ts'

export interface Draft {
  /** Things that tell what was done, with what and to whom. */
  readonly telling: readonly Candidate[]
  /** Sentences that tell it. */
  readonly sentences: ReadonlySet<number>
  readonly individuals: readonly Candidate[]
  readonly organisations: readonly Candidate[]
  readonly targets: readonly Candidate[]
  readonly names: readonly Candidate[]
  readonly descriptions: readonly Candidate[]
  readonly weapons: readonly Candidate[]
}

/** The slots that things of a draft fill. */
export const draftRoles = {
  individuals: {role: 'individual', slot: 'perp_individual_id'},
  organisations: {role: 'organisation', slot: 'perp_organization_id'},
  targets: {role: 'target', slot: 'phys_tgt_id'},
  names: {role: 'name', slot: 'hum_tgt_name'},
  descriptions: {role: 'description', slot: 'hum_tgt_description'},
  weapons: {role: 'instrument', slot: 'incident_instrument_id'}
} as const
export type DraftList = keyof typeof draftRoles
export const draftLists = Object.keys(draftRoles) as DraftList[]

const content = /^(NOUN|VERB|ADJ|PROPN|NUM)$/

/** For a linear model: the words of its sentences and of those beside them, what hangs on what, its things, its report. */
export function draftFeatures({item, report, candidates}: Reading, draft: Draft): Int32Array {
  const found = new Set<number>()
  const add = (feature: string) => found.add(hashString(feature))
  const {syntax} = report
  add('1')
  for (const at of draft.sentences) {
    for (const near of [at - 1, at, at + 1]) {
      const sentence = syntax.sentences[near]
      if (!sentence) continue
      const place = near === at ? 'in' : 'by'
      for (let i = sentence.first; i < sentence.end; i++) {
        const token = syntax.tokens[i]!
        if (!content.test(token.upos)) continue
        add(`${place}=${token.lemma}`)
        const head = syntax.head(token)
        if (head && near === at && content.test(head.upos)) add(`${head.lemma}>${token.lemma}`)
      }
    }
  }
  for (const {type, token, realis, polarity} of report.events) {
    if (!draft.sentences.has(syntax.tokens[token]!.sentence)) continue
    add(`event=${type}`)
    add(`event=${type}/${realis}/${polarity}`)
  }
  for (const list of draftLists) {
    add(`${list}=${Math.min(3, draft[list].length)}`)
    for (const {key} of draft[list]) for (const word of key.split(' ')) add(`${list}=${word}`)
  }
  add(`tag=${item.tags[0]}`)
  add(`from=${item.headerPlace}`)
  add(`by=${item.headerSource}`)
  for (const {country} of report.places) add(`land=${country}`)
  add(`things=${Math.min(20, candidates.length)}`)
  return Int32Array.from(found).sort()
}
