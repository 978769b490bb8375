/** The words of a sentence that credit somebody, by `lexicons/ID/speech-cues.csv`. */
import type {Certainty, Polarity} from '../../model/contract.ts'
import type {Word} from '../language.ts'
import type {Field, Stretch} from './field.ts'
import type {ListRow} from './sequence-matcher.ts'
import type {Tongue} from './tongue.ts'

export interface SpeechCue extends Stretch {
  readonly id: string
  readonly part: 'verb' | 'aside' | 'phrase'
  readonly use: string
  readonly certainty: Certainty
  readonly polarity: Polarity
  /** Of its verb, as whom it speaks of. */
  readonly gender: 'feminine' | 'masculine' | null
  /** Said not to be said: "لم يعلن". */
  readonly negated: boolean
  /** A word that joins clauses is written to it. */
  readonly joined: boolean
}

export function cueFinder({lists, id, level, wordLists}: Tongue): (field: Field) => SpeechCue[] {
  const path = `lexicons/${id}/speech-cues.csv`
  const rows = lists.paths('lexicons').includes(path)
    ? lists.table(path, ['id', 'form', 'part', 'use', 'certainty', 'polarity'])
    : []
  const byFirst = Map.groupBy(
    rows.map(row => ({row, words: row.form.split(' ').map(level)})),
    ({words}) => words[0]!
  )
  const and = wordLists['clause-words.and'] ?? new Map<string, ListRow>()
  const negating = wordLists['clause-words.negates'] ?? new Map<string, ListRow>()
  const not = wordLists['clause-words.not'] ?? new Map<string, ListRow>()

  const [occasion, naming, we] = ['occasion', 'names', 'we'].map(
    name => wordLists[`clause-words.${name}`] ?? new Map<string, ListRow>()
  )
  /** "في بيان أوردته الوكالة": who passed the statement on, not who made it. */
  const isOfStatement = ({readings}: Word, before: Word | undefined) =>
    readings[0]?.enclitic != null && before?.readings.some(({lemma}) => occasion!.has(lemma)) === true
  /** "صحفي يدعى": that is his name. */
  const isNaming = ({form}: Word, before: Word | undefined) => {
    const [noun] = before?.readings ?? []
    return naming!.has(form) && (noun?.upos === 'NOUN' || noun?.upos === 'ADJ') && !noun.definite
  }

  return field => {
    const {words} = field
    const found: SpeechCue[] = []
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!
      // "عدم ذكر": no verb behind what denies a noun; "بين" is a preposition first.
      const [first] = word.readings
      const isDenied = i > 0 && negating.has(words[i - 1]!.form)
      const isSaid = !isDenied && !isOfStatement(word, words[i - 1]) && !isNaming(word, words[i - 1])
      const reading =
        first?.upos === 'VERB' && isSaid
          ? word.readings.find(
              // "سجلنا": the speaker of the quotation, who is credited already.
              ({lemma, upos, person, enclitic}) =>
                upos === 'VERB' && person !== 1 && !we!.has(enclitic?.form ?? '') && byFirst.has(lemma)
            )
          : undefined
      const others = [word.form]
      for (const {upos, lemma} of word.readings) if (upos !== 'VERB') others.push(lemma)
      if (!reading && !others.some(key => byFirst.has(key))) continue
      const entries = [
        ...(reading ? byFirst.get(reading.lemma)!.filter(({row}) => row.part === 'verb') : []),
        ...others.flatMap(key => byFirst.get(key) ?? []).filter(({row}) => row.part !== 'verb')
      ]
      const [best] = entries
        .filter(({words: phrase}) => phrase.slice(1).every((part, n) => isWord(words[i + 1 + n], part)))
        .sort((a, b) => b.words.length - a.words.length)
      if (!best) continue
      const {row} = best
      found.push({
        first: i,
        end: i + best.words.length,
        id: row.id,
        part: row.part as SpeechCue['part'],
        use: row.use,
        certainty: row.certainty as Certainty,
        polarity: row.polarity as Polarity,
        gender: reading?.number === 'plural' ? null : (reading?.gender ?? null),
        negated: i > 0 && not.has(words[i - 1]!.form),
        joined:
          (i > 0 && and.has(words[i - 1]!.form)) ||
          word.readings.some(({proclitics}) => proclitics.some(({form}) => and.has(form)))
      })
      i += best.words.length - 1
    }
    return found
  }
}

function isWord(word: Field['words'][number] | undefined, form: string): boolean {
  return word !== undefined && (word.form === form || word.readings.some(({lemma}) => lemma === form))
}
