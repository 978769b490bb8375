/**
 * Groups and bodies in the languages that are read without a tree, never private persons.
 *
 *     "كتائب حزب الله"                        a name of the registry
 *     "الجيش السوداني", "وزارة الصحة"          a body that every state has, of the country told or spoken of
 *     "حركة البيدر", "قناة الساحل"             a word for a body with the name behind it
 *     "متظاهرون", "مسلحين"                     several people, by the noun; one man is no actor
 *
 * Lists: lexicons/ID/state-bodies, organisation-words, actor-nouns; names stand in the registry.
 */
import {PhraseTable} from '../algorithms/phrase-table.ts'
import {remembering} from '../algorithms/remembering.ts'
import {actorRegistry, type KnownActor} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {firstDay} from '../codebook/partial-date.ts'
import type {KnownName, Language, NamedPlace, Word} from '../languages/language.ts'
import {languagesOf, sentencesIn} from '../languages/readers.ts'
import type {Annotated} from '../model/layers.ts'
import type {Span} from '../model/span.ts'

export interface TreelessActor {
  readonly span: Span
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly known: KnownActor | null
  /** Of a group called by what it is; null for a name. */
  readonly sort: string | null
}

interface Meaning {
  readonly actors: KnownActor[]
  body: string | null
}

type Report = Annotated<'passages' | 'header' | 'syntax'>

/** A name that a word for a body begins has no more words behind it. */
const mostWords = 4
/** Names of places that are kept of what was asked for. */
const mostNames = 5000

export function treelessActors({codebook, gazetteer}: Knowledge): (report: Report) => TreelessActor[] {
  const languages = languagesOf(codebook)
  const readers = new Map<string, ReturnType<typeof reader>>()
  return report =>
    languages.flatMap(language => {
      const sentences = sentencesIn(report, language.id)
      if (sentences.length === 0) return []
      // Tables are made when the first text of the language comes.
      const read = readers.get(language.id) ?? reader(codebook, gazetteer, language)
      readers.set(language.id, read)
      return read(
        report,
        sentences.map(sentence => language.words(report.syntax, sentence))
      )
    })
}

function reader(codebook: Codebook, gazetteer: Gazetteer, language: Language) {
  const {id, level, startsOf} = language
  const registry = actorRegistry(codebook)
  const names = new PhraseTable<Meaning>()
  const known = new Map<string, Meaning>()
  const meaningOf = (name: string) => {
    const words = wordsOf(name)
    const key = words.join(' ')
    let meaning = known.get(key)
    if (!meaning) {
      known.set(key, (meaning = {actors: [], body: null}))
      names.add(words, meaning)
    }
    return meaning
  }
  for (const actor of registry.actors)
    for (const name of actor.names)
      if (!/[A-Za-z]/.test(name) && /\p{L}/u.test(name)) meaningOf(name).actors.push(actor)
  for (const {form, body} of listOf('state-bodies.csv', ['form', 'body'])) meaningOf(form).body = body
  const bodies = new Map(
    listOf('organisation-words.csv', ['form', 'kind']).map(({form, kind}) => [level(form), kind])
  )
  const english = new Map(
    codebook
      .table('lexicons/en/actor-nouns.csv', ['form', 'kind', 'single', 'sort', 'member'])
      .map(row => [row.form, row])
  )
  const nouns = new Map(
    listOf('actor-nouns.csv', ['form', 'like']).map(({form, like}) => [level(form), english.get(like)!])
  )
  const ordinary = new Set(ordinaryWords())
  const placeOf = remembering(mostNames, (name): {known: KnownName | null} => {
    const [place] = gazetteer.named(name)
    return {known: place ? {isWide: place.precision === 'country', population: place.population} : null}
  })

  return (report: Report, sentences: readonly (readonly Word[])[]): TreelessActor[] => {
    const {text} = report
    const places = sentences.map(words => language.placesIn?.(text, words, name => placeOf(name).known) ?? [])
    const countries = countriesOf(places.flat())
    const {publishedOn} = report.header
    const exists = ({founded}: KnownActor) => !publishedOn || !founded || firstDay(founded) <= publishedOn
    return sentences.flatMap((words, s) => actorsIn(words, places[s]!))

    function actorsIn(words: readonly Word[], near: readonly NamedPlace[]): TreelessActor[] {
      const found: TreelessActor[] = []
      for (let i = 0; i < words.length; ) {
        const one = namedAt(words, i, near) ?? bodyAt(words, i) ?? groupAt(words, i, near)
        if (one) found.push(one.actor)
        i += one?.length ?? 1
      }
      return found
    }

    function namedAt(words: readonly Word[], i: number, near: readonly NamedPlace[]) {
      for (const {from, first} of startsOf(text, words[i]!)) {
        const match = names.longestAt(n => (n === 0 ? first : words[i + n]?.form))
        if (!match) continue
        const {length, value} = match
        const last = words[i + length - 1]!
        const whose = adjectiveBehind(last, near)
        const country = whose?.country ?? null
        const actors = value.actors.filter(exists)
        // "أمل" is hope and "فتح" opened: a word of the language is a name only behind a word for a body.
        const isSure = length > 1 || !isWord(words[i]!, first) || bodies.has(words[i - 1]?.form ?? '')
        const settled = isSure ? best(actors, country) : null
        const span = {from, to: whose && !settled ? whose.to : last.to}
        const end = length + (whose && !settled ? 1 : 0)
        if (settled) return {actor: {...named(settled, span)}, length}
        if (value.body === null) continue
        // "شرطة كركوك" has no article and is not the state's own; "الشرطة" is.
        const state = country ?? countries[0] ?? null
        const body = state === null ? null : registry.stateBody(value.body, state)
        if (body) return {actor: named(body, span), length: end}
        const row = registry.stateBodies.find(({base}) => base === value.body)
        const name = text.slice(span.from, span.to)
        return {
          actor: {span, name, kind: row?.row.kind ?? 'other', country: state, known: null, sort: null},
          length: end
        }
      }
      return null
    }

    /** "حركة البيدر": a word for a body, and the name behind it that no list has or that has an article. */
    function bodyAt(words: readonly Word[], i: number) {
      const word = words[i]!
      const noun = word.readings.find(({upos, lemma}) => /^(?:NOUN|X)$/.test(upos) && bodies.has(lemma))
      const kind = bodies.get(word.form) ?? (noun && bodies.get(noun.lemma))
      const [reading] = word.readings
      if (!kind || !reading || reading.definite || reading.enclitic) return null
      let end = i + 1
      const goesOn = (at: number) => !language.tieAt?.(words, at) && isNameOn(text, words, at, at === i + 1)
      while (end < words.length && end <= i + mostWords && goesOn(end)) end++
      if (end === i + 1) return null
      const from = (noun ?? reading).stem.from
      // "وكالة رويترز"
      const behind = names.longestAt(n => words[i + 1 + n]?.form)
      const body = behind && best(behind.value.actors.filter(exists), null)
      if (body) {
        const to = words[i + behind.length]!.to
        return {actor: named(body, {from, to}), length: 1 + behind.length}
      }
      const span = {from, to: words[end - 1]!.to}
      const name = text.slice(span.from, span.to)
      return {actor: {span, name, kind, country: null, known: null, sort: null}, length: end - i}
    }

    function groupAt(words: readonly Word[], i: number, near: readonly NamedPlace[]) {
      const word = words[i]!
      const [first] = word.readings
      if (!first || /^(?:VERB|ADP|PART)$/.test(first.upos)) return null
      const noun = word.readings.find(
        ({upos, lemma, number, is}) =>
          upos === 'NOUN' && nouns.has(lemma) && (number === 'plural' || is === 'people')
      )
      if (!noun) return null
      const row = nouns.get(noun.lemma)!
      const article = noun.proclitics.find(({form}) => form === 'ال')
      const from = article?.from ?? noun.stem.from
      const whose = adjectiveBehind(word, near)
      const name = text.slice(noun.stem.from, word.to)
      return {
        actor: {
          span: {from, to: whose?.to ?? word.to},
          name,
          kind: row.kind,
          country: whose?.country ?? null,
          known: null,
          sort: row.kind === 'protesters' ? row.kind : row.sort || row.form
        },
        length: whose ? 2 : 1
      }
    }

    function best(actors: readonly KnownActor[], country: string | null): KnownActor | null {
      const order = country ? [country, ...countries] : countries
      const rank = (actor: KnownActor) => {
        const at = actor.country === null ? -1 : order.indexOf(actor.country)
        return at < 0 ? order.length : at
      }
      const [one, other] = [...new Set(actors)].sort((a, b) => rank(a) - rank(b))
      if (!one) return null
      return other && rank(one) === rank(other) ? null : one
    }
  }

  function listOf<const Column extends string>(name: string, columns: readonly Column[]) {
    const path = `lexicons/${id}/${name}`
    return codebook.paths(`lexicons/${id}`).includes(path) ? codebook.table(path, columns) : []
  }

  function ordinaryWords(): string[] {
    return listOf('ordinary-words.csv', ['form']).map(({form}) => level(form))
  }

  function wordsOf(name: string): string[] {
    return (name.match(/[\p{L}\p{M}\u0640]+|\p{N}+/gu) ?? []).map(level)
  }

  /** Whether a list has the word as one of the language: then it is a name only behind a word for a body; "الحوثيون" are one. */
  function isWord({form, readings}: Word, first: string): boolean {
    if (readings.some(({is, number, definite}) => is === 'person' && number === 'plural' && definite))
      return false
    const isListed = first === form && readings[0]?.listed === true
    return isListed || ordinary.has(first) || ordinary.has(first.replace(/^ال/, ''))
  }

  /** The countries that the report's places lie in, most first. */
  function countriesOf(places: readonly NamedPlace[]): string[] {
    const counts = new Map<string, number>()
    for (const {name, country} of places) {
      const code = country ?? gazetteer.named(name)[0]?.country
      if (code) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
  }
}

function named(actor: KnownActor, span: Span): TreelessActor {
  const {name, kind, country} = actor
  return {span, name, kind, country, known: actor, sort: null}
}

/** "الجيش" and right behind it "العراقي". */
function adjectiveBehind({to}: Span, near: readonly NamedPlace[]): NamedPlace | null {
  return near.find(place => place.country !== null && place.from > to && place.from - to <= nearest) ?? null
}

/** A blank, and the article of the adjective. */
const nearest = 3

function isNameOn(text: string, words: readonly Word[], at: number, isFirst: boolean): boolean {
  const word = words[at]!
  const [first] = word.readings
  if (!first || text.slice(words[at - 1]!.to, word.from) !== ' ') return false
  if (first.proclitics.some(({form}) => form !== 'ال') || first.enclitic) return false
  // "لجنة تحقيق": a common noun is no name; behind the first word of a name only what has an article goes on.
  return isFirst ? first.definite || !first.listed : first.definite && first.proclitics.length > 0
}
