/**
 * Reads who acts on whom in the main predication of a report's first sentence, for corpora that code one pair a sentence.
 *
 *     "The ministry said Oru had attacked its post"      source: the ministry; target: Oru
 *     "Oru shelled the town, the ministry said"          source: Oru; target: the town
 *     "The two envoys held talks with the Oru Front"     mutual
 *
 * Roles are those of src/annotate/roles.ts; here it is only chosen whose.
 */
import {roleFinder} from '../src/annotate/roles.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {isVerb, nounPhrase} from '../src/languages/en/clauses.ts'
import {overlaps, type Span} from '../src/model/span.ts'
import type {Syntax, Token} from '../src/model/syntax.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'

export interface Predication {
  readonly sources: readonly Span[]
  readonly targets: readonly Span[]
  /** Both do it to each other. */
  readonly isMutual: boolean
}

interface Read {
  readonly sources: readonly Token[]
  readonly targets: readonly Token[]
  readonly isMutual: boolean
}

const actorTypes = new Set(['person', 'organisation', 'location', 'nationality'])

export function predicationReader({codebook}: Knowledge): (report: AnnotatedReport) => Predication {
  const rolesOf = roleFinder(codebook)
  const says = new Set(codebook.column('lexicons/en/attribution-cues.csv', 'form'))

  return report => {
    const {syntax} = report
    const [sentence] = syntax.sentences
    const root = sentence && syntax.tokensOf(sentence).find(({head}) => head < 0)
    if (!root) return {sources: [], targets: [], isMutual: false}
    const isActor = actorTest(report)
    const {isMutual, ...read} = predication(syntax, root, isActor)
    const acting = read.sources.filter(isActor)
    const sources = phrases(syntax, acting.length ? acting : read.sources)
    const targets = phrases(syntax, read.targets).filter(
      span => !sources.some(other => overlaps(span, other))
    )
    return {sources, targets, isMutual}
  }

  function predication(syntax: Syntax, word: Token, isActor: (token: Token) => boolean): Read {
    const content = says.has(word.lemma) ? syntax.child(word, 'ccomp', 'parataxis') : undefined
    // "..., officials said": the statement is told, not that they said it.
    if (content && content.index < word.index) return predication(syntax, content, isActor)
    const {agents, patients, isMutual} = rolesOf(syntax, word)
    const among = (nouns: readonly Token[]) => nouns.flatMap(noun => actorsUnder(syntax, noun, isActor))
    const own = {sources: agents, isMutual}
    const targets = among(patients)
    // "sent troops to Oru", "pulled its guards out of Oru": where they go, or leave, is the other side.
    const ends = targets.some(isNamed) ? [] : among(endsOf(syntax, word)).filter(isNamed)
    if (ends.length) return {...own, targets: ends.slice(0, 1)}
    if (targets.length) return {...own, targets}
    const goal = among(complements(syntax, word).filter(noun => !agents.includes(noun)))
    if (goal.length && !content) return {...own, targets: goal.slice(0, 1)}
    for (const clause of content ? [content] : clauses(syntax, word)) {
      const inner = predication(syntax, clause, isActor)
      // "The president said his country would": that is himself.
      const spoken = content ? inner.sources.filter(noun => isActor(noun) && !isOwn(syntax, noun)) : []
      const others = [...spoken, ...inner.targets].filter(
        token => !agents.includes(token) && token.upos !== 'PRON'
      )
      if (others.length || content)
        return {...own, targets: others.slice(0, 1), sources: agents.length ? agents : inner.sources}
    }
    return {...own, targets: []}
  }
}

const isNamed = ({upos}: Token) => upos === 'PROPN'

/** "to Oru", "from Oru": the ends of what is sent, given or taken away. */
function endsOf(syntax: Syntax, word: Token): Token[] {
  return syntax
    .children(word, 'iobj', 'obl')
    .filter(
      noun =>
        noun.index > word.index &&
        syntax.children(noun, 'case').some(({lower}) => ['to', 'from', 'into'].includes(lower))
    )
}

function isOwn(syntax: Syntax, noun: Token): boolean {
  return syntax.children(noun, 'nmod:poss').some(({upos}) => upos === 'PRON')
}

/** The other complements of a word, those that say where last. */
function complements(syntax: Syntax, word: Token): Token[] {
  const where = (noun: Token) =>
    syntax.children(noun, 'case').some(({lower}) => lower === 'in' || lower === 'within')
  const all = syntax.children(word, 'iobj', 'obl').filter(({index}) => index > word.index)
  return [...all.filter(noun => !where(noun)), ...all.filter(where)]
}

/** Clauses that say what is done: "vowed to attack", "issued a statement urging". */
function clauses(syntax: Syntax, word: Token): Token[] {
  const nouns = syntax.children(word, 'obj')
  return [
    ...syntax.children(word, 'xcomp', 'ccomp', 'conj', 'advcl').filter(isVerb),
    ...nouns.flatMap(noun => syntax.children(noun, 'acl'))
  ].filter(({index}) => index > word.index)
}

/** The noun if it is somebody, else whoever stands under it: "a request of the union". */
function actorsUnder(syntax: Syntax, noun: Token, isActor: (token: Token) => boolean): Token[] {
  if (isActor(noun)) return [noun]
  for (const child of syntax.children(noun, 'nmod:poss', 'nmod', 'amod', 'compound')) {
    const found = syntax.conjuncts(child).flatMap(each => actorsUnder(syntax, each, isActor))
    if (found.length) return found
  }
  return []
}

function phrases(syntax: Syntax, tokens: readonly Token[]): Span[] {
  const found: Span[] = []
  for (const token of tokens) {
    const span = nounPhrase(syntax, token)
    if (!found.some(other => overlaps(other, span))) found.push(span)
  }
  return found
}

function actorTest({entities, actors}: AnnotatedReport): (token: Token) => boolean {
  const spans = [
    ...entities.filter(({type}) => actorTypes.has(type)),
    ...actors.flatMap(({mentions}) => mentions)
  ]
  return token => spans.some(span => overlaps(span, token))
}
