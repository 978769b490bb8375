/** Of the press, who was told and passes it on. */
import {agentsOf, nounPhrase} from '../languages/en/clauses.ts'
import type {SourceKind} from '../model/contract.ts'
import type {Span} from '../model/span.ts'
import type {Token} from '../model/syntax.ts'
import type {Reading} from './reading.ts'

/** Who passes on what he is told: the press, not a crowd or a court. */
const carriers: ReadonlySet<SourceKind> = new Set(['agency', 'medium'])
const toldSomebody = new Set(['tell', 'inform'])
/** Before whoever was told: "to AFP", "on state television", "in an interview with". */
const givenTo = new Set(['with', 'to', 'for', 'on'])

/** "told the Daily Post", "said to Reuters", "in an interview with Radio Oru", "in a letter seen by AFP": who was told, or has it in hand. */
export function addresseeOf({syntax, kindOf}: Reading, verb: Token): Span | null {
  const under = (noun: Token, words: ReadonlySet<string>) =>
    syntax.children(noun, 'case').some(({lower}) => words.has(lower))
  const obliques = syntax.children(verb, 'obl')
  const told = toldSomebody.has(verb.lemma)
    ? syntax.children(verb, 'obj', 'iobj').filter(({index}) => index > verb.index)
    : []
  const given = obliques.flatMap(noun => [
    ...syntax.children(noun, 'nmod', 'obl').filter(giver => under(giver, givenTo)),
    ...syntax.children(noun, 'acl').flatMap(deed => (deed.xpos === 'VBN' ? agentsOf(syntax, deed) : []))
  ])
  // "Speaking to the news agency AFP, ...": the name is what counts.
  const spokenTo = syntax
    .children(verb, 'advcl')
    .filter(({lemma}) => lemma === 'speak')
    .flatMap(speaking => syntax.children(speaking, 'obl').filter(noun => under(noun, givenTo)))
    .map(noun => syntax.children(noun, 'appos').find(({upos}) => upos === 'PROPN') ?? noun)
  return (
    [...told, ...obliques.filter(noun => under(noun, givenTo)), ...given, ...spokenTo]
      // "told this newspaper": whoever writes.
      .filter(
        noun =>
          !syntax.children(noun, 'det', 'nmod:poss').some(({lower}) => lower === 'this' || lower === 'our')
      )
      .map(noun => nounPhrase(syntax, noun))
      .find(noun => carriers.has(kindOf(noun))) ?? null
  )
}
