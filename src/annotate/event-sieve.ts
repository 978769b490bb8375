/**
 * Joins nouns of happenings with the words that told them.
 *
 *     "a fire broke out ... the blaze"          nouns of one class
 *     "gunmen opened fire ... the attack"       a noun for what the verb told
 *     "two rallies ... the violence"            no: it does not take up rallies
 *
 * Which noun takes up what is in codebook/lexicons/en/event-words.csv.
 */
import type {Syntax, Token} from '../model/syntax.ts'
import type {Mention} from './coreference-mentions.ts'
import {before, type Scene, type Sieve} from './coreference-sieve.ts'
import {type CoreferenceWords, eventVerb} from './coreference-words.ts'

const reach = 5

export const events: Sieve = scene => {
  const {mentions, clusters, words} = scene
  for (const [i, mention] of mentions.entries()) {
    if (mention.type !== 'description' || clusters.isJoined(i) || mention.isList) continue
    if (mention.determiner !== 'the' && mention.determiner !== 'this') continue
    const word = words.events.noun.get(mention.head.lemma)
    if (!word || mention.isNarrowed) continue
    for (const other of before(scene, i, reach)) {
      const earlier = mentions[other]!
      // "set the fire" speaks of a fire told before.
      if (mention.head.head === earlier.head.index) continue
      const told = tells(scene, earlier)
      if (told === undefined || !word.takesUp.has(told)) continue
      if (clusters.join(i, other, earlier.type === 'verb' ? 'noun-for-verb' : 'same-happening')) break
    }
  }
}

/** The class of what a verb or noun tells; a verb with its noun tells for both ("opened fire" is no fire). */
function tells({syntax, words}: Scene, {type, head}: Mention): string | undefined {
  if (type === 'verb') return eventVerb(syntax, words, head)?.is
  if (type !== 'description' || tellsWithVerb(syntax, words, head)) return undefined
  return words.events.noun.get(head.lemma)?.is
}

function tellsWithVerb(syntax: Syntax, words: CoreferenceWords, noun: Token): boolean {
  const verb = syntax.head(noun)
  return verb !== undefined && words.events.verb.has(`${verb.lemma} ${noun.lemma}`)
}
