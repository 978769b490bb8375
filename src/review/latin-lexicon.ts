/**
 * What a capitalised word may be other than a private person's name, by the codebook's lists and the gazetteer.
 *
 * The order of the kinds matters to whoever reads a row of such words (latin-names.ts): "registered" is the name of an actor, agency
 * or outlet, "people" a demonym or faith, "known" a day, month or feast.
 */
import {PhraseTable} from '../algorithms/phrase-table.ts'
import {actorRegistry} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {countries} from '../codebook/countries.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'

export type Sort =
  | 'registered'
  | 'country'
  | 'people'
  | 'title'
  | 'body'
  | 'role'
  | 'known'
  | 'day'
  | 'institution'
  | 'function'

export interface LatinLexicon {
  /** The longest phrase of a list that begins with these words (in small letters). */
  readonly phraseAt: (
    wordAt: (i: number) => string | undefined
  ) => {readonly value: Sort; readonly length: number} | null
  readonly isOrdinary: (word: string) => boolean
  /** Listed as a given name: a name in doubt, though it be an ordinary word too. */
  readonly isGiven: (word: string) => boolean
  readonly cue: (form: string, kind: string) => boolean
  readonly namingCues: readonly string[]
  readonly isPlace: (name: string) => boolean
  /** A province, or a place of very many people: named without a word for places before it. */
  readonly isLargePlace: (name: string) => boolean
}

/** Words of a phrase as the finder splits a text. */
export function latinWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/[’ʼ`´]/g, "'")
      .replaceAll(/'s(?![\p{L}\p{N}])/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
  )
}

const wordOf = (path: string) => `lexicons/en/${path}.csv`

const made = new WeakMap<Codebook, LatinLexicon>()

export function latinLexicon(codebook: Codebook, gazetteer: Gazetteer): LatinLexicon {
  const known = made.get(codebook) ?? makeLexicon(codebook, gazetteer)
  made.set(codebook, known)
  return known
}

function makeLexicon(codebook: Codebook, gazetteer: Gazetteer): LatinLexicon {
  const forms = (path: string) => codebook.column(wordOf(path), 'form')
  const given = new Set([...forms('given-names'), ...forms('name-genders')].flatMap(latinWords))
  const cues = codebook.table(wordOf('name-cues'), ['form', 'kind'])
  const cuesOf = (kind: string) => cues.filter(own => own.kind === kind).map(({form}) => form)
  const byCue = new Set(cues.map(({form, kind}) => `${kind} ${form}`))
  const ordinary = new Set([
    ...forms('ordinary-words'),
    ...['noun-kinds', 'role-words', 'event-words', 'crowd-words', 'casualty-groups', 'weapons', 'vehicles']
      .flatMap(forms)
      .flatMap(latinWords)
  ])
  const isOrdinary = (word: string) => ordinary.has(word) || ordinary.has(withoutEnding(word))

  const table = new PhraseTable<Sort>()
  const taken = new Set<string>()
  const add = (sort: Sort, names: readonly string[]) => {
    for (const name of names) {
      const words = latinWords(name)
      const key = words.join(' ')
      if (words.length === 0 || taken.has(key)) continue
      taken.add(key)
      table.add(words, sort)
    }
  }
  const {actors, stateBodies} = actorRegistry(codebook)
  const lands = countries(codebook)
  add('title', [...forms('office-titles'), ...forms('titles'), ...forms('honorifics')])
  add('day', [...forms('calendar'), ...forms('time-words')])
  add(
    'country',
    lands.forms.filter(({sort}) => sort === 'name').map(({form}) => form)
  )
  add(
    'people',
    lands.forms.filter(({sort}) => sort === 'demonym').map(({form}) => form)
  )
  add('people', codebook.column('demonyms-places.csv', 'form'))
  // A registered name of one word that many people bear is no proof.
  const names = [...actors, ...stateBodies.map(({row}) => ({names: [row.name, ...row.aliases]}))]
  add(
    'registered',
    names.flatMap(own => own.names).filter(name => !given.has(name.toLowerCase()))
  )
  add(
    'registered',
    codebook
      .table(wordOf('agencies'), ['id', 'name', 'forms'])
      .flatMap(({name, forms}) => [name, ...forms.split(';')])
  )
  add('body', [...forms('organisation-words'), ...forms('facilities'), ...forms('name-endings')])
  add('role', [...forms('person-nouns'), ...forms('actor-nouns'), ...forms('source-kinds')])
  add('people', [...forms('identity-words'), ...forms('name-hints')])
  add('known', [...forms('holidays'), ...forms('named-times')])
  add('institution', cuesOf('institution'))
  add('function', [...forms('function-words'), ...forms('pronouns'), ...forms('place-words')])
  return {
    phraseAt: wordAt => table.longestAt(wordAt),
    isOrdinary,
    isGiven: word => given.has(word),
    cue: (form, kind) => byCue.has(`${kind} ${form}`),
    namingCues: cuesOf('naming'),
    isPlace: name => gazetteer.named(name).length > 0,
    isLargePlace: name =>
      gazetteer.named(name).some(({population, precision}) => precision === 'admin1' || population > 300_000)
  }
}

/** "motorcyclists" -> "motorcyclist": what the list of words may lack of an ordinary one. */
function withoutEnding(word: string): string {
  return word.length < 6 ? word : word.replace(/(?:s|es|ed|ing|ly)$/, '')
}
