/** The lists of coreference: pronouns, what nouns stand for, names that tell a pronoun, words of happenings. */

import {listed} from '../codebook/csv.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export type Gender = 'he' | 'she' | 'it' | 'any'
export type Numerus = 'one' | 'many' | 'any'
/** What a mention stands for; null where nothing tells. */
export type Kind =
  | 'person'
  | 'crowd'
  | 'armed-group'
  | 'army'
  | 'body'
  | 'medium'
  | 'country'
  | 'city'
  | 'region'
  | 'place'
  | 'thing'
  | 'event'
  | 'time'

export interface Pronoun {
  readonly person: string
  readonly number: Numerus
  readonly gender: Gender
  readonly use: string
}

export interface NounKind {
  readonly kind: Kind
  readonly gender: Gender
  /** Class of nouns that take one another up; empty where there is none. */
  readonly same: string
  /** Which names "the X" may take up: any of the kind, those whose words tell the kind, none. */
  readonly names: 'any' | 'told' | ''
}

export interface EventWord {
  readonly is: string
  readonly takesUp: ReadonlySet<string>
  /** "the fighting": one or several. */
  readonly isMass: boolean
}

const mostUnknown = 20_000

export type CoreferenceWords = ReturnType<typeof coreferenceWords>

export function coreferenceWords({codebook, gazetteer}: Knowledge) {
  const list = (name: string) => `lexicons/en/${name}.csv`
  const pronouns = new Map(
    codebook
      .table(list('pronouns'), ['form', 'person', 'number', 'gender', 'use'])
      .map(row => [row.form, row as unknown as Pronoun])
  )
  const nouns = new Map(
    codebook
      .table(list('noun-kinds'), ['form', 'kind', 'gender', 'same', 'names'])
      .map(({form, kind, gender, same, names}) => [form, {kind, gender, same, names} as NounKind])
  )
  const endings = [...nouns.keys()].filter(form => form.startsWith('-')).map(form => form.slice(1))
  const people = new Set([
    ...codebook.column(list('person-nouns'), 'form'),
    ...codebook.column(list('casualty-groups'), 'form'),
    ...codebook.column(list('titles'), 'form')
  ])
  const events = {noun: new Map<string, EventWord>(), verb: new Map<string, EventWord>()}
  for (const row of codebook.table(list('event-words'), ['form', 'part', 'is', 'takes-up', 'mass'])) {
    events[row.part as 'noun' | 'verb'].set(row.form, {
      is: row.is,
      takesUp: new Set(listed(row['takes-up'])),
      isMass: row.mass === 'yes'
    })
  }
  const empty = codebook.table(list('empty-it'), ['form', 'part'])
  const weights = codebook.table(list('salience-weights'), ['form', 'weight'])
  const named = (name: string, column: 'gender' | 'kind') =>
    new Map(codebook.table(list(name), ['form', column]).map(row => [row.form, row[column]!]))
  const ofPrecision: Readonly<Record<string, Kind>> = {
    country: 'country',
    town: 'city',
    admin1: 'region',
    area: 'region'
  }

  /** Words that no list tells anything of, so that endings are not tried again and again. */
  const unknown = new Set<string>()

  function notListed(lemma: string): NounKind | undefined {
    if (people.has(lemma)) return {kind: 'person', gender: 'any', same: '', names: ''}
    if (events.noun.has(lemma)) return undefined
    const ending = endings.find(end => lemma.length > end.length + 2 && lemma.endsWith(end))
    return ending ? nouns.get(`-${ending}`) : undefined
  }

  return {
    pronouns,
    events,
    honorifics: named('honorifics', 'gender') as ReadonlyMap<string, Gender>,
    genders: named('name-genders', 'gender') as ReadonlyMap<string, Gender>,
    bodyWords: named('organisation-words', 'kind'),
    speechVerbs: new Set(codebook.column(list('attribution-cues'), 'form')),
    months: new Set(codebook.column(list('calendar'), 'form')),
    emptyIt: (part: string) => new Set(empty.filter(row => row.part === part).map(({form}) => form)),
    weights: new Map(weights.map(({form, weight}) => [form, Number(weight)])),
    noun(lemma: string): NounKind | undefined {
      const known = nouns.get(lemma)
      if (known) return known
      if (unknown.has(lemma)) return undefined
      const found = notListed(lemma)
      if (!found) {
        if (unknown.size >= mostUnknown) unknown.clear()
        unknown.add(lemma)
      }
      return found
    },
    /** Id of the country that has the name. */
    countryOf(name: string): string | null {
      const [place] = gazetteer.named(name)
      return place?.precision === 'country' ? place.id : null
    },
    /** Whether the gazetteer has a country, city or region of the name. */
    isPlace(name: string, kind: Kind): boolean {
      return gazetteer.named(name).some(({precision}) => ofPrecision[precision] === kind)
    }
  }
}

/** What a verb tells, with the word it needs for it where there is one: "open fire", "blow up". */
export function eventVerb(syntax: Syntax, words: CoreferenceWords, verb: Token): EventWord | undefined {
  const list = words.events.verb
  const together = syntax
    .children(verb, 'obj', 'compound', 'xcomp', 'advmod', 'obl')
    .map(({lemma}) => list.get(`${verb.lemma} ${lemma}`))
    .find(Boolean)
  return together ?? list.get(verb.lemma)
}
