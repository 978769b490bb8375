/**
 * Finds bodies called by name: those of the registry, rows of capitalised words with an organisation word, and office-holders.
 *
 *     "the Popular Mobilization Forces (PMF)"   registry
 *     "the Iraqi Interior Ministry"             a body that every state has
 *     "Al-Ghadir TV", "the Preparatory Committee", "the Harbour Workers Union"   by TV, Committee, Union
 *     "Interior Minister Ana Lopez"             the ministry
 *
 * A row of capitalised words without such a word may be a person or a place, and is left alone.
 */
import {startsUpper} from '../algorithms/letters.ts'
import {actorRegistry, type KnownActor} from '../codebook/actors.ts'
import {countries} from '../codebook/countries.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {Annotated, EntityMention} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {capitalRow} from './capital-rows.ts'
import {countryWords} from './country-words.ts'
import {longerNameFinder, wordsOfPersons} from './longer-names.ts'
import {officeFinder} from './office-holders.ts'
import {type FoundName, namesIn, reportContext} from './registry-mentions.ts'
import {registryNames} from './registry-names.ts'
import {certainty, reportCountries} from './report-countries.ts'

export interface NamedMention {
  readonly span: Span
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly known: KnownActor | null
}

export interface ReportNames {
  /** Bodies named in a sentence, in text order. */
  in(sentence: Sentence): readonly NamedMention[]
  /** The body that every state has which a description names, of the country given or the one that the report speaks of. */
  stateBody(description: string, country: string | null): KnownActor | null
  /** The country that the report speaks of above all; null where there is none. */
  likelyCountry(): string | null
  /** Whether a page was read for an entry of the registry; null for no entry and for bodies that every state has. */
  isVerified(known: string | null): boolean | null
}

/** Reads names with the whole report in mind: "RSF" is the one whose country it speaks of. */
export function nameFinder(
  knowledge: Knowledge
): (report: Annotated<'header' | 'syntax' | 'entities'>, sentences: readonly Sentence[]) => ReportNames {
  const {codebook, gazetteer, models} = knowledge
  const registry = actorRegistry(codebook)
  const known = countries(codebook)
  const countriesAt = countryWords(codebook)
  const {matchesAt, bodyNamed} = registryNames(registry.actors, registry.stateBodies, countriesAt, known)
  const bodies = new Map(
    codebook.table('lexicons/en/organisation-words.csv', ['form', 'kind']).map(({form, kind}) => [form, kind])
  )
  const groups = new Set(codebook.column('lexicons/en/actor-nouns.csv', 'form'))
  /** Countries of outlets by name: where nothing else is said, they write of their own. */
  const seats = new Map(
    registry.actors
      .filter(({kind, country}) => country && (kind === 'medium' || kind === 'agency'))
      .flatMap(({names, country}) => names.map(name => [name.toLowerCase(), country!]))
  )
  const isInLonger = longerNameFinder(codebook, bodies)
  const officeAt = officeFinder(codebook, registry, gazetteer, countriesAt)
  const {numbers, cases} = models.groups
  /** Often written small: "Dawn" the newspaper needs more than the capital of a first word. */
  const isOrdinary = (lower: string) => [1, 2].includes(cases[numbers.get(lower) ?? 0]!)

  return (report, sentences) => {
    const {text, syntax, entities} = report
    const spoken = reportCountries(report, countriesAt, gazetteer)
    const seat = report.header.outlet && seats.get(report.header.outlet.toLowerCase())
    if (seat) spoken.add(seat, 'outlet')
    const persons = wordsOfPersons(syntax, entities)
    const own = new Map(sentences.map(sentence => [sentence, syntax.inSentence(entities, sentence)]))
    const found = new Map(
      sentences.map(sentence => [
        sentence,
        namesIn(syntax, sentence, matchesAt, name => isName(name, sentence, own.get(sentence)!))
      ])
    )
    const context = reportContext(report, registry, spoken, [...found.values()].flat())

    return {
      likelyCountry: () => spoken.likely(certainty),
      isVerified(id) {
        const entry = id === null ? null : registry.get(id)
        return entry && !entry.isStateBody ? entry.checked !== '' : null
      },
      in: sentence => mentionsIn(sentence, found.get(sentence) ?? [], own.get(sentence) ?? []),
      stateBody(description, country) {
        const named = bodyNamed(description)
        // "West Virginia police" are not the state's.
        if (named?.between.some(word => startsUpper(word) && !isOrdinary(word.toLowerCase()))) return null
        const whose = named && (country ?? named.country ?? spoken.likely(certainty))
        return named && whose ? registry.stateBody(named.base, whose) : null
      }
    }

    function isName(
      {first, end, match}: FoundName,
      sentence: Sentence,
      inside: readonly EntityMention[]
    ): boolean {
      const head = syntax.tokens[first]!
      const isBody = match.meanings.every(({actor}) => !actor)
      // "hashed" the verb is not the group: a name keeps its capitals. "The Turkish presidency" is told by its country.
      const isTold = isBody && match.country !== null && !groups.has(syntax.tokens[end - 1]!.lemma)
      if (!match.isCapitalised && !isTold) return false
      const isFixed = match.length > 1 || match.meanings.some(({acronym}) => acronym !== null)
      if (!isFixed && (persons.has(head.text) || (first === sentence.first && isOrdinary(head.lower))))
        return false
      if (isBody && match.country === null && isPartOfRow(syntax, sentence, first)) return false
      return !isInLonger(syntax, sentence, {first, end, isFixed}, inside)
    }

    /** "Martin King": a title inside a person's name is none. */
    function isInPerson(index: number, inside: readonly EntityMention[]): boolean {
      const {from} = syntax.tokens[index]!
      return inside.some(
        other => other.type === 'person' && other.named && other.from < from && from < other.to
      )
    }

    function mentionsIn(
      sentence: Sentence,
      names: readonly FoundName[],
      inside: readonly EntityMention[]
    ): NamedMention[] {
      const mentions: NamedMention[] = []
      for (let i = sentence.first; i < sentence.end; i++) {
        const name = names.find(({first}) => first === i)
        const known = name && context.settle(name)
        if (known) {
          const span = spanOf(syntax.tokens.slice(i, name.end))!
          mentions.push({span, name: known.name, kind: known.kind, country: known.country, known})
          i = name.end - 1
          continue
        }
        const office = isInPerson(i, inside) ? null : officeAt(text, syntax, sentence, i, spoken)
        const mention = office?.mention ?? body(text, syntax, sentence, i, inside)
        if (!mention) continue
        mentions.push(mention)
        i = (office?.end ?? syntax.within(mention.span).at(-1)!.index + 1) - 1
      }
      return mentions
    }
  }

  function body(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    start: number,
    entities: readonly EntityMention[]
  ): NamedMention | null {
    const row = capitalRow(syntax, sentence, start)
    const headAt = row.findLastIndex(({lower}) => bodies.has(lower))
    const head = row[headAt]
    if (!head || row.length < 2) return null
    // "Radio Bahari": the word comes first and the name behind it.
    const span = spanOf(headAt === 0 ? row : row.slice(0, headAt + 1 + complementLength(row, headAt)))!
    // "Emily Post said": a person may bear such a word.
    if (entities.some(other => other.type === 'person' && other.named && contains(other, span))) return null
    return {
      span,
      name: text.slice(span.from, span.to),
      kind: bodies.get(head.lower)!,
      country: null,
      known: null
    }
  }
}

/** "Kade Police Department": a capitalised word before makes it the body of another place. */
function isPartOfRow(syntax: Syntax, sentence: Sentence, first: number): boolean {
  const before = first > sentence.first ? syntax.tokens[first - 1]! : null
  return before !== null && before.upos === 'PROPN' && startsUpper(before.text)
}

/** "Committee of National Unity": what follows the organisation word with "of" or "for" belongs to the name. */
function complementLength(row: readonly Token[], head: number): number {
  const next = row[head + 1]?.lower
  return next === 'of' || next === 'for' ? row.length - head - 1 : 0
}
