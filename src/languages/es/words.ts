/** The words of a Spanish sentence, by the list of their forms; what no list has is a word without a part of speech. */
import type {Sentence, Syntax} from '../../model/syntax.ts'
import type {Lists, Word, WordReading} from '../language.ts'

type Listed = Omit<WordReading, 'stem'>

export function spanishWords(lists: Lists) {
  const listed = new Map<string, Listed[]>()
  const columns = ['form', 'lemma', 'part', 'number', 'voice', 'tense', 'is'] as const
  for (const row of lists.table('lexicons/es/words.csv', columns))
    listed.set(row.form, [...(listed.get(row.form) ?? []), readingOf(row)])
  const made = new WeakMap<Sentence, readonly Word[]>()

  return (syntax: Syntax, sentence: Sentence): readonly Word[] => {
    let words = made.get(sentence)
    if (!words)
      made.set(
        sentence,
        (words = syntax.tokensOf(sentence).map(({index, from, to, lower}) => ({
          token: index,
          from,
          to,
          form: lower,
          readings: (listed.get(lower) ?? []).map(reading => ({...reading, stem: {from, to}}))
        })))
      )
    return words
  }
}

function readingOf(row: Readonly<Record<string, string>>): Listed {
  const {lemma = '', part = '', number, voice, tense, is} = row
  return {
    lemma,
    upos: part,
    verb: part === 'VERB' ? lemma : null,
    is: (is || null) as Listed['is'],
    proclitics: [],
    enclitic: null,
    number: (number || null) as Listed['number'],
    gender: null,
    voice: (voice || null) as Listed['voice'],
    person: part === 'VERB' ? 3 : null,
    tense: (tense || null) as Listed['tense'],
    definite: false,
    listed: true
  }
}
