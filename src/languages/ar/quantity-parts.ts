/**
 * Ties parts to their total in Arabic: "15 قتيلا بينهم طفلان وامرأة", "27 من المصابين", "اثنان منهم", "الباقون".
 *
 * A total stands before its parts, in the same sentence or the one before.
 */
import type {Quantity} from '../../model/layers.ts'
import type {Sentence, Syntax} from '../../model/syntax.ts'
import type {Word} from '../language.ts'
import type {Counts} from './counts.ts'

/** Between a total and the "they are" that begins its parts stand so many letters, at most. */
const reachOfThey = 24
/** Nouns for those whom something befell. */
const befallen = /^(?:مصاب|قتيل|جريح|ضحية|شهيد|معتقل|موقوف|مختطف|محتجز)$/

type WordsOf = (syntax: Syntax, sentence: Sentence) => readonly Word[]

export function withArabicParts(
  text: string,
  syntax: Syntax,
  sentences: readonly Sentence[],
  wordsOf: WordsOf,
  counts: Counts,
  found: readonly Quantity[]
): Quantity[] {
  const all: Quantity[] = found.map(quantity => ({...quantity}))
  const place = (i: number, total: number) => {
    all[i] = {...all[i]!, partOf: total}
  }
  const sentenceOf = ({head}: Quantity) => syntax.tokens[head]!.sentence
  /** The nearest number before that is large enough; one that counts the same noun before others. */
  const totalOf = (i: number): number => {
    const own = sentenceOf(all[i]!)
    const fits = (t: number, furthest: number) => {
      const {min, partOf} = all[t]!
      return own - sentenceOf(all[t]!) <= furthest && partOf === null && min >= all[i]!.min && min > 0
    }
    const noun = nounAt(all[i]!)
    const isSame = (t: number) => noun !== null && nounAt(all[t]!) === noun
    const before = Array.from({length: i}, (_, n) => i - 1 - n)
    return (
      before.find(t => fits(t, 1) && isSame(t)) ??
      before.find(t => fits(t, 0)) ??
      before.find(t => fits(t, 1)) ??
      -1
    )
  }
  /** "ثمانية مدنيين عزل هم ست نساء": right behind the total. */
  const isBehindTotal = (quantities: readonly Quantity[], i: number, {from}: Quantity, own: number) => {
    const total = quantities[i - 1]
    return total !== undefined && sentenceOf(total) === own && from - total.of.to <= reachOfThey
  }
  const nounAt = ({head}: Quantity) => {
    const {sentence} = syntax.tokens[head]!
    const word = wordsOf(syntax, syntax.sentences[sentence]!).find(({token}) => token === head)
    return word?.readings.find(({is}) => is === 'person')?.lemma ?? null
  }
  const inferred: Quantity[] = []
  for (const sentence of sentences) {
    const words = wordsOf(syntax, sentence)
    const wordAt = (offset: number) => words.findIndex(({to}) => to > offset)
    for (const [i, quantity] of all.entries()) {
      if (sentenceOf(quantity) !== sentence.index || quantity.max === 0) continue
      const first = wordAt(quantity.from)
      const before = words[first - 1]
      const isListed = goesOn(text, all, i)
      const isPart =
        opensParts(before) ||
        namesThem(words, first) ||
        isOfThem(words, wordAt(quantity.to - 1)) ||
        (counts.is(before, 'parts') && isBehindTotal(all, i, quantity, sentence.index))
      if (!(isPart || isListed)) continue
      const total = isListed ? all[i - 1]!.partOf! : totalOf(i)
      if (total >= 0) place(i, total)
    }
    for (const [at, word] of words.entries()) {
      if (!counts.is(word, 'rest') || !isRest(word)) continue
      const rest = restOf(text, word, at === 0 ? undefined : words[at - 1], all, sentence.index, sentenceOf)
      if (rest) inferred.push(rest)
    }
  }
  // Indices in `partOf` count in the order of the text, so the inferred ones are appended.
  return [...all, ...inferred]
}

/** "بينهم", "من بينهن", "منهم". */
function opensParts(word: Word | undefined): boolean {
  return (
    word?.readings.some(
      ({lemma, upos, enclitic}) =>
        upos === 'ADP' && enclitic !== null && (lemma === 'بين' || lemma === 'من' || lemma === 'ضمن')
    ) ?? false
  )
}

/** "27 منهم", "27 من المصابين", "طفلان من الضحايا": of those told before. `last`: its last word. */
function isOfThem(words: readonly Word[], last: number): boolean {
  const next = words[last + 1]
  if (opensParts(next)) {
    // "12 قتيلا بينهم" opens the parts of the twelve.
    const lemma = next!.readings[0]?.lemma
    return (
      lemma === 'من' &&
      !/^(?:NUM)$/.test(words[last + 2]?.readings[0]?.upos ?? '') &&
      !isNumber(words[last + 2])
    )
  }
  if (next?.form !== 'من') return false
  const whom = words[last + 2]?.readings.find(({is}) => is === 'person')
  return whom?.definite === true && befallen.test(whom.lemma)
}

/** "من بين القتلى سبعة أطفال", "بين الجرحى امرأة". */
function namesThem(words: readonly Word[], first: number): boolean {
  const whom = words[first - 1]?.readings.find(({is}) => is === 'person')
  return (
    whom?.definite === true && befallen.test(whom.lemma) && words[first - 2]?.readings[0]?.lemma === 'بين'
  )
}

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && (/^[\d٠-٩۰-۹]/.test(word.form) || word.readings[0]?.number === 'dual')
}

/** "طفلان وامرأة": a list of parts goes on, while the total has room. */
function goesOn(text: string, all: readonly Quantity[], i: number): boolean {
  const [before, quantity] = [all[i - 1], all[i]!]
  if (!before || before.partOf === null || before.of.to > quantity.from) return false
  if (!/^[،, ]*و?\s*$/u.test(text.slice(before.of.to, quantity.from))) return false
  let sum = quantity.min
  for (let j = i - 1; j >= 0 && all[j]!.partOf === before.partOf; j--) sum += all[j]!.min
  return sum <= all[before.partOf]!.min
}

/** "الباقون", "الباقين", "البقية", "الآخرون". */
function isRest({readings}: Word): boolean {
  const [first] = readings
  return (
    first?.definite === true &&
    first.enclitic === null &&
    (first.number === 'plural' || first.lemma === 'بقية')
  )
}

function restOf(
  text: string,
  word: Word,
  before: Word | undefined,
  all: readonly Quantity[],
  sentence: number,
  sentenceOf: (quantity: Quantity) => number
): Quantity | null {
  // "الأشخاص الآخرون": an adjective.
  if (before?.readings[0]?.upos === 'NOUN' && before.readings[0].definite) return null
  const part = all.findLast(
    quantity => quantity.partOf !== null && quantity.to <= word.from && sentence - sentenceOf(quantity) <= 1
  )
  if (!part) return null
  const partOf = part.partOf!
  const total = all[partOf]!
  const parts = all.filter(quantity => quantity.partOf === partOf && quantity.to <= word.from)
  const used = (bound: 'min' | 'max') => parts.reduce((sum, own) => sum + (own[bound] ?? own.min), 0)
  const min = Math.max(0, total.min - used('max'))
  const max = total.max === null ? null : Math.max(0, total.max - used('min'))
  if (max === 0) return null
  const span = {
    from: word.readings[0]!.proclitics.find(({form}) => form === 'ال')?.from ?? word.from,
    to: word.to
  }
  return {
    ...span,
    min,
    max,
    stated: text.slice(span.from, span.to),
    of: span,
    head: word.token,
    partOf,
    inferred: true,
    crowd: null
  }
}
