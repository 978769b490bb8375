/**
 * Which nouns count people: by the lists of the codebook, else a noun that suffered what only people suffer.
 *
 *     "30 marchers"  "two Nigerians"  "three subversives were killed"   people
 *     "30 buses"  "two dogs were killed"                                not
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Syntax, Token} from '../model/syntax.ts'

/** Outcomes that a thing does not suffer; it may be executed, freed or displaced. */
const onlyOfPeople = new Set(['killed', 'injured', 'arrested', 'abducted'])
/** "its men", "our comrades": those of the force that speaks. */
const ownMen = new Set(['man', 'fighter', 'comrade', 'martyr'])
const collective = new Set(['crowd', 'army', 'armed-group'])

export type PeopleWords = ReturnType<typeof peopleWords>

export function peopleWords(codebook: Codebook) {
  const list = (name: string) => codebook.column(`lexicons/en/${name}.csv`, 'form')
  const kinds = codebook.table('lexicons/en/noun-kinds.csv', ['form', 'kind', 'gender', 'same', 'names'])
  const known = new Map(kinds.map(({form, kind}) => [form, kind]))
  const endings = [...known.keys()].filter(form => form.startsWith('-')).map(form => form.slice(1))
  const outcomes = codebook.table('lexicons/en/outcome-words.csv', ['id', 'form', 'outcome', 'part'])
  const people = new Set([
    ...list('casualty-groups').flatMap(form => form.split(' ').slice(-1)),
    ...list('person-nouns').flatMap(form => form.split(' ').slice(-1))
  ])
  // "Force" ends "security force" but "two forces" are no two people.
  for (const word of ['force', 'group', 'outfit', 'gang']) people.delete(word)
  for (const {form, outcome, part} of outcomes)
    if (outcome === 'killed' && part === 'noun' && !form.includes(' ')) people.add(form)
  for (const word of ['killing', 'toll']) people.delete(word)
  const things = new Set(['not-people', 'vehicles', 'weapons', 'facilities', 'number-units'].flatMap(list))
  const harms = codebook.column('lexicons/en/harm-words.csv', 'form')
  const outcomeWords = new Set([
    ...outcomes.flatMap(({form}) => form.split(' ')),
    ...harms.filter(form => !form.includes(' '))
  ])
  const harming = new Set(
    outcomes.filter(({outcome, part}) => part !== 'noun' && onlyOfPeople.has(outcome)).map(({form}) => form)
  )

  /** A noun of the lists, a word made like one ("-man"), or a people ("Nigerians"). */
  function isPerson(token: Token): boolean {
    const {lemma} = token
    if (people.has(lemma)) return true
    const kind = known.get(lemma)
    if (kind !== undefined) return kind === 'person' || lemma === 'personnel'
    if (things.has(lemma) || outcomeWords.has(lemma)) return false
    if (token.xpos === 'NNPS' || (token.upos === 'PROPN' && token.lower.endsWith('s')))
      return /(?:ans|ese|is|ish|ians|ists|ites|eers)$/.test(token.lower)
    return token.upos === 'NOUN' && endings.some(end => lemma.length > end.length + 2 && lemma.endsWith(end))
  }

  /** Several as one: "a crowd", "a group", "an army". */
  function isGroup({lemma}: Token): boolean {
    if (lemma === 'personnel') return false
    return (
      collective.has(known.get(lemma) ?? '') || ['security', 'number', 'casualty', 'other'].includes(lemma)
    )
  }

  /** Known to be no people: vehicles, weapons, buildings, units. */
  function isThing({lemma}: Token): boolean {
    return (
      things.has(lemma) ||
      ['thing', 'time', 'place', 'city', 'region', 'country'].includes(known.get(lemma) ?? '')
    )
  }

  /** One of a kind, so that "a ..." is one: not "a crowd", "an army". */
  function isSingle(token: Token): boolean {
    return isPerson(token) && !isGroup(token)
  }

  /** Object or passive subject of "kill", "wound", "arrest"; subject of "die"; "the wounded ...". */
  function suffers(syntax: Syntax, noun: Token): boolean {
    if (things.has(noun.lemma) || ['thing', 'time', 'place', 'city'].includes(known.get(noun.lemma) ?? ''))
      return false
    const first = syntax.firstConjunct(noun)
    const head = syntax.head(first)
    if (head && harming.has(head.lemma))
      return (
        ['nsubj:pass', 'obj'].includes(first.relation) ||
        (first.relation === 'nsubj' && ['die', 'perish', 'succumb', 'dead'].includes(head.lemma))
      )
    return syntax
      .children(first, 'acl', 'amod')
      .some(
        token =>
          harming.has(token.lemma) && /^(?:VBN|JJ)$/.test(token.xpos) && !syntax.child(token, 'obj', 'nsubj')
      )
  }

  return {
    isOwnMan: (lemma: string) => ownMen.has(lemma),
    isPerson,
    isSingle,
    isGroup,
    isThing,
    suffers,
    isHarm: ({lemma}: Token) => harming.has(lemma),
    isOutcome: ({lemma}: Token) => outcomeWords.has(lemma)
  }
}

/** "a 13-year-old": somebody, though "old" is no person. */
export function isYearOld(syntax: Syntax, {lower, index}: Token): boolean {
  return lower === 'old' && /^years?$/.test(syntax.tokens[index - 2]?.lower ?? '')
}
