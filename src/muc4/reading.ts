/** A report while it is read: what each step found, for the next one. */

import type {Question} from './codebook.ts'
import {type Entity, entitiesOf} from './entities.ts'
import type {ReadItem} from './item.ts'
import {likely, type Scorer} from './linear-model.ts'
import {lookAt, mentionFeatures, type Seen} from './mention-features.ts'
import {type Mention, type MentionLexicon, mentionsOf} from './mentions.ts'
import {type Role, roles} from './model.ts'
import type {PhraseReader} from './phrase-network.ts'
import {phraseStates, type WordKnowledge} from './phrase-states.ts'
import type {WordClasses} from './word-classes.ts'

/** A thing of the text that may fill a slot. */
export interface Candidate extends Entity {
  /** By role and mention: how likely the mention fills it. */
  readonly told: readonly (readonly number[])[]
  readonly features: Int32Array
  /** By role, of all that is seen of the report. */
  chances: Readonly<Record<Role, number>>
  /** By question, of its values. */
  kinds: Readonly<Record<Question, readonly number[]>>
  /** By role, the best words for it. */
  words: Partial<Record<Role, string>>
  /** How likely these are what a key would give for it. */
  sure: Partial<Record<Role, number>>
  /** The mention that tells best what happened to it, and sentences where it is told well. */
  readonly main: number
  readonly sentences: ReadonlySet<number>
}

export interface Reading extends ReadItem {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly seen: Seen
  readonly classes: WordClasses
  readonly features: readonly Int32Array[]
  /** By mention, what is known of its words. */
  readonly states: Float32Array
  /** By role and mention, as the linear models and the networks see it. */
  views: readonly (readonly Float64Array[])[]
  /** The same of all together. */
  mentionChances: readonly Float64Array[]
  /** That the report has a template, as the networks see it. */
  reportChance: number
  /** By question of the whole report. */
  whole: readonly number[]
  candidates: readonly Candidate[]
  relevance: number
}

export function begin<Read extends ReadItem>(
  read: Read,
  lexicon: MentionLexicon,
  classes: WordClasses,
  words: WordKnowledge
): Reading & Read {
  const mentions = mentionsOf(read.report, lexicon)
  const seen = lookAt(read.report)
  return {
    ...read,
    mentions,
    entities: entitiesOf(read.report, mentions),
    seen,
    classes,
    features: mentions.map(mention => mentionFeatures(read, seen, mention, classes)),
    states: phraseStates(read.report.syntax, mentions, words),
    views: [],
    mentionChances: [],
    reportChance: 0,
    whole: [],
    candidates: [],
    relevance: 0
  }
}

export function readMentions(reading: Reading, scorers: readonly Scorer[]): void {
  reading.mentionChances = scorers.map(score =>
    Float64Array.from(reading.features, row => likely(score(row)))
  )
  reading.views = [reading.mentionChances]
}

/** What the linear models count beside the networks, which see more. */
const linearShare = 0.3

/** The word of the networks beside that of the linear models: as likely as all say on average. */
export function readPhrases(reading: Reading, readers: readonly PhraseReader[]): void {
  const linear = reading.views[0]!
  const said = readers.map(read => read(reading.features, reading.states))
  const networks = linear.map((chances, q) =>
    chances.map((_, i) =>
      likely(said.reduce((sum, {phrases}) => sum + oddsOf(phrases[q]![i]!), 0) / said.length)
    )
  )
  reading.reportChance = likely(said.reduce((sum, {report}) => sum + oddsOf(report), 0) / said.length)
  reading.views = [linear, networks]
  reading.mentionChances = linear.map((chances, q) =>
    chances.map((chance, i) =>
      likely(linearShare * oddsOf(chance) + (1 - linearShare) * oddsOf(networks[q]![i]!))
    )
  )
}

export const oddsOf = (chance: number) => Math.log((chance + 1e-6) / (1 - chance + 1e-6))

/** Below this no step looks at a thing again. */
const leastChance = 0.005
const told: readonly Role[] = ['name', 'description', 'target', 'instrument']

/** `also`: entities to keep whatever their chances are (those of a key, when learning). */
export function findCandidates(reading: Reading, also: ReadonlySet<Entity> = new Set()): void {
  const {mentionChances, report, mentions, features} = reading
  reading.candidates = reading.entities
    .map(entity => ({entity, chances: mentionChances.map(role => entity.mentions.map(i => role[i]!))}))
    .filter(
      ({entity, chances}) =>
        chances.some(role => role.some(chance => chance > leastChance)) || also.has(entity)
    )
    .map(({entity, chances}) => {
      const main = entity.mentions.map((_, k) =>
        Math.max(...told.map(role => chances[roles.indexOf(role)]![k]!))
      )
      const best = Math.max(...main)
      const well = entity.mentions.filter((_, k) => main[k]! >= 0.4 * best)
      const all = new Set<number>()
      for (const i of entity.mentions) for (const feature of features[i]!) all.add(feature)
      return {
        ...entity,
        told: chances,
        features: Int32Array.from(all).sort(),
        chances: none,
        kinds: {} as Candidate['kinds'],
        words: {},
        sure: {},
        main: entity.mentions[main.indexOf(best)]!,
        sentences: new Set(well.map(i => report.syntax.tokens[mentions[i]!.head.index]!.sentence))
      }
    })
}

const none = Object.fromEntries(roles.map(role => [role, 0])) as Record<Role, number>

/** The mention of a candidate that fills the role best. */
export function bestMention({mentions, told}: Candidate, role: Role): number {
  const chances = told[roles.indexOf(role)]!
  return mentions[chances.indexOf(Math.max(...chances))]!
}
