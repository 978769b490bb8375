/**
 * Claims of casualties beside those that a person found in the same report.
 *
 * Two claims agree where outcome and range do, bounds included ("more than 30" may be written 30 or 31 and up). The source agrees where
 * its words share a good part of their content words; where nobody is credited it must be the outlet itself. A group agrees where both
 * words mean the same people; "people" and "civilians" fit a wider group. Claims are paired one to one, the best agreement first.
 *
 * The same claim twice in a report counts once. Neither right nor wrong: a figure of the first line that the person has under that
 * outcome elsewhere, and one for each claim that the person gives without a number.
 */
import type {Claim, CodedReport} from '../src/model/contract.ts'
import {score} from './measures.ts'

export interface GoldClaim {
  readonly about: string
  readonly who?: string
  readonly min?: number | null
  readonly max?: number | null
  readonly bound?: string | null
  readonly source?: string
  readonly sourceAffiliation?: string
  readonly sourceEn?: string
  readonly polarity?: Claim['polarity']
}

export interface Pair {
  readonly name: string
  readonly gold: readonly GoldClaim[]
  readonly coded: CodedReport | null
}

const outcomes = new Set(['killed', 'injured', 'arrested', 'abducted', 'missing', 'released'])
const otherNames: Readonly<Record<string, string>> = {
  freed: 'released',
  wounded: 'injured',
  dead: 'killed',
  kidnapped: 'abducted',
  detained: 'arrested'
}
const outcomeOf = ({about}: GoldClaim) => otherNames[about] ?? about

export function scoreClaims(pairs: readonly Pair[]) {
  const tally = {gold: 0, found: 0, right: 0, source: 0, group: 0, polarity: 0}
  const misses: string[] = []
  for (const {name, gold, coded} of pairs) {
    const counted = gold.filter(claim => outcomes.has(outcomeOf(claim)))
    const wanted = counted.filter(claim => rangeOf(claim) !== null)
    const vague = counted.filter(claim => rangeOf(claim) === null).map(outcomeOf)
    const found = figuresOf(coded)
    const matched = bestPairs(wanted, found)
    const spare = found.filter(claim => !matched.some(match => match.found === claim))
    const extra = withoutExcused(spare, wanted, vague, coded?.report.text ?? '')
    tally.gold += wanted.length
    tally.found += matched.length + extra.length
    tally.right += matched.length
    for (const part of ['source', 'group', 'polarity'] as const)
      tally[part] += matched.filter(match => match[part]).length
    for (const claim of wanted)
      if (!matched.some(match => match.gold === claim))
        misses.push(
          `MISSED ${name}: ${outcomeOf(claim)} ${claim.min} ${claim.bound ?? ''} by ${claim.source}`
        )
    for (const match of matched)
      if (!match.source)
        misses.push(
          `SOURCE ${name}: ${match.found.outcome} ${match.found.min}: want ${match.gold.source}, got ${match.found.origin}`
        )
    for (const {outcome, min, max, origin, quote} of extra)
      misses.push(`EXTRA ${name}: ${outcome} ${min}-${max} by ${origin} "${quote.text.slice(0, 80)}"`)
  }
  const of = (right: number) => score(right, tally.found, tally.gold)
  return {
    figures: {
      all: of(tally.right),
      withSource: of(tally.source),
      withGroup: of(tally.group),
      withPolarity: of(tally.polarity),
      gold: tally.gold
    },
    misses
  }
}

interface Figure {
  readonly outcome: string
  readonly min: number
  readonly max: number | null
  readonly people: string
  readonly origin: string
  readonly isOutlets: boolean
  readonly polarity: Claim['polarity']
  readonly quote: Claim['quote']
}

function figuresOf(coded: CodedReport | null): Figure[] {
  const unique = new Map<string, Figure>()
  for (const {about, casualties, attribution, polarity, quote} of coded?.claims ?? []) {
    if (about !== 'casualties' || !casualties?.count || !outcomes.has(casualties.outcome)) continue
    const {min, max} = casualties.count
    const origin = attribution.at(-1)!.source
    const key = [casualties.outcome, min, max, plain(casualties.group), plain(origin)].join('|')
    if (unique.has(key)) continue
    unique.set(key, {
      outcome: casualties.outcome,
      min,
      max,
      people: `${casualties.group} ${casualties.of}`,
      origin,
      isOutlets: attribution.length <= 1 || origin === attribution[0]!.source || /unattributed/i.test(origin),
      polarity,
      quote
    })
  }
  return [...unique.values()]
}

interface Match {
  readonly gold: GoldClaim
  readonly found: Figure
  readonly source: boolean
  readonly group: boolean
  readonly polarity: boolean
}

function bestPairs(wanted: readonly GoldClaim[], found: readonly Figure[]): Match[] {
  const all = wanted.flatMap(gold =>
    found
      .filter(figure => figure.outcome === outcomeOf(gold) && agrees(gold, figure))
      .map(figure => ({
        gold,
        found: figure,
        source: isCredited(gold, figure),
        group: samePeople(gold.who ?? '', figure.people),
        polarity: samePolarity(gold, figure)
      }))
  )
  const worth = ({source, group, polarity}: Match) =>
    4 * Number(source) + 2 * Number(group) + Number(polarity)
  const taken = new Set<object>()
  return all
    .sort((a, b) => worth(b) - worth(a))
    .filter(({gold, found: figure}) => {
      if (taken.has(gold) || taken.has(figure)) return false
      taken.add(gold).add(figure)
      return true
    })
}

interface Range {
  readonly min: number | null
  readonly max: number | null
  readonly isOver: boolean
}

function rangeOf({min, max, bound}: GoldClaim): Range | null {
  if (min == null && max == null) return null
  const words = bound ?? ''
  if (/at least|more than|over/.test(words))
    return {min: min ?? null, max: null, isOver: /more than|over/.test(words)}
  if (/up to|as many as/.test(words)) return {min: null, max: max ?? min!, isOver: false}
  return {min: min ?? 0, max: max === undefined ? min! : max, isOver: false}
}

function agrees(gold: GoldClaim, figure: Figure): boolean {
  const {min, max, isOver} = rangeOf(gold)!
  if (min === null) return figure.max === max
  return (figure.min === min || (isOver && figure.min === min + 1)) && figure.max === max
}

function samePolarity(gold: GoldClaim, {polarity}: Figure): boolean {
  const wanted = gold.polarity ?? (gold.max === 0 ? 'denied' : 'affirmed')
  return wanted === polarity || (wanted === 'unconfirmed' && polarity === 'affirmed')
}

/** The longest name of a source that is read as one. */
const longestSource = 14

function isCredited(
  {source = '', sourceAffiliation, sourceEn}: GoldClaim,
  {origin, isOutlets}: Figure
): boolean {
  if (/^(?:none named|none|headline|unattributed|)$/i.test(source)) return isOutlets
  if (plain(origin).trim().split(/\s+/).length > longestSource) return false
  return [source, ...source.split(' / '), sourceAffiliation, sourceEn].some(
    words => words && shareWords(words, origin)
  )
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')

/** Words that say that somebody is a source, not which. */
const empty = new Set(
  `the a an of in to on for and by via with its their his her at as from or is was were who that said told unnamed anonymous source
   sources official officials report reports reported according requesting anonymity one two`.split(/\s+/)
)
const stem = (word: string) => word.replace(/(?:ies|es|s)$/, '')
const allWords = (words: string) => new Set(plain(words).split(/\s+/).filter(Boolean).map(stem))
const contentWords = (words: string) =>
  new Set(
    plain(words)
      .split(/\s+/)
      .filter(word => word.length > 1 && !empty.has(word))
      .map(stem)
  )

/** A third of the words of the shorter; where one has no content words, of all words. */
function shareWords(a: string, b: string): boolean {
  const content = [contentWords(a), contentWords(b)] as const
  const [own, other] = content.every(({size}) => size > 0) ? content : [allWords(a), allWords(b)]
  const shared = [...own].filter(word => other.has(word)).length
  return shared > 0 && shared / Math.min(own.size, other.size) >= 0.34
}

const groups: readonly (readonly [string, RegExp])[] = [
  [
    'security-forces',
    /police|security force|army|soldier|troop|gendarm|officer|guard|law enforcement|قوات|شرط|جيش|جنود|امن|أمن/
  ],
  ['protesters', /protest|demonstrat|rioter|متظاهر|محتج/],
  ['militants', /militant|fighter|rebel|gunmen|insurgent|attacker|jihad|مسلح|مقاتل/],
  ['journalists', /journalist|reporter|صحفي|صحافي/],
  ['students', /student|pupil|school|طلاب|تلاميذ/],
  ['children', /child|minor|طفل|أطفال/],
  ['officials', /official|minister|governor|mayor|مسؤول/],
  ['civilians', /civilian|villager|resident|مدني/]
]

function groupOf(words: string): string {
  const own = plain(words)
  const known = groups.find(([id, pattern]) => own.includes(id.replace('-', ' ')) || pattern.test(own))
  return known?.[0] ?? 'people'
}

/** "People" may be civilians or protesters, and civilians may be protesters. */
function samePeople(a: string, b: string): boolean {
  const pair = [groupOf(a), groupOf(b)]
  if (pair[0] === pair[1]) return true
  const wide = ['people', 'civilians', 'protesters']
  return pair.every(group => wide.includes(group)) && (pair.includes('people') || pair.includes('civilians'))
}

function withoutExcused(
  spare: readonly Figure[],
  wanted: readonly GoldClaim[],
  vague: readonly string[],
  text: string
): Figure[] {
  const start = text.length - text.trimStart().length
  const firstLine = start + text.trimStart().split('\n')[0]!.length
  const hasLines = text.trim().includes('\n')
  const left = spare.filter(
    ({outcome, quote}) =>
      !(hasLines && quote.from < firstLine && wanted.some(gold => outcomeOf(gold) === outcome))
  )
  for (const outcome of vague) {
    const at = left.findIndex(figure => figure.outcome === outcome)
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

/** Addresses without protocol, "www." and a last slash; one may be the beginning of the other. */
export function sameAddress(a: string | null | undefined, b: string | null | undefined): boolean {
  const [one, other] = [a, b].map(url =>
    (url ?? '')
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/+$/, '')
  ) as [string, string]
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one))
}
