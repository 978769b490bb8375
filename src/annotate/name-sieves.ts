/**
 * Joins names with names.
 *
 *     "Amani Juma ... Amani Juma"                          the same words
 *     "Ivory Coast ... Côte d'Ivoire"                      one country
 *     "the Ajnad Front, a militia"; "Juma is the mayor"    set beside each other
 *     "the Valley Protection Force ... the VPF"            first letters
 *     "Amani Juma ... Mr Juma"; "the Ajnad Front ... the Front"   part of the name
 *
 * "Peter Lado" and "Maria Lado" stay two; places are not shortened ("Kano State" is not "Kano").
 */
import type {Syntax, Token} from '../model/syntax.ts'
import type {Clusters} from './coreference-clusters.ts'
import type {Mention} from './coreference-mentions.ts'
import type {Sieve} from './coreference-sieve.ts'
import {inName} from './mention-phrases.ts'

export const sameName: Sieve = ({mentions, clusters, words}) => {
  const last = new Map<string, number>()
  const countries = new Map<string, string>()
  for (const [i, mention] of mentions.entries()) {
    if (mention.type !== 'name' || mention.isList) continue
    const name = mention.words.join(' ')
    const earlier = last.get(name)
    // The recogniser may take one name for two kinds of thing.
    if (earlier !== undefined) clusters.join(i, earlier, 'same-name', true)
    last.set(name, i)
    if (mention.kind !== 'place') continue
    const country = countries.get(name) ?? words.countryOf(name) ?? ''
    countries.set(name, country)
    const namesake = country && last.get(country)
    if (typeof namesake === 'number') clusters.join(i, namesake, 'same-country')
    if (country) last.set(country, i)
  }
}

/** Appositions and predicates: "X, a station"; "X is a station", unless denied or asked. */
export const setBeside: Sieve = ({syntax, mentions, clusters, ofHead}) => {
  for (const [i, mention] of mentions.entries()) {
    if (mention.isList || mention.type === 'pronoun' || mention.type === 'verb') continue
    const {head} = mention
    const governor = syntax.head(head)
    if (head.relation === 'appos' && governor) {
      if (mention.type === 'name' && goesOn(syntax, mention)) continue
      const name =
        inName.has(governor.relation) && !ofHead.has(governor.index) ? syntax.head(governor)! : governor
      const other = ofHead.get(name.index)
      if (other !== undefined) clusters.join(i, other, 'apposition')
      continue
    }
    const subject = syntax.child(head, 'cop') && syntax.child(head, 'nsubj')
    if (!subject || syntax.children(head, 'advmod', 'case', 'aux').some(isDoubt)) continue
    const other = ofHead.get(subject.index)
    if (other !== undefined && mentions[other]!.pronoun?.use === 'demonstrative') continue
    if (other !== undefined && mentions[other]!.pronoun?.person === '2') continue
    if (other !== undefined) clusters.join(Math.max(i, other), Math.min(i, other), 'predicate')
  }
}

/** "A, B and C": the parser takes B for an apposition. */
function goesOn(syntax: Syntax, {head, to}: Mention): boolean {
  let next: Token | undefined = head
  while (next && next.from < to) next = syntax.tokens[next.index + 1]
  return next?.upos === 'CCONJ'
}

/** "is not a", "may be a", "is in the city": no statement of what it is. */
function isDoubt({lower, relation}: {lower: string; relation: string}): boolean {
  if (relation === 'case') return true
  return ['not', "n't", 'n’t', 'never', 'may', 'might', 'could', 'would', 'should', 'can'].includes(lower)
}

export const acronyms: Sieve = ({mentions, clusters}) => {
  const byLetters = new Map<string, number>()
  for (const [i, {type, key, words}] of mentions.entries()) {
    if (type !== 'name') continue
    const short = words.length === 1 ? words[0]!.replaceAll('.', '') : ''
    const full = byLetters.get(short)
    if (short.length >= 2 && full !== undefined && isUpper(mentions[i]!)) clusters.join(i, full, 'acronym')
    if (words.length >= 2) {
      for (const letters of [words, key.split(' ')].map(initials))
        if (!byLetters.has(letters)) byLetters.set(letters, i)
    }
  }
}

function isUpper({head}: Mention): boolean {
  return head.text === head.text.toUpperCase()
}

function initials(words: readonly string[]): string {
  return words
    .filter(word => !['of', 'the', 'and', 'for', 'in'].includes(word))
    .map(word => word[0])
    .join('')
}

/** How many earlier names of one word are asked. */
const mostTried = 6

export const partOfName: Sieve = scene => {
  const {mentions, clusters} = scene
  const byWord = new Map<string, number[]>()
  for (const [i, mention] of mentions.entries()) {
    if (mention.type !== 'name' || mention.isList) continue
    if (!clusters.isJoined(i)) {
      const byLast = byWord.get(mention.words.at(-1)!) ?? []
      const more = mention.words.length > 1 ? (byWord.get(mention.words[0]!) ?? []) : []
      const fits = (other: number) => isPart(clusters, mention, mentions[other]!, other)
      const found = more.findLast(other => !byLast.includes(other) && fits(other)) ?? byLast.findLast(fits)
      if (found !== undefined) clusters.join(i, found, 'part-of-name')
    }
    if (mention.words.length < 2) continue
    for (const word of new Set(mention.words)) {
      const list = byWord.get(word) ?? []
      if (list.length === mostTried) list.shift()
      list.push(i)
      byWord.set(word, list)
    }
  }
}

function isPart(clusters: Clusters, short: Mention, full: Mention, at: number): boolean {
  const {kind} = clusters.of(at)
  if (kind === 'place' || kind === 'time' || short.kind === 'place' || short.kind === 'time') return false
  if (short.words.length >= full.words.length) return false
  if (!short.words.every(word => full.words.includes(word))) return false
  const isPerson = kind === 'person' || kind === null
  const isLast = short.words.at(-1) === full.words.at(-1)
  // A body goes by its last word only with the article: "the Front".
  if (!isPerson)
    return isLast ? short.determiner !== 'none' || short.words.length > 1 : short.words[0] === full.words[0]
  return isLast || (short.words.length === 1 && short.words[0] === full.words[0])
}
