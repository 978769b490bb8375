/**
 * Who gives the size of a crowd, where no clause says it: a bare figure has a speaker beside it.
 *
 *     "organisers put attendance at 50,000", "police said 8,000"   the subject
 *     "estimated by police at 4,000"                               whoever it is estimated by
 *     "the union estimated 900 people had come"                    the same, where the tree is lost
 *     "put at 12,000 by the unions and 5,000 by the prefecture"    each behind its figure
 */
import {isPassive, nounPhrase, obliques, subjectsOf} from '../languages/en/clauses.ts'
import type {Quantity} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type Credit, cueWords} from './credit.ts'
import type {Reading} from './reading.ts'
import {firstPhrase, wholePhrase} from './speaker-phrase.ts'
import {isPronoun} from './speakers.ts'

interface CrowdSpeaker {
  readonly verb: Token
  readonly speakers: readonly Token[] | Span
  readonly content: readonly Span[]
}

/** How far before a figure the verb that gives it may stand, in words. */
const reach = 9

/** The bare size of a crowd and whoever gives it, where no credit of the same cue (`known`) holds it. */
export function crowdCredits(
  reading: Reading,
  sentence: Sentence,
  quantity: Quantity,
  known: readonly Credit[]
): Credit[] {
  const {syntax, cues} = reading
  const found = crowdSpeaker(
    syntax,
    sentence,
    quantity,
    token =>
      reading.isCue(token) && ['says', 'figure', 'thinks'].includes(cues.verb(syntax, token)?.use ?? '')
  )
  if (!found) return []
  const {verb, speakers, content} = found
  const isKnown = known.some(
    credit => credit.token.index === verb.index && credit.content.some(span => contains(span, quantity))
  )
  if (isKnown) return []
  const [source, named] =
    'from' in speakers
      ? [speakers, speakers]
      : [wholePhrase(syntax, speakers, verb), namedBy(reading, speakers)]
  return [
    {
      cue: cues.verb(syntax, verb)!,
      words: cueWords(syntax, verb),
      token: verb,
      source,
      named,
      content,
      addressee: null
    }
  ]
}

function namedBy({syntax, speakers: spoken}: Reading, speakers: readonly Token[]): Span {
  const [first] = speakers
  const own = spanOf(speakers.map(noun => nounPhrase(syntax, noun)))!
  return speakers.length === 1 && isPronoun(first!) ? (spoken.meant(first!)?.source ?? own) : own
}

/** `isCue`: whether a token is a verb that credits. */
function crowdSpeaker(
  syntax: Syntax,
  sentence: Sentence,
  {from, to, head, crowd}: Quantity,
  isCue: (token: Token) => boolean
): CrowdSpeaker | null {
  if (!crowd) return null
  const content = [{from, to}]
  const first = syntax.within({from, to})[0]!.index
  // "200 marchers" is told by a clause, which says who tells it, unless the figure stands right behind the word that gives it.
  const within = syntax.tokens[head]!.to > to ? 1 : reach
  const verb = syntax.tokens.slice(Math.max(sentence.first, first - within), first).findLast(isCue)
  if (!verb) return null
  const by = syntax.tokens[head + 1]
  const behind =
    by?.lower === 'by' && by.sentence === sentence.index
      ? firstPhrase(syntax, syntax.tokens.slice(head + 2, sentence.end))
      : null
  if (behind) return {verb, speakers: behind, content}
  if (isGiven(syntax, verb)) {
    // "by police at 4,000": the parser may take the figure for a part of the police.
    const speakers = spanOf(
      obliques(syntax, verb, ['by']).map(noun =>
        nounPhrase(syntax, noun, child => contains(content[0]!, child))
      )
    )
    if (speakers) return {verb, speakers, content}
  }
  const subjects = isGiven(syntax, verb) ? [] : subjectsOf(syntax, verb)
  const speakers = subjects.length ? subjects : nounBefore(syntax, verb)
  return speakers.length ? {verb, speakers, content} : null
}

/** "The organisers from the union estimated 900 people had come": the noun before, where the parser lost the subject. */
function nounBefore(syntax: Syntax, verb: Token): Token[] {
  let noun = syntax.tokens[verb.index - 1]
  const isNoun = (token: Token | undefined) =>
    token !== undefined && token.sentence === verb.sentence && /^(?:NOUN|PROPN)$/.test(token.upos)
  if (!noun || !isNoun(noun)) return []
  for (let over = syntax.head(noun); isNoun(over) && over!.index < verb.index; over = syntax.head(noun))
    noun = over!
  return [noun]
}

/** "Turnout was put at", "a crowd estimated by police at". */
function isGiven(syntax: Syntax, verb: Token): boolean {
  return isPassive(syntax, verb) || (verb.xpos === 'VBN' && verb.relation === 'acl')
}
