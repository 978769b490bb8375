/**
 * Reads an Arabic word: what is joined to it, and which words of the lexicon it may be.
 *
 *     "وللشرطة"    و + ل + ال + شرطة                       (noun, "and to the police")
 *     "قتلوا"       قتل (verb, plural)                      "قتيلين"   قتيل (noun, two of them)
 *     "بينهم"       بين + هم                               "قُتل"     the vowel sign tells the passive
 *     "ببعقوبة"     a word that no list has: as written, and without its first letter
 *
 * Readings are in the order of likelihood: listed words before unlisted ones, fewer joined letters before more.
 */
import type {WordReading} from '../language.ts'
import type {Entry, Lexicon} from './lexicon.ts'
import {type Levelled, levelledWithOffsets} from './spelling.ts'

/** A word with its readings; spans count from the beginning of the word. */
export interface Analysed {
  readonly form: string
  readonly readings: readonly WordReading[]
}

const conjunctions = ['', 'و', 'ف']
const prepositions = ['', 'ب', 'ل', 'ك', 'س']
const pronouns = ['هما', 'ها', 'هم', 'هن', 'كم', 'نا', 'ه', 'ك', 'ي']
/** Joined letters in front, each with what it asks of the stem. */
const fronts = conjunctions.flatMap(and =>
  prepositions.flatMap(before =>
    (before === 'س' ? [''] : ['', before === 'ل' ? 'ل' : 'ال']).map(article => ({
      letters: and + before + article,
      parts: [and, before, article].filter(Boolean),
      hasArticle: article !== '',
      before
    }))
  )
)
/** Of a word that no list has, as much must be left. */
const fewestLetters = 3
const damma = '\u064f'
/** "متظاهرَين": the vowel sign makes two of them. */
const signedTwo = /\u064eين/u
/** Words that take a pronoun behind them. */
const takesPronoun = new Set(['NOUN', 'VERB', 'ADP', 'SCONJ', 'DET', 'CCONJ', 'NUM'])

interface Candidate {
  readonly entry: Entry
  readonly listed: boolean
  readonly parts: readonly string[]
  readonly front: number
  /** Units of the stem, and the pronoun behind it. */
  readonly end: number
  readonly enclitic: string
  readonly definite: boolean
  readonly cost: number
}

export function wordAnalyser(lexicon: Lexicon): (word: string) => Analysed {
  const known = new Map<string, Analysed>()
  return word => {
    let analysed = known.get(word)
    if (!analysed) {
      analysed = read(word)
      // News repeats its words; what is met once in a year of it need not stay.
      if (known.size >= mostKept) known.clear()
      known.set(word, analysed)
    }
    return analysed
  }

  function read(word: string): Analysed {
    const spelt = levelledWithOffsets(word)
    const {form} = spelt
    if (!/^[\u0621-\u064a]+$/.test(form)) return {form, readings: []}
    const candidates = fronts.flatMap(front =>
      form.startsWith(front.letters) ? candidatesOf(form, front) : []
    )
    const found = candidates.length ? candidates : unlisted(form)
    found.sort((a, b) => a.cost - b.cost)
    const isTwo = signedTwo.test(word)
    const likely = isTwo ? found.toSorted((a, b) => Number(isDual(b)) - Number(isDual(a))) : found
    return {form, readings: likely.map(candidate => readingOf(word, spelt, candidate))}
  }

  function candidatesOf(
    form: string,
    {letters, parts, hasArticle, before}: (typeof fronts)[number]
  ): Candidate[] {
    const found: Candidate[] = []
    const front = letters.length
    const add = (stem: string, enclitic: string, altered: number) => {
      for (const entry of lexicon.get(stem) ?? []) {
        if (!fits(entry, before, hasArticle, enclitic)) continue
        // A form that needs something behind it ("مسؤولو") has the noun it belongs to there, if no pronoun.
        // "نصب" is "set up" before it is "we hit": news tells little of itself.
        const own = entry.person === 1 ? 5 : 0
        const cost =
          parts.length * 2 + (enclitic ? 3 : 0) + altered + own + (entry.bound && !enclitic ? 2 : 0)
        found.push({
          entry,
          listed: true,
          parts,
          front,
          end: form.length - enclitic.length,
          enclitic,
          definite: hasArticle || (enclitic !== '' && entry.upos === 'NOUN'),
          cost
        })
      }
    }
    const rest = form.slice(front)
    if (rest.length < 1) return found
    add(rest, '', 0)
    // "ه" for "ة", as many write it.
    if (found.length === 0 && rest.endsWith('ه') && rest.length > 2) add(`${rest.slice(0, -1)}ة`, '', 4)
    if (!hasArticle)
      for (const pronoun of pronouns) {
        if (!rest.endsWith(pronoun)) continue
        const stem = rest.slice(0, rest.length - pronoun.length)
        if (stem.length < 2) continue
        add(stem, pronoun, 0)
        if (stem.endsWith('ت')) add(`${stem.slice(0, -1)}ة`, pronoun, 0)
        else if (stem.endsWith('ا')) add(`${stem.slice(0, -1)}ي`, pronoun, 0)
        else if (/[ؤئ]$/.test(stem)) add(`${stem.slice(0, -1)}ء`, pronoun, 0)
      }
    return found
  }
}

const mostKept = 50_000

function isDual({entry}: Candidate): boolean {
  return entry.number === 'dual'
}

function fits(
  {upos, bound, tense, person}: Entry,
  before: string,
  hasArticle: boolean,
  enclitic: string
): boolean {
  if (enclitic && !takesPronoun.has(upos)) return false
  if (hasArticle) return (upos === 'NOUN' || upos === 'ADJ' || upos === 'NUM') && !bound
  if (before === 'س') return tense === 'present'
  if (before === 'ب' || before === 'ك') return upos !== 'VERB' && upos !== 'CCONJ'
  if (before === 'ل') return upos !== 'CCONJ' && (upos !== 'VERB' || tense === 'present')
  return person !== 1 || upos === 'VERB'
}

/** What a word that no list has may be: with and without what may be joined to it. */
function unlisted(form: string): Candidate[] {
  const found: Candidate[] = []
  for (const {letters, parts, hasArticle, before} of fronts) {
    if (before === 'س' || !form.startsWith(letters)) continue
    const rest = form.slice(letters.length)
    if (parts.length > 0 && rest.length < fewestLetters) continue
    const isPlural = hasArticle && /(?:ون|ين|ات)$/.test(rest) && rest.length > 4
    const entry: Entry = {
      lemma: rest,
      upos: hasArticle ? 'NOUN' : 'X',
      verb: null,
      is: null,
      bound: false,
      number: isPlural ? 'plural' : null,
      gender: hasArticle && rest.endsWith('ة') ? 'feminine' : null,
      voice: null,
      person: null,
      tense: null
    }
    // An article is hardly ever the beginning of a word.
    const cost = hasArticle ? parts.length - 4 : parts.length * 2
    found.push({
      entry,
      listed: false,
      parts,
      front: letters.length,
      end: form.length,
      enclitic: '',
      definite: hasArticle,
      cost
    })
  }
  return found
}

function readingOf(word: string, {at}: Levelled, candidate: Candidate): WordReading {
  const {entry, listed, parts, front, end, enclitic, definite} = candidate
  const offset = (unit: number) => (at ? at[unit]! : unit)
  const {lemma, upos, verb, is, number, gender, person} = entry
  let unit = 0
  const proclitics = parts.map(form => {
    const from = offset(unit)
    unit += form.length
    // The "ا" of the article is not written behind "ل".
    return {
      form: form === 'ل' && unit === front && unit > 1 && definite ? 'ال' : form,
      from,
      to: offset(unit)
    }
  })
  const isFuture = parts.includes('س')
  return {
    lemma,
    upos,
    verb,
    is,
    listed,
    proclitics,
    enclitic: enclitic ? {form: enclitic, from: offset(end), to: offset(end + enclitic.length)} : null,
    stem: {from: offset(front), to: offset(end)},
    number,
    gender,
    voice: voiceOf(word.slice(offset(front), offset(end)), entry),
    person,
    tense: isFuture ? 'future' : entry.tense,
    definite
  }
}

/** A vowel sign on its first letter makes the past passive. */
function voiceOf(stem: string, {voice, tense}: Entry): WordReading['voice'] {
  if (voice !== null || tense !== 'past' || !stem.includes(damma)) return voice
  return /^.\u064f/u.test(stem) ? 'passive' : voice
}
