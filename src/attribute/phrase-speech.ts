/**
 * Credits by a phrase.
 *
 *     "according to X", "in the words of X", "per X"     X stands behind, the statement is the rest of that part of the sentence
 *     "as reported by X", "as X put it"                  the same
 *     "reports that ...", "claims of ..."                nobody is named for it
 *     "expressed concern that ..."                       whoever expresses it
 */
import {isPassive, nounPhrase, subjectsOf} from '../languages/en/clauses.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type Credit, isNegated} from './credit.ts'
import type {Cue} from './cues.ts'
import type {Reading} from './reading.ts'
import {firstPhrase, opensRelative, wholePhrase} from './speaker-phrase.ts'
import {isPronoun} from './speakers.ts'
import {partAround, trimmed} from './speech-content.ts'
import {tallyCredits} from './tally-speech.ts'

/** A source behind a phrase has at most so many words. */
const longestSource = 20
/** The subject that a pronoun behind "according to" stands for. */
const objects: ReadonlyMap<string, {readonly lower: string}> = new Map([
  ['him', {lower: 'he'}],
  ['her', {lower: 'she'}],
  ['them', {lower: 'they'}]
])
const stops = new Set([',', '.', ';', ':', '—', '–'])

export function phraseCredits(reading: Reading, sentence: Sentence, token: Token): Credit[] {
  const {syntax, cues} = reading
  const phrase = cues.phrase(syntax, token)
  if (phrase) {
    const found = behind(reading, sentence, token, token.index + phrase.words, phrase.cue)
    // "per police", but "per week".
    const isSource = ({named}: Credit) => {
      const head = named && syntax.headOf(named)
      return head !== undefined && head !== null && reading.isKnown({from: head.from, to: head.to})
    }
    return phrase.words > 1 ? found : found.filter(isSource)
  }
  if (token.lower === 'as') return asReported(reading, sentence, token)
  const noun = cues.noun(token)
  if (!noun) return []
  return noun.use === 'tallies'
    ? tallyCredits(reading, sentence, token, noun)
    : nounCredits(reading, token, noun)
}

/** The source follows the phrase that runs from `token` to before `start`. */
function behind(reading: Reading, sentence: Sentence, token: Token, start: number, cue: Cue): Credit[] {
  const {syntax, isCue} = reading
  const pronoun = syntax.tokens[start]
  // "According to him one man died": whoever spoke before.
  if (pronoun && objects.has(pronoun.lower)) {
    const named = reading.speakers.meant(objects.get(pronoun.lower)!)?.source
    const words = spanOf(syntax.tokens.slice(token.index, start))!
    const {end: last} = partAround(syntax, sentence, token, isCue)
    const next = syntax.tokens[start + 1]?.text === ',' ? start + 2 : start + 1
    const said = trimmed(syntax, next, last)
    return named && said
      ? [
          {
            cue,
            words,
            token,
            source: {from: pronoun.from, to: pronoun.to},
            named,
            content: [said],
            addressee: null
          }
        ]
      : []
  }
  let end = start
  while (end < sentence.end && end - start < longestSource && !stops.has(syntax.tokens[end]!.text)) end++
  const first = firstPhrase(syntax, syntax.tokens.slice(start, end))
  if (!first) return []
  const named = withComplement(reading, first, end)
  const source = withAside(reading, named, sentence)
  const words = spanOf(syntax.tokens.slice(token.index, start))!
  const after = syntax.within(source).at(-1)!.index + 1
  const part = partAround(syntax, sentence, token, isCue)
  const before = trimmed(
    syntax,
    setAgainst(syntax, part.first, opening(syntax, token)),
    opening(syntax, token)
  )
  // "..., according to footage Radio Oru has obtained": what the name does tells of the footage.
  const isRelative = before && syntax.tokens[after] && opensRelative(syntax, syntax.tokens[after])
  const content = [before, isRelative ? null : trimmed(syntax, after, part.end)].filter(span => span !== null)
  return content.length ? [{cue, words, token, source, named, content, addressee: null}] : []
}

/** "Only three had died, not seven as claimed by the party": the party claims the seven alone. */
function setAgainst({tokens}: Syntax, first: number, end: number): number {
  for (let at = end - 1; at >= Math.max(first, end - reachOfContrast); at--)
    if (tokens[at]!.lower === 'not' && tokens[at - 1]?.text === ',') return at + 1
  return first
}

/** Words between "not" and "as claimed by". */
const reachOfContrast = 4

/** Where the phrase begins: at an "as" before its participle. */
function opening({tokens}: Syntax, {index}: Token): number {
  return tokens[index - 1]?.lower === 'as' ? index - 1 : index
}

/** "as reported by X", "as X put it, ...": what the clause hangs on is what X says. */
function asReported(reading: Reading, sentence: Sentence, token: Token): Credit[] {
  const {syntax, cues, isCue} = reading
  const next = syntax.tokens[token.index + 1]
  if (next?.xpos === 'VBN' && syntax.tokens[token.index + 2]?.lower === 'by') {
    const cue = cues.verb(syntax, next)
    return cue ? behind(reading, sentence, next, token.index + 3, cue) : []
  }
  const verb = syntax.head(token)
  if (token.relation !== 'mark' || !verb || verb.relation !== 'advcl' || verb.index < token.index) return []
  const cue = cues.verb(syntax, verb)
  if (cue?.use !== 'says' || syntax.child(verb, 'ccomp', 'xcomp')) return []
  const subjects = subjectsOf(syntax, verb)
  if (subjects.length === 0) return []
  const aside = spanOf(syntax.subtree(verb))!
  const inside = syntax.within(aside)
  const part = partAround(syntax, sentence, token, isCue)
  const content = [
    trimmed(syntax, part.first, inside[0]!.index),
    trimmed(syntax, inside.at(-1)!.index + 1, part.end)
  ].filter(span => span !== null)
  return content.length
    ? [
        {
          cue,
          words: {from: verb.from, to: verb.to},
          token: verb,
          source: wholePhrase(syntax, subjects, verb),
          named: spanOf(subjects.map(noun => nounPhrase(syntax, noun))),
          content,
          addressee: null
        }
      ]
    : []
}

/** "There were reports that five were abducted": the noun itself is all that is named. */
function nounCredits(reading: Reading, token: Token, cue: Cue): Credit[] {
  const {syntax} = reading
  const clause = syntax.children(token, 'acl', 'ccomp').find(child => {
    const mark = syntax.child(child, 'mark')
    return mark?.lower === 'that' && mark.index > token.index
  })
  const noun = syntax
    .children(token, 'nmod')
    .find(child => token.xpos === 'NNS' && syntax.children(child, 'case').some(({lower}) => lower === 'of'))
  const isOfSubject = cue.use === 'says'
  const said = isOfSubject ? givenClause(syntax, token) : (clause ?? noun)
  if (!said) return []
  const words: Span = {from: token.from, to: token.to}
  const below = syntax.subtree(said)
  const content = trimmed(syntax, below[0]!.index, below.at(-1)!.index + 1)
  if (!content) return []
  const credit = {cue, words, token, content: [content], addressee: null}
  if (!isOfSubject) {
    const source = nounPhrase(syntax, token)
    return [{...credit, source, named: source}]
  }
  const subjects = giversOf(reading, token)
  return subjects.length
    ? [
        {
          ...credit,
          source: wholePhrase(syntax, subjects, syntax.head(token)!),
          named: meantBy(reading, subjects)
        }
      ]
    : []
}

/** "expressed concern that", "came to the conclusion that": whoever does so tells it. */
function giversOf({syntax, cues}: Reading, token: Token): Token[] {
  const verb = syntax.head(token)
  const isGiven =
    verb && cues.isGiving(verb) && verb.index < token.index && ['obj', 'obl'].includes(token.relation)
  return isGiven && !isPassive(syntax, verb) && !isNegated(syntax, verb) ? subjectsOf(syntax, verb) : []
}

/** "came to the conclusion that": the clause may hang on the noun or on its verb. */
function givenClause(syntax: Syntax, token: Token): Token | undefined {
  if (syntax.tokens[token.index + 1]?.lower !== 'that') return undefined
  const over = syntax.head(token)
  return [...syntax.children(token, 'acl', 'ccomp'), ...(over ? syntax.children(over, 'ccomp') : [])].find(
    ({index}) => index > token.index
  )
}

function meantBy({syntax, speakers, antecedents}: Reading, subjects: readonly Token[]): Span {
  const [first] = subjects
  const own = spanOf(subjects.map(noun => nounPhrase(syntax, noun)))!
  if (subjects.length > 1 || !isPronoun(first!)) return own
  return speakers.meant(first!)?.source ?? antecedents.get(first!.index) ?? own
}

const complements = new Set(['to', 'for', 'on'])

/** "the ambassador to the islands Jon Kerr": up to where the tree ends the phrase, if that comes before the next mark. */
function withComplement({syntax}: Reading, named: Span, end: number): Span {
  const next = syntax.tokens[syntax.within(named).at(-1)!.index + 1]
  const head = syntax.headOf(named)
  if (!head || !next || next.index >= end || next.relation !== 'case' || !complements.has(next.lower))
    return named
  const below = syntax.subtree(head).filter(({index, from}) => from >= named.from && index < end)
  const isPhrase = below.some(({index}) => index === next.index) && below.every(({upos}) => upos !== 'VERB')
  return isPhrase ? {from: named.from, to: below.at(-1)!.to} : named
}

const relatives = new Set(['who', 'which', 'whom', 'that'])

/** "Jon Kerr, the mayor", "a hospital official who spoke on condition of anonymity": up to the next mark. */
function withAside({syntax}: Reading, named: Span, sentence: Sentence): Span {
  const head = syntax.headOf(named)
  const [apposed] = head ? syntax.children(head, 'appos').filter(({from}) => from > named.to) : []
  if (apposed) return {from: named.from, to: spanOf(syntax.subtree(apposed))!.to}
  let end = syntax.within(named).at(-1)!.index + 1
  const isComma = syntax.tokens[end]?.text === ','
  if (!relatives.has(syntax.tokens[isComma ? end + 1 : end]?.lower ?? '')) return named
  end += isComma ? 2 : 1
  while (end < sentence.end && !stops.has(syntax.tokens[end]!.text)) end++
  return {from: named.from, to: syntax.tokens[end - 1]!.to}
}
