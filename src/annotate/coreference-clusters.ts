/** Mentions of one thing, gathered step by step; what one mention tells (number, pronoun, kind) holds for all of its cluster. */

import type {Span} from '../model/span.ts'
import type {Mention} from './coreference-mentions.ts'
import type {Gender, Kind, Numerus} from './coreference-words.ts'

export interface Profile {
  readonly kind: Kind | null
  readonly number: Numerus
  readonly gender: Gender
}

/** Grows in place: the smaller cluster is poured into the larger, so a long chain costs no more than its mentions. */
export interface Cluster extends Profile {
  /** Number of its first mention in the text. */
  readonly first: number
  /** Numbers of mentions, in no order. */
  readonly members: readonly number[]
}

interface Growing extends Cluster {
  kind: Kind | null
  number: Numerus
  gender: Gender
  first: number
  members: number[]
  /** Words of all names and descriptions; null as long as there is but one mention, which has them itself. */
  words: Set<string> | null
}

export interface Link {
  readonly antecedent: number
  readonly rule: string
}

const bodies: ReadonlySet<Kind | null> = new Set<Kind>(['body', 'armed-group', 'army', 'medium', 'crowd'])
const people: ReadonlySet<Kind | null> = new Set<Kind>(['person', 'crowd', 'armed-group', 'army'])
const places: ReadonlySet<Kind | null> = new Set<Kind>(['country', 'city', 'region', 'place'])

export class Clusters {
  readonly mentions: readonly Mention[]
  /** Per mention: the earlier mention that it was joined with, and why. */
  readonly links = new Map<number, Link>()
  readonly #of: Growing[]

  constructor(mentions: readonly Mention[]) {
    this.mentions = mentions
    this.#of = mentions.map(({kind, number, gender}, i) => ({
      first: i,
      members: [i],
      kind,
      number,
      gender,
      words: null
    }))
  }

  of(mention: number): Cluster {
    return this.#of[mention]!
  }

  /** Whether a name or description of the mention's cluster has the word. */
  hasWord(mention: number, word: string): boolean {
    const {first, words} = this.#of[mention]!
    return words ? words.has(word) : this.mentions[first]!.words.includes(word)
  }

  isJoined(mention: number): boolean {
    return this.links.has(mention)
  }

  /** Joins the clusters of both, unless one mention stands inside the other, or they disagree and the rule is not certain. */
  join(mention: number, antecedent: number, rule: string, isCertain = false): boolean {
    const [later, earlier] = [this.#of[mention]!, this.#of[antecedent]!]
    if (later === earlier || !(isCertain || agree(later, earlier))) return false
    if (isInside(this.mentions[mention]!, this.mentions[antecedent]!)) return false
    const kind = earlier.kind ?? later.kind
    const number = earlier.number === 'any' && !bodies.has(kind) ? later.number : earlier.number
    const gender = earlier.gender === 'any' ? later.gender : earlier.gender
    const [small, large] = later.members.length > earlier.members.length ? [earlier, later] : [later, earlier]
    large.kind = kind
    large.number = number
    large.gender = gender
    large.first = Math.min(small.first, large.first)
    large.words ??= new Set(this.mentions[large.members[0]!]!.words)
    for (const word of small.words ?? this.mentions[small.members[0]!]!.words) large.words.add(word)
    large.members.push(...small.members)
    for (const member of small.members) this.#of[member] = large
    this.links.set(mention, {antecedent, rule})
    return true
  }

  /** Members of each cluster of two and more, all in text order. */
  chains(): number[][] {
    return [...new Set(this.#of)]
      .filter(({members}) => members.length > 1)
      .sort((a, b) => a.first - b.first)
      .map(({members}) => members.toSorted((a, b) => a - b))
  }
}

export function agree(a: Profile, b: Profile): boolean {
  if (a.number !== b.number && a.number !== 'any' && b.number !== 'any') return false
  if (a.gender !== b.gender) {
    if (a.gender !== 'any' && b.gender !== 'any') return false
    if ((a.gender === 'it' && b.kind === 'person') || (b.gender === 'it' && a.kind === 'person')) return false
  }
  return kindsAgree(a.kind, b.kind)
}

function kindsAgree(a: Kind | null, b: Kind | null): boolean {
  if (a === null || b === null || a === b) return true
  if (bodies.has(a) && bodies.has(b)) return true
  if (places.has(a) && places.has(b)) return true
  if (people.has(a) && people.has(b)) return true
  return (a === 'thing' && b === 'event') || (a === 'event' && b === 'thing')
}

export function isInside(a: Span, b: Span): boolean {
  return (a.from >= b.from && a.to <= b.to) || (b.from >= a.from && b.to <= a.to)
}
