/** How far a noun of Arabic goes, by its words alone: its adjectives, the noun it belongs to, whom it is made of. */
import type {Word, WordReading} from '../language.ts'

/** More words than this stand in no phrase that is read here. */
const longest = 6
const ofWhom = new Set(['من', 'في'])

/** The number of the word behind the phrase that begins with the noun at `at`. */
export function phraseEnd(words: readonly Word[], at: number): number {
  let end = at + 1
  let isDefinite = nounOf(words[at])?.definite ?? false
  let isNoun = true
  while (end < words.length && end - at < longest) {
    const word = words[end]!
    const next = word.readings[0]
    if (!next) break
    const joined = next.proclitics.some(({form}) => form !== 'ال')
    // "إن جنديا قتل": what is a verb first belongs to no noun; nor does what has a pronoun ("أربعة جنود مصرعهم").
    const isOther = joined || next.upos === 'VERB' || next.enclitic !== null
    const noun = isOther ? undefined : nounOf(word)
    if (!joined && next.upos === 'ADJ') {
      isNoun = false
      end++
    } else if (!joined && isNoun && noun && !isDefinite) {
      // "عناصر الشرطة", "رجل أمن": the noun it belongs to.
      isDefinite = noun.definite
      end++
    } else if (!joined && next.definite && next.proclitics.length > 0 && isDefinite) end++
    else if (ofWhom.has(word.form) && isPart(words[end + 1], word.form)) {
      isDefinite = nounOf(words[end + 1])!.definite
      isNoun = true
      end += 2
    } else break
  }
  return end
}

/** "من المدنيين", "من عناصر", "في الجيش". */
function isPart(word: Word | undefined, by: string): boolean {
  const noun = nounOf(word)
  if (!noun || noun.proclitics.some(({form}) => form !== 'ال')) return false
  return by === 'من' ? noun.is !== null || (noun.definite && !noun.enclitic) : noun.is === 'people'
}

/** The likeliest reading as a noun, where no likelier one is something else of grammar. */
export function nounOf(word: Word | undefined): WordReading | undefined {
  const [first] = word?.readings ?? []
  if (!first || /^(?:ADP|SCONJ|CCONJ|PART|DET|PRON|ADV|NUM)$/.test(first.upos)) return undefined
  return word!.readings.find(({upos}) => upos === 'NOUN')
}

/** One of people: "جندي", "الجنود", "مصابون". */
export function personOf(word: Word | undefined): WordReading | undefined {
  const noun = nounOf(word)
  if (noun?.is === 'person') return noun
  return noun && word!.readings.find(({is, upos}) => upos === 'NOUN' && is === 'person')
}

/** Nothing joined to it: "12 وجنود" counts no soldiers. */
export function noFront(word: Word | undefined): boolean {
  return word !== undefined && (word.readings[0]?.proclitics ?? []).every(({form}) => form === 'ال')
}
