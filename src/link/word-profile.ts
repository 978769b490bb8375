/**
 * What is kept of a report's words to compare it with others: what it tells first, rare pairs, numbers, dates, wording.
 *
 * Words that more than every third report has are left out. What a report tells of an incident is what its claims quote;
 * in a language that the list of rare words is not of, it tells nothing, since its "the" and "of" would look rare.
 */
import {bloomFilter} from '../algorithms/bloom-filter.ts'
import {hashString} from '../algorithms/hash.ts'
import {minHash} from '../algorithms/min-hash.ts'
import {shingles} from '../algorithms/shingles.ts'
import {type Rarity, rarityLanguage} from '../codebook/word-rarity.ts'
import type {CodedReport, Incident} from '../model/contract.ts'
import type {WeightedWord, WordProfile} from '../model/link-profile.ts'
import {isNumber, reportWords} from './report-words.ts'

const most = {told: 48, pairs: 64, holds: 4096, names: 16, counted: 32, years: 8, days: 8, wording: 32}
const commonest = 1
/** How many words of the beginning are what a report tells first. */
const leadLength = 60

export function wordsOf({report: {text, language, title}}: CodedReport, rarity: Rarity): WordProfile {
  const whole = title && !text.startsWith(title) ? `${title}\n${text}` : text
  return profileOf({text: whole, language, isPassage: false}, rarity)
}

/** What a report tells of one of its incidents: the words that its claims quote; none where it has no claim. */
export function toldOf(
  {claims, report: {language}}: CodedReport,
  incident: Pick<Incident, 'claims'>,
  rarity: Rarity
): WordProfile['told'] {
  if (language !== rarityLanguage) return []
  const own = new Set(incident.claims)
  const quotes = claims.filter(({id}) => own.has(id)).map(({quote}) => quote.text)
  return weighed(reportWords(quotes.join('\n')), rarity, most.told)
}

export interface Wording {
  readonly text: string
  readonly language: string
  readonly isPassage: boolean
}

export function profileOf({text, language, isPassage}: Wording, rarity: Rarity): WordProfile {
  const words = reportWords(text)
  const isRare = (word: string) => rarity(word) > commonest
  const pairs = pairsOf(words, rarity)
  const rows = shingles(text)
  return {
    language,
    isPassage,
    length: words.length,
    told: language === rarityLanguage ? weighed(words.slice(0, leadLength), rarity, most.told) : [],
    pairs: pairs.slice(0, most.pairs).map(({hash}) => hash),
    holds: bloomFilter(
      [
        ...distinct(words)
          .filter(isRare)
          .map(word => hashString(word)),
        ...pairs.map(({hash}) => hash)
      ],
      most.holds
    ),
    names: weighed(namesIn(text), rarity, most.names),
    counted: hashes(
      words.flatMap((word, i) => (isNumber(word) && words[i + 1] ? [`${word} ${words[i + 1]}`] : [])),
      most.counted
    ),
    years: distinct(words.filter(word => /^(?:19|20)\d\d$/.test(word)))
      .map(Number)
      .sort((a, b) => a - b)
      .slice(0, most.years),
    days: hashes(daysOf(words), most.days),
    wording: minHash(rows, most.wording),
    rows: rows.size
  }
}

const distinct = (words: readonly string[]) => [...new Set(words)]
const hashes = (texts: readonly string[], size: number) =>
  distinct(texts)
    .slice(0, size)
    .map(text => hashString(text))

/** Words with a capital behind a word or comma. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}-]+/gu)].flatMap(([name]) => reportWords(name))
}

/**
 * Heaviest first, equal ones by their hash, so that two tellings choose alike; rounded, for one form on every machine. A
 * root, so that two names do not outweigh a sentence.
 */
function weighed(words: readonly string[], rarity: Rarity, size: number): WeightedWord[] {
  return distinct(words)
    .filter(word => rarity(word) > commonest)
    .map((word): WeightedWord => [hashString(word), Math.round(100 * Math.sqrt(rarity(word))) / 100])
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, size)
}

/** A pair is as rare as its more common word. */
function pairsOf(words: readonly string[], rarity: Rarity): {hash: number; rare: number}[] {
  const found = new Map<string, number>()
  for (const [i, word] of words.entries()) {
    const next = words[i + 1]
    if (next !== undefined) found.set(`${word} ${next}`, Math.min(rarity(word), rarity(next)))
  }
  return [...found]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([pair, rare]) => ({hash: hashString(pair), rare}))
}

const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
const dayOfMonth = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/

/** "5 November", "Nov. 5th": a month beside a number of a day. */
function daysOf(words: readonly string[]): string[] {
  return words.flatMap((word, i) => {
    const name = month.exec(word)
    const beside = [words[i + 1], words[i - 1]].find(other => other && dayOfMonth.test(other))
    return name && beside ? [`${name[0]} ${Number.parseInt(beside, 10)}`] : []
  })
}
