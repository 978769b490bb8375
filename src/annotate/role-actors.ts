/**
 * Says which actor the words of a role name.
 *
 *     "the rebels", "They" of the rebels   the rebels, through the coreference layer
 *     "dozens of rebels", "a rebel leader", "a member of the Ajnad Front"   the body that they are part of
 *     "Sudan shelled", "a Sudanese raid"   Sudan's forces, where the report names them
 *     "bombs planted by the rebels", "army tanks"   whoever stands behind a means
 *
 * Words that stand for their body are in codebook/lexicons/en/role-words.csv ("part"). Nobody else becomes an actor.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {agentsOf, obliques} from '../languages/en/clauses.ts'
import type {CoreferenceChain, NamedActor} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'

interface Known extends Span {
  readonly id: string
}

/** Kinds of nouns that may take up whoever acts. */
const actingKinds = new Set(['person', 'crowd', 'armed-group', 'army', 'body', 'medium'])

export type ActorOf = (noun: Token) => string | null

export interface RoleActors {
  /** The actor that the noun of any role names. */
  readonly actorOf: ActorOf
  /** The actor that the noun of an agent names: a state acts through its forces. */
  readonly agentOf: ActorOf
}

export function roleActors({codebook, gazetteer}: Knowledge) {
  const demonyms = new Map(
    codebook.table('demonyms.csv', ['form', 'country']).map(({form, country}) => [form, country])
  )
  const parts = new Set(
    codebook
      .table('lexicons/en/role-words.csv', ['form', 'part', 'role'])
      .filter(({role}) => role === 'part')
      .map(({form}) => form)
  )

  const means = new Set([
    ...codebook.column('lexicons/en/weapons.csv', 'form'),
    ...codebook.column('lexicons/en/vehicles.csv', 'form')
  ])
  const somebody = new Set(
    codebook
      .table('lexicons/en/noun-kinds.csv', ['form', 'kind', 'gender', 'same', 'names'])
      .filter(({kind}) => actingKinds.has(kind))
      .map(({form}) => form)
  )
  const isMeans = ({lemma}: Token) => means.has(lemma)

  function countryOf({lower, text, upos}: Token): string | null {
    const country = demonyms.get(lower)
    if (country || upos !== 'PROPN') return country ?? null
    const [place] = gazetteer.named(text)
    return place?.precision === 'country' ? place.country : null
  }

  /** `actors`, `coreference`: the layers of one report. */
  return (
    syntax: Syntax,
    actors: readonly NamedActor[],
    coreference: readonly CoreferenceChain[]
  ): RoleActors => {
    const mentions: Known[] = actors.flatMap(({id, mentions: own}) =>
      own.map(({from, to}) => ({id, from, to}))
    )
    const placeInChain = new Map(
      coreference
        .filter(chain => chain.of === 'entity')
        .flatMap(({mentions}) => mentions.map(({token}, at) => [token, {mentions, at}] as const))
    )
    const forces = Map.groupBy(
      actors.filter(({kind}) => kind === 'state-forces'),
      ({country}) => country
    )
    const actorOf: ActorOf = noun => own(noun) ?? described(noun) ?? takenUp(noun) ?? behind(noun)
    return {actorOf, agentOf: noun => actorOf(noun) ?? forcesOf(noun)}

    /** The only forces that the report names of a country. */
    function forcesOf(noun: Token): string | null {
      const country = countryOf(noun)
      const own = (country && forces.get(country)) || []
      return own.length === 1 ? own[0]!.id : null
    }

    function own(noun: Token): string | null {
      return named(noun) ?? bodyOf(noun)
    }

    /** "Oru Ban, a member of the militia, ..." acts for it. */
    function described(noun: Token): string | null {
      return (
        syntax
          .children(noun, 'appos')
          .map(own)
          .find(id => id !== null) ?? null
      )
    }

    function named(noun: Token): string | null {
      const here = syntax.inSentence(mentions, syntax.sentenceOf(noun))
      return here.find(mention => contains(mention, noun) && isOfName(mention, noun))?.id ?? null
    }

    /** "victims of the chemical attack" speaks of victims, whatever stands behind the "of"; a name may go on there. */
    function isOfName({from}: Span, noun: Token): boolean {
      return noun.upos === 'PROPN' || !syntax.within({from, to: noun.from}).some(({upos}) => upos === 'ADP')
    }

    /** The body of a part: behind "of", else right before the noun. */
    function bodyOf(noun: Token): string | null {
      if (!parts.has(noun.lemma)) return null
      const bodies = [
        ...obliques(syntax, noun, ['of', 'from']),
        ...syntax.children(noun, 'compound', 'nmod:poss', 'amod')
      ]
      return bodies.map(named).find(id => id !== null) ?? null
    }

    /** Who stands behind a means: "a bomb planted by the rebels", "army helicopters", "the militia's rockets". */
    function behind(means: Token): string | null {
      if (!isMeans(means)) return null
      const users = [
        ...syntax.children(means, 'acl').flatMap(word => agentsOf(syntax, word)),
        ...obliques(syntax, means, ['by', 'of']),
        ...syntax.children(means, 'compound', 'nmod:poss', 'amod')
      ]
      return users.map(own).find(id => id !== null) ?? null
    }

    /** What a pronoun or "the group" stands for: the last actor of its chain before it, else the first behind. */
    function takenUp(noun: Token): string | null {
      const place = placeInChain.get(noun.index)
      if (!place || !(noun.upos === 'PRON' || somebody.has(noun.lemma))) return null
      const {mentions: chain, at} = place
      const before = chain.slice(Math.max(0, at - furthest), at).reverse()
      for (const {token} of [...before, ...chain.slice(at + 1, at + 1 + furthest)]) {
        const id = own(syntax.tokens[token]!)
        if (id !== null) return id
      }
      return null
    }
  }
}

/** Mentions of a chain that are asked, before and behind; a long text must not cost its square. */
const furthest = 30
