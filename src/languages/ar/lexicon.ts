/**
 * The words that the codebook lists for Arabic, by every form they are written in.
 *
 * Participles and verbal nouns of a verb are nouns with their own plurals, and name their verb: "قصف" may be "shelled" or
 * "shelling", both of one verb.
 */
import type {Lists} from '../language.ts'
import {adjectiveForms, type Features, type Inflected, nounForms, verbForms} from './inflection.ts'
import {levelled} from './spelling.ts'

export interface Entry extends Features {
  /** Levelled. */
  readonly lemma: string
  readonly upos: string
  /** The verb of a participle or verbal noun; the verb itself of a verb. */
  readonly verb: string | null
  /** Of nouns: one of people, people as one, neither. */
  readonly is: 'person' | 'people' | null
  /** Stands only before a pronoun or the noun it belongs to. */
  readonly bound: boolean
}

export type Lexicon = ReadonlyMap<string, readonly Entry[]>

export function arabicLexicon(lists: Lists): Lexicon {
  const found = new Map<string, Entry[]>()
  const add = (
    forms: readonly Inflected[],
    word: string,
    upos: string,
    verb: string | null,
    is: Entry['is'] = null
  ) => {
    const lemma = levelled(word)
    for (const {form, ...features} of forms) {
      const key = levelled(form)
      const entry = {...features, lemma, upos, verb: verb && levelled(verb), is}
      const others = found.get(key)
      if (!others) found.set(key, [entry])
      else if (!others.some(other => isSame(other, entry))) others.push(entry)
    }
  }
  for (const {form, part} of lists.table('lexicons/ar/particles.csv', ['form', 'part']))
    add([fixed(form)], form, part, null)
  for (const {form, kind} of lists.table('lexicons/ar/numbers.csv', ['form', 'min', 'max', 'kind']))
    if (kind !== 'dual') add([fixed(form)], form, 'NUM', null)
  const verbs = lists.table('lexicons/ar/verbs.csv', ['form', 'present', 'active', 'passive', 'noun'])
  for (const {form, present} of verbs) add(verbForms(form, present), form, 'VERB', form)
  for (const {form, gender, plural, is} of lists.table('lexicons/ar/nouns.csv', [
    'form',
    'gender',
    'plural',
    'is'
  ])) {
    const verb = verbs.find(({noun, active, passive}) =>
      [noun, active, passive].some(cell => listed(cell).includes(form))
    )
    const who = is === 'person' || is === 'people' ? is : null
    add(nounForms(form, gender, listed(plural)), form, 'NOUN', verb?.form ?? null, who)
  }
  for (const {form, plural, feminine} of lists.table('lexicons/ar/adjectives.csv', [
    'form',
    'plural',
    'feminine'
  ]))
    add(adjectiveForms(form, listed(plural), feminine), form, 'ADJ', null)
  for (const {form, active, passive, noun} of verbs) {
    for (const participle of [...listed(active), ...listed(passive)])
      add(nounForms(participle, 'b', ['-ون', '-ات']), participle, 'NOUN', form)
    for (const own of listed(noun))
      add(nounForms(own, own.endsWith('ة') ? 'f' : 'm', ['-ات']), own, 'NOUN', form)
  }
  return found
}

/** "a; b" is ["a", "b"], "" is []. */
function listed(cell: string): string[] {
  return cell
    .split(';')
    .map(value => value.trim())
    .filter(Boolean)
}

function fixed(form: string): Inflected {
  return {form, number: null, gender: null, voice: null, person: null, tense: null, bound: false}
}

/** The same word in the same form, listed twice: as a noun, and by its verb. */
function isSame(one: Entry, other: Entry): boolean {
  return (
    one.lemma === other.lemma &&
    one.upos === other.upos &&
    one.number === other.number &&
    one.gender === other.gender &&
    one.person === other.person &&
    one.tense === other.tense &&
    one.voice === other.voice
  )
}
