/**
 * Finds what third-person pronouns stand for: of the candidates that agree, the most salient.
 *
 *     "The ministry said it had no list."        it: the ministry
 *     "Amani Juma met his sister. She left."     his: Juma; She: his sister
 *     "It is unclear who fired."                 nothing
 *
 * Candidates are the things named in this sentence and the three before it, each
 * once, where it was named last. What speaks for a candidate has a weight in
 * codebook/lexicons/en/salience-weights.csv (after Lappin & Leass 1994).
 */
import type {Token} from '../model/syntax.ts'
import {agree, type Cluster, isInside} from './coreference-clusters.ts'
import type {Mention} from './coreference-mentions.ts'
import {before, type Scene, type Sieve} from './coreference-sieve.ts'
import type {Kind} from './coreference-words.ts'

const reach = 3

export const pronouns: Sieve = scene => {
  for (const [i, {pronoun}] of scene.mentions.entries()) {
    if (pronoun?.person !== '3' || pronoun.use === 'demonstrative') continue
    const best = antecedentOf(scene, i)
    if (best !== undefined) scene.clusters.join(i, best, `pronoun/${scene.mentions[i]!.head.lower}`)
  }
}

function antecedentOf(scene: Scene, i: number): number | undefined {
  const weights = scene.words.weights
  const above = new Set(scene.syntax.ancestors(scene.mentions[i]!.head))
  let best: number | undefined
  let most = weights.get(nobodyFor(scene.mentions[i]!)) ?? 0
  for (const candidate of candidatesOf(scene, i)) {
    const score = evidence(scene, i, candidate, above).reduce(
      (sum, name) => sum + (weights.get(name) ?? 0),
      0
    )
    if (score > most) {
      most = score
      best = candidate
    }
  }
  return best
}

/** The weight that a candidate must exceed: "it" may stand for nothing, "its" hardly. */
export function nobodyFor(pronoun: Mention): string {
  const form = formOf(pronoun)
  return `none-for-${form === 'it' && pronoun.pronoun!.use !== 'subject' ? 'its' : form}`
}

function formOf({pronoun}: Mention): 'person' | 'they' | 'it' {
  const {gender, number} = pronoun!
  return gender === 'he' || gender === 'she' ? 'person' : number === 'many' ? 'they' : 'it'
}

/** The last mention of each cluster that may be meant. */
export function candidatesOf(scene: Scene, i: number): number[] {
  const {mentions, clusters} = scene
  const lastOf = new Map<Cluster, number>()
  for (const other of before(scene, i, reach)) {
    const cluster = clusters.of(other)
    const known = lastOf.get(cluster)
    // The nearest sentence comes first; within it the later mention counts.
    if (known === undefined || mentions[known]!.head.sentence === mentions[other]!.head.sentence)
      lastOf.set(cluster, other)
  }
  return [...lastOf.values()].filter(other => mayStandFor(scene, i, other))
}

function mayStandFor({syntax, mentions, clusters}: Scene, i: number, other: number): boolean {
  const pronoun = mentions[i]!
  const candidate = mentions[other]!
  const cluster = clusters.of(other)
  if (candidate.type === 'verb' || (candidate.pronoun && candidate.pronoun.person !== '3')) return false
  if (candidate.pronoun?.use === 'demonstrative') return false
  if (!agree(pronoun, cluster) || isInside(pronoun, candidate) || cluster.kind === 'time') return false
  const {gender, number, use} = pronoun.pronoun!
  if (
    (gender === 'he' || gender === 'she') &&
    cluster.kind !== 'person' &&
    !(cluster.kind === null && candidate.type === 'name')
  )
    return false
  if (number === 'many' && cluster.number !== 'many' && cluster.number !== 'any') return false
  if (candidate.determiner === 'a' && isNobody(candidate)) return false
  // "X met him": not X himself; "X met himself": nobody else.
  const [verb, governor] = [syntax.head(pronoun.head), syntax.head(candidate.head)]
  const isBeside = verb !== undefined && verb === governor && verb.upos === 'VERB'
  if (use === 'reflexive') return candidate.head.sentence === pronoun.head.sentence
  return !(isBeside && use !== 'possessive')
}

function isNobody({key}: Mention): boolean {
  return /^(?:no|nobody|nothing)\b/.test(key)
}

/** What speaks for or against a candidate, by name; `above`: what governs the pronoun. */
export function evidence(
  {syntax, mentions, clusters}: Scene,
  i: number,
  other: number,
  above: ReadonlySet<Token>
): string[] {
  const pronoun = mentions[i]!
  const candidate = mentions[other]!
  const cluster = clusters.of(other)
  const {gender, use} = pronoun.pronoun!
  const form = formOf(pronoun)
  const back = pronoun.head.sentence - candidate.head.sentence
  const role = roleOf(candidate)
  const found = [
    `sentences-back-${back}`,
    `${form}-for-${sortOf(cluster.kind)}`,
    `type-${candidate.type}`,
    `${form}-for-number-${cluster.number}`
  ]
  found.push(back === 0 ? `same-sentence-${role}` : `role-${role}`)
  if (role === roleOf(pronoun)) found.push('same-role')
  if (use === 'possessive' && back === 0) {
    found.push('possessive-in-sentence')
    const clause = syntax.head(candidate.head)
    if (role === 'subject' && clause && above.has(clause)) found.push('possessive-for-subject')
  } else if (back === 0 && role === 'subject') {
    const clause = syntax.head(candidate.head)
    if (clause && above.has(clause)) found.push('subject-above')
  }
  const governors = syntax.ancestors(candidate.head)
  if (back === 0 && governors.length > above.size) found.push('deeper')
  if (candidate.head.relation === 'nmod') found.push('inside-phrase')
  if (governors.some(({relation}) => relation === 'acl')) found.push('in-relative-clause')
  found.push(
    cluster.members.length > 4 ? 'told-often' : cluster.members.length > 1 ? 'told-before' : 'told-once'
  )
  if (cluster.gender === gender && gender !== 'any') found.push('gender-known')
  if (candidate.isQuoted !== pronoun.isQuoted) found.push('across-quote')
  if (candidate.isList) found.push('list')
  if (candidate.determiner === 'a') found.push('indefinite')
  if (candidate.determiner === 'none' && candidate.type === 'description') found.push('bare')
  const distance = pronoun.head.index - candidate.head.index
  found.push(
    distance <= 5 ? 'words-5' : distance <= 12 ? 'words-12' : distance <= 25 ? 'words-25' : 'words-more'
  )
  return found
}

function sortOf(kind: Kind | null): string {
  if (kind === null) return 'unknown'
  if (['body', 'armed-group', 'army', 'medium'].includes(kind)) return 'body'
  return ['country', 'city', 'region', 'place'].includes(kind) ? 'place' : kind
}

function roleOf({head}: Mention): string {
  switch (head.relation) {
    case 'nsubj':
    case 'nsubj:pass':
      return 'subject'
    case 'obj':
    case 'iobj':
      return 'object'
    case 'nmod:poss':
      return 'owner'
    case 'obl':
    case 'obl:agent':
    case 'nmod':
      return 'oblique'
    default:
      return 'other'
  }
}
