/**
 * Joins descriptions with earlier names and descriptions.
 *
 *     "a fuel depot ... the depot"                same noun, nothing new said of it
 *     "the Interior Ministry ... the ministry"    last word of a name
 *     "the Ajnad Front ... the group"             a noun for what the name is the name of
 *     "gunmen ... the attackers"                  nouns of one class
 *
 * "A depot" and "another depot" are new things; "the northern depot" is not "the southern depot".
 */
import {agree} from './coreference-clusters.ts'
import type {Mention} from './coreference-mentions.ts'
import {before, type Scene, type Sieve} from './coreference-sieve.ts'
import type {NounKind} from './coreference-words.ts'

/** How many earlier mentions with one noun are asked. */
const mostTried = 8

const ownedReach = 5

/** How many sentences back the same words or the same noun may speak of the same thing. */
function reachOf({words}: Scene, {determiner, number, head}: Mention, isWhole: boolean): number {
  if (determiner === 'a') return -1
  if (determiner === 'possessive') return isWhole ? -1 : ownedReach
  if (determiner === 'none') {
    if (!isWhole) return -1
    // "protesters", "police" are one crowd in one report; "shops" are not.
    return number !== 'many' ? 40 : words.noun(head.lemma)?.same ? 12 : 4
  }
  if (determiner === 'this') return isWhole ? 8 : 4
  if (isWhole) return number === 'many' ? 12 : 40
  return number === 'many' ? 3 : 12
}

export const sameWords: Sieve = scene => {
  const {mentions, clusters} = scene
  const last = new Map<string, number>()
  for (const [i, mention] of mentions.entries()) {
    // A name of one word that begins a sentence may be a common noun.
    const isName = mention.type === 'name'
    if (mention.type !== 'description' && !(isName && mention.words.length === 1)) continue
    const earlier = last.get(mention.key)
    const isNear =
      earlier !== undefined &&
      mention.head.sentence - mentions[earlier]!.head.sentence <= reachOf(scene, mention, true)
    const isOther = isName && earlier !== undefined && mentions[earlier]!.type === 'name'
    if (isNear && !isOther && !clusters.isJoined(i) && takesUp(mention))
      clusters.join(i, earlier, 'same-words')
    last.set(mention.key, i)
  }
}

export const sameNoun: Sieve = scene => {
  const {mentions, clusters} = scene
  const byNoun = new Map<string, number[]>()
  for (const [i, mention] of mentions.entries()) {
    if (mention.isList || (mention.type !== 'description' && mention.type !== 'name')) continue
    if (mention.type === 'description' && !clusters.isJoined(i) && takesUp(mention)) {
      const found = byNoun.get(nounOf(mention))?.findLast(other => isSame(scene, mention, other))
      if (found !== undefined) clusters.join(i, found, 'same-noun')
    }
    const noun = nounOf(mention)
    remember(noun, i)
    for (const [at, title] of mention.titles.entries())
      if (title !== noun && mention.titles.indexOf(title) === at) remember(title, i)
  }

  function remember(noun: string, mention: number): void {
    const list = byNoun.get(noun)
    if (!list) byNoun.set(noun, [mention])
    else {
      if (list.length === mostTried) list.shift()
      list.push(mention)
    }
  }
}

/** "the Church of the Valley" is a church, "the Valley Front" a front. */
function nounOf({type, words, head, key}: Mention): string {
  if (type === 'name') return key.includes(`${head.lower} of `) ? head.lower : words.at(-1)!
  return head.upos === 'PROPN' ? head.lower : head.lemma
}

function isSame(scene: Scene, mention: Mention, other: number): boolean {
  const {mentions, clusters} = scene
  const earlier = mentions[other]!
  if (mention.head.sentence - earlier.head.sentence > reachOf(scene, mention, false)) return false
  // Whose it is decides, once the pronouns are known.
  if (mention.determiner === 'possessive' && earlier.determiner === 'possessive') return false
  const isName = earlier.type === 'name'
  if (isName && mention.determiner !== 'the') return false
  if (mention.number !== earlier.number && mention.number !== 'any' && earlier.number !== 'any') return false
  return mention.words.every(word => word === mention.head.lemma || clusters.hasWord(other, word))
}

/** "his wife ... his wife", "Juma's house ... his house": once it is known whose. */
export const sameOwner: Sieve = ({syntax, mentions, clusters, ofHead}) => {
  const last = new Map<string, number>()
  for (const [i, mention] of mentions.entries()) {
    if (mention.determiner !== 'possessive' || mention.isList) continue
    const owner = syntax.child(mention.head, 'nmod:poss')
    const at = owner && ofHead.get(owner.index)
    if (at === undefined) continue
    const key = `${clusters.of(at).first} ${mention.head.lemma}`
    const earlier = last.get(key)
    if (earlier !== undefined && mention.words.every(word => clusters.hasWord(earlier, word)))
      clusters.join(i, earlier, 'same-owner')
    last.set(key, i)
  }
}

const kindReach = 4

/** "the group" for a name, "the attackers" for gunmen. */
export const sameKind: Sieve = scene => {
  const {mentions, clusters, words} = scene
  for (const [i, mention] of mentions.entries()) {
    if (mention.type !== 'description' || clusters.isJoined(i) || mention.isList) continue
    if (mention.determiner !== 'the' && mention.determiner !== 'this') continue
    const noun = words.noun(mention.head.lemma)
    // What narrows it further tells another one: "the rival group".
    if (!noun || mention.isNarrowed) continue
    for (const other of before(scene, i, kindReach)) {
      const rule = takenUpAs(scene, mention, noun, other)
      if (rule && clusters.join(i, other, rule)) break
    }
  }
}

function takenUpAs(
  {mentions, clusters, words}: Scene,
  mention: Mention,
  noun: NounKind,
  other: number
): 'same-class' | 'kind-of-name' | null {
  const earlier = mentions[other]!
  const cluster = clusters.of(other)
  if (earlier.isList || !agree(mention, cluster)) return null
  if (earlier.type === 'description')
    return noun.same !== '' && words.noun(earlier.head.lemma)?.same === noun.same ? 'same-class' : null
  if (earlier.type !== 'name' || noun.names === '') return null
  const isOfKind = () => {
    switch (noun.kind) {
      case 'country':
      case 'city':
      case 'region':
        return cluster.kind === 'place' && words.isPlace(earlier.words.join(' '), noun.kind)
      case 'person':
        return cluster.kind === 'person' && cluster.gender !== 'any'
      case 'medium':
      case 'armed-group': {
        // A name's words may not tell its kind, but must not tell another.
        const told = earlier.words.some(word => words.bodyWords.has(word))
        return cluster.kind === noun.kind || (noun.names === 'any' && cluster.kind === 'body' && !told)
      }
      default:
        return isBody(cluster.kind)
    }
  }
  return isOfKind() ? 'kind-of-name' : null
}

const isBody = (kind: string | null) =>
  kind === 'body' || kind === 'armed-group' || kind === 'medium' || kind === 'army'

/** Whether the words may speak of something told before. */
function takesUp({determiner, words, number}: Mention): boolean {
  if (determiner === 'a') return false
  return (
    !words.some(word => ['other', 'another', 'new', 'more', 'second', 'third'].includes(word)) &&
    number !== undefined
  )
}
