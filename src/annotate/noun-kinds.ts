/**
 * What a noun stands for, as far as a trigger may ask: people, a place, an actor of some kind.
 *
 *     "a gunman", "the army"        of the kind armed-group, state-forces: by the actor named, else by the noun
 *     "two nurses", "him"           people
 *     "Oruro", "the hill town"      a place
 *     "Bolivia"                     a government too, where a country acts
 */
import {actorKinds} from '../codebook/actor-kinds.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {EntityMention, LocatedPlace, NamedActor} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {NounKinds} from './event-triggers.ts'
import {isYearOld, peopleWords} from './people-words.ts'
import type {ActorOf} from './role-actors.ts'

/** Pronouns that stand for people. */
const personal = new Set(
  'i me my you your he him his she her they them their we us our who whom whose others everyone everybody himself herself themselves'.split(
    ' '
  )
)
const placeKinds = new Set(['place', 'city', 'region', 'country'])

export function nounKindFinder({codebook, gazetteer}: Knowledge) {
  const known = actorKinds(codebook)
  const {isPerson} = peopleWords(codebook)
  const actorNouns = new Map(
    codebook
      .table('lexicons/en/actor-nouns.csv', ['form', 'kind', 'single', 'sort', 'member'])
      .map(({form, kind}) => [form, kind])
  )
  const placeNouns = new Set([
    ...codebook
      .table('lexicons/en/noun-kinds.csv', ['form', 'kind', 'gender', 'same', 'names'])
      .filter(({kind}) => placeKinds.has(kind))
      .map(({form}) => form),
    ...codebook.column('lexicons/en/facilities.csv', 'form')
  ])

  const isState = ({text, upos}: Token) =>
    upos === 'PROPN' && gazetteer.named(text)[0]?.precision === 'country'

  /** `entities`, `places`, `actors`: the layers of one report; `actorOf`: whom a noun names. */
  return (
    syntax: Syntax,
    entities: readonly EntityMention[],
    places: readonly LocatedPlace[],
    actors: readonly NamedActor[],
    actorOf: ActorOf
  ): NounKinds => {
    const kinds = new Map(actors.map(({id, kind}) => [id, kind]))
    const persons: readonly Span[] = entities.filter(({type}) => type === 'person')
    const located: Span[] = [
      ...places.flatMap(({mentions}) => mentions),
      ...entities.filter(({type}) => type === 'location')
    ]
    const countries: Span[] = places
      .filter(({precision}) => precision === 'country')
      .flatMap(({mentions}) => mentions)
    const kindOf = (noun: Token) => {
      const id = actorOf(noun)
      return id === null ? actorNouns.get(noun.lemma) : kinds.get(id)
    }
    const isIn = (spans: readonly Span[], noun: Token) =>
      syntax.inSentence(spans, syntax.sentenceOf(noun)).some(span => contains(span, noun))
    return {
      isOfKind: (noun, kind) =>
        known.isA(kindOf(noun), kind) ||
        // "Sudan shelled": a state acts through its forces.
        (/^(?:government|state-forces)$/.test(kind) && (isIn(countries, noun) || isState(noun))),
      isPeople: noun => {
        if (noun.upos === 'PRON') return personal.has(noun.lower)
        // "dozens of them were killed"
        const isVague = /^(?:dozen|score|hundred|thousand)$/.test(noun.lemma) && noun.xpos === 'NNS'
        const isCounted = (noun.upos === 'NUM' || isVague) && noun.relation === 'nsubj:pass'
        return (
          isCounted ||
          isPerson(noun) ||
          isYearOld(syntax, noun) ||
          isIn(persons, noun) ||
          kindOf(noun) !== undefined
        )
      },
      isPlace: noun => placeNouns.has(noun.lemma) || isIn(located, noun)
    }
  }
}
