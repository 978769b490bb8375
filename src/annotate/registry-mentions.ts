/**
 * Settles which body of the registry a name in a report means.
 *
 * A name that two bodies share is the one whose country the report speaks of; a
 * short acronym needs its country spoken of; a body that was founded after the
 * report is not it; an acronym that the report explains otherwise is not it.
 */
import type {ActorRegistry, KnownActor} from '../codebook/actors.ts'
import {firstDay} from '../codebook/partial-date.ts'
import type {Annotated} from '../model/layers.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'
import type {Meaning, RegistryMatch} from './registry-names.ts'
import {certainty, type ReportCountries} from './report-countries.ts'
import {isMeaning, taughtMeanings} from './taught-acronyms.ts'

/** Acronyms of so few letters mean too many things to be taken without their country. */
const shortAcronym = 4
/** What a body of no country weighs against those of countries that the report speaks of. */
const ofNoCountry = 0.4

export interface FoundName {
  readonly first: number
  readonly end: number
  readonly match: RegistryMatch
}

/** What the whole report tells beside the name itself. */
export interface ReportContext {
  readonly spoken: ReportCountries
  settle(found: FoundName): KnownActor | null
}

export function reportContext(
  {text, header}: Annotated<'header'>,
  registry: ActorRegistry,
  spoken: ReportCountries,
  names: readonly FoundName[]
): ReportContext {
  const taught = taughtMeanings(text)
  const {publishedOn} = header
  const exists = ({founded}: KnownActor) => !publishedOn || !founded || firstDay(founded) <= publishedOn
  const inWords = (match: RegistryMatch) =>
    match.meanings.flatMap(({actor, acronym}) => (actor && !acronym && exists(actor) ? [actor] : []))
  /** Bodies that the report names in full, by a name that no other has. */
  const inFull = new Set<string>()
  for (const {match} of names) {
    const [actor, other] = inWords(match)
    if (!actor || other || !match.isCapitalised) continue
    if (!inFull.has(actor.id) && actor.country) spoken.add(actor.country, 'actor')
    inFull.add(actor.id)
  }
  return {spoken, settle}

  function settle({match}: FoundName): KnownActor | null {
    const settled = best(match.meanings.filter(meaning => isPossible(meaning)))
    const body = match.meanings.flatMap(({body: own}) => (own ? [own] : []))[0]
    const country = match.country ?? (body ? spoken.likely(certainty) : null)
    // "House of Representatives": one country's own name for what the report's country has too.
    const isElsewhere = body && !match.country && country && settled?.country && settled.country !== country
    if (settled && !isElsewhere) return settled
    const known = body && country ? registry.stateBody(body.base, country) : null
    return known && exists(known) ? known : null
  }

  function isPossible({actor, acronym}: Meaning): boolean {
    if (!actor || !exists(actor)) return false
    if (!acronym || inFull.has(actor.id)) return true
    const told = taught.find(other => other.acronym === acronym)
    return !told || actor.names.some(name => name !== acronym && isMeaning(told, name))
  }

  function best(meanings: readonly Meaning[]): KnownActor | null {
    const weigh = ({actor}: Meaning) =>
      inFull.has(actor!.id) ? 1000 : actor!.country ? spoken.weightOf(actor!.country) : ofNoCountry
    const ranked = meanings
      .map(meaning => ({meaning, weight: weigh(meaning)}))
      .sort((a, b) => b.weight - a.weight)
    const [one, other] = ranked
    if (!one) return null
    const {actor, acronym} = one.meaning
    if (other) return one.weight > other.weight ? actor : null
    const isUnsure = acronym && acronym.length < shortAcronym && actor!.country && one.weight === 0
    return isUnsure && !spoken.isSilent ? null : actor
  }
}

/** Every name of the registry in a sentence, those inside a longer one left out. */
export function namesIn(
  syntax: Syntax,
  sentence: Sentence,
  matchesAt: (syntax: Syntax, index: number, end: number) => readonly RegistryMatch[],
  isWanted: (found: FoundName) => boolean
): FoundName[] {
  const found: FoundName[] = []
  for (let i = sentence.first; i < sentence.end; i++) {
    for (const match of matchesAt(syntax, i, sentence.end)) {
      const name = {first: i, end: i + match.length, match}
      if (!isWanted(name)) continue
      found.push(name)
      i = name.end - 1
      break
    }
  }
  return found
}
