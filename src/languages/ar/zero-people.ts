/**
 * Words that say that nobody was hurt.
 *
 *     "دون سقوط ضحايا"   "لم يسفر الهجوم عن إصابات"   "عدم تسجيل أي حالة وفاة"   "لم يُصب أحد"   "أن أحداً لم يُقتل"
 *     "لم ترد أنباء عن ضحايا"    says only that nothing is known: none
 */
import type {Word} from '../language.ts'
import type {Counts} from './counts.ts'
import {nounOf, phraseEnd} from './noun-phrases.ts'
import type {Counted} from './quantities.ts'

/** "لم يسفر الهجوم الصاروخي عن وقوع أي إصابات" */
const reach = 9

export function zeroAt(words: readonly Word[], at: number, counts: Counts): Counted | null {
  return nobody(words, at, counts) ?? noHarm(words, at, counts)
}

/** "أحد" with a denial beside it. */
function nobody(words: readonly Word[], at: number, counts: Counts): Counted | null {
  const word = words[at]!
  if (!/^احدا?$/.test(word.form)) return null
  const behind = words[at + 1]?.form === 'لم' && counts.is(words[at + 2], 'harm')
  const verb = words[at - 1]
  const ahead = counts.is(verb, 'harm') && /^[وف]?(?:لم|لا|لن)$/.test(words[at - 2]?.form ?? '')
  if (!behind && !ahead) return null
  return {...zero(words, at, at + 1), noun: null, phraseEnd: at + 1}
}

function noHarm(words: readonly Word[], at: number, counts: Counts): Counted | null {
  const word = words[at]!
  if (!counts.is(word, 'denies') || word.form === 'غير') return null
  for (let i = at + 1; i < words.length && i <= at + reach; i++) {
    const next = words[i]!
    if (counts.is(next, 'untold')) return null
    if (counts.is(next, 'none') && nounOf(next)) {
      // "لا يقل عن 12 قتيلا" is a number, and "لا جرحى" none.
      const noun = nounOf(next)!
      if (noun.enclitic) return null
      return {...zero(words, at, i + 1), noun: i, phraseEnd: Math.max(i + 1, phraseEnd(words, i))}
    }
    const [first] = next.readings
    const isBetween = counts.is(next, 'between') || first?.upos === 'ADJ' || first?.definite === true
    if (!isBetween) return null
  }
  return null
}

function zero(words: readonly Word[], first: number, end: number) {
  const [reading] = words[first]!.readings
  return {from: reading?.stem.from ?? words[first]!.from, first, end, min: 0, max: 0}
}
