/**
 * Credits by a verb: who says, and which words.
 *
 *     "police said two people were killed"           the subject says it
 *     "..., said the mayor"                          inverted
 *     "claimed responsibility for the attack"        the attack is told on the word of whoever claims it
 *
 * A verb that needs a speaker ("saw", "shows", "put the toll at") counts only when its subject is one.
 * Passives and verbs of citing have files of their own.
 */
import {isPassive, nounPhrase} from '../languages/en/clauses.ts'
import type {SourceKind} from '../model/contract.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {citing} from './citing-speech.ts'
import {type Credit, cueWords, isNegated} from './credit.ts'
import type {Cue} from './cues.ts'
import {passiveCredits} from './passive-speech.ts'
import type {Reading} from './reading.ts'
import {upToVerb, wholePhrase, withoutApposition} from './speaker-phrase.ts'
import {isPronoun} from './speakers.ts'
import {contentOf, isQuoting, isSaidClause} from './speech-content.ts'
import {addresseeOf} from './told-press.ts'
import {finite, speakersOf, taggedOn} from './verb-subjects.ts'

/** Which kinds of subject a use needs; the others take any person, body or pronoun. */
const neededKinds: Partial<Record<Cue['use'], ReadonlySet<SourceKind>>> = {
  sees: new Set(['correspondent', 'witness']),
  shows: new Set(['footage', 'document', 'social-post', 'correspondent']),
  figure: new Set([
    'official',
    'security',
    'medical',
    'agency',
    'medium',
    'unnamed',
    'document',
    'party',
    'armed-group',
    'witness'
  ])
}
const tolls = new Set(['toll', 'number', 'count', 'tally', 'dead', 'injured', 'wounded'])
/** Uses that credit only where a clause follows: "believes that", "found that". */
const needClause: ReadonlySet<Cue['use']> = new Set(['thinks'])
/** "Claimed two lives" claims nothing. */
const untold = new Set(['life'])

export function verbCredits(reading: Reading, sentence: Sentence, verb: Token, cue: Cue): Credit[] {
  const {syntax} = reading
  if (isGoverned(syntax, verb) || isSaidOf(syntax, verb) || isWanted(syntax, verb)) return []
  if (isPassive(syntax, verb) && taggedOn(syntax, verb).length === 0)
    return passiveCredits(reading, sentence, verb, cue)
  if (cue.use === 'cites') return citing(reading, sentence, verb, cue)
  return activeCredits(reading, sentence, verb, cue)
}

const wanting = new Set(['should', 'must', 'ought', 'need'])

/** "The authorities should reveal where they are": nothing is said yet. */
function isWanted(syntax: Syntax, verb: Token): boolean {
  return syntax.children(verb, 'aux').some(({lower}) => wanting.has(lower))
}

/** "quotes the ministry as saying": the quoting says it all. */
function isGoverned(syntax: Syntax, verb: Token): boolean {
  return verb.xpos === 'VBG' && syntax.tokens[verb.index - 1]?.lower === 'as'
}

/** A verb that no list has says what stands in quotation marks beside it: "exclaimed", "quipped". */
const quoting: Cue = {id: 'quoting', form: '', use: 'says', certainty: 'certain', polarity: 'affirmed'}

/** The cue that a verb is, by the list or by the quotation beside it. */
export function cueOf({syntax, cues, quotation}: Reading, verb: Token): Cue | undefined {
  // "made sure that" says nothing, "are sure that" does; "adding salt is simple" does not.
  if (verb.upos === 'ADJ' && !syntax.child(verb, 'cop')) return undefined
  if (verb.relation === 'csubj' && !syntax.child(verb, 'nsubj')) return undefined
  const listed = cues.verb(syntax, verb)
  const tellsTime =
    finite.has(verb.xpos) || (verb.xpos === 'VBN' && syntax.child(verb, 'nsubj') !== undefined)
  if (listed || !tellsTime || verb.upos === 'AUX') return listed
  return isQuoting(syntax, verb, quotation) ? quoting : undefined
}

/** "soldiers said to be near the bridge": somebody says it of them. */
function isSaidOf({tokens}: Syntax, {index, lemma}: Token): boolean {
  return lemma === 'say' && tokens[index + 1]?.lower === 'to' && tokens[index + 2]?.xpos === 'VB'
}

function activeCredits(reading: Reading, sentence: Sentence, verb: Token, cue: Cue): Credit[] {
  const {text, syntax, speakers, kindOf, isCue} = reading
  const subjects = speakersOf(reading, sentence, verb)
  const [first] = subjects
  // "You know that ...": whoever is quoted says it to somebody, who does not.
  const isAsked = first?.lower === 'you'
  // "You know, ..." fills a pause.
  if (!first || (isAsked && (reading.quotation[verb.index] !== 0 || verb.relation === 'parataxis'))) return []
  if (syntax.children(verb, 'obj').some(({lemma}) => untold.has(lemma))) return []
  if (needClause.has(cue.use) && !isSaidClause(syntax, verb, reading.quotation)) return []
  const source = wholePhrase(syntax, subjects, verb)
  const isMeant = subjects.length === 1 && isPronoun(first)
  const own = spanOf(subjects.map(subject => nounPhrase(syntax, subject)))!
  const named = isMeant
    ? (speakers.meant(first)?.source ?? reading.antecedents.get(first.index) ?? own)
    : (nameOfOwned(syntax, first, verb) ?? withoutApposition(text, upToVerb(syntax, own, verb)))
  // "put the toll at 80, saying ...": the same speaker, in the fuller words.
  const fuller = bodyOf(reading, verb, subjects) ?? speakers.at(named)?.source ?? named
  const kind = kindOf(fuller)
  reading.remember(fuller)
  // "research shows that": a clause is told by whatever shows it; a man who has shown that he can win tells nothing.
  const isOnePerson = onePerson.has(first.lower) || reading.isPerson(fuller)
  const isShownClause = cue.use === 'shows' && syntax.child(verb, 'ccomp') !== undefined && !isOnePerson
  const isNoticed = cue.use === 'sees' && isNoticing(reading, verb)
  const needed = isShownClause || isNoticed ? undefined : neededKinds[cue.use]
  // "The union put the toll at nine": a toll is given by anybody.
  const isToll = cue.use === 'figure' && syntax.children(verb, 'obj').some(({lemma}) => tolls.has(lemma))
  const isOfKind =
    needed === undefined || isToll || (needed.has(kind) && (kind !== 'unnamed' || isUnnamed(text, fuller)))
  if (!isOfKind && (isMeant || !isName(syntax, cue, fuller))) return []
  const content =
    cue.use === 'owns' ? deedsOf(syntax, verb, first) : contentOf(syntax, sentence, verb, source, isCue)
  // "denied any role": what is denied may be a word.
  if (content.length === 0 && cue.use === 'denies')
    content.push(...syntax.children(verb, 'obj').map(noun => nounPhrase(syntax, noun)))
  if (content.length === 0 || (cue.use === 'figure' && !hasFigure(syntax, content))) return []
  return [
    {
      cue,
      words: cueWords(syntax, verb),
      token: verb,
      source,
      named: fuller,
      content,
      addressee: addresseeOf(reading, verb),
      isNegated: isNegated(syntax, verb)
    }
  ]
}

/** "its director said", "at the hospital, the director said": the body that somebody without a name speaks for. */
function bodyOf(reading: Reading, verb: Token, [first, ...others]: readonly Token[]): Span | null {
  const {syntax, speakers, antecedents, kindOf} = reading
  if (first?.upos !== 'NOUN' || others.length > 0) return null
  const owner = syntax.child(first, 'nmod:poss')
  const isIts = owner && /^(?:its|their)$/.test(owner.lower)
  const meant = isIts ? (antecedents.get(owner.index) ?? speakers.meant({lower: 'it'})?.source) : undefined
  const isBare = syntax.children(first).every(({relation}) => relation === 'det' || relation === 'punct')
  const isUnknown = isBare && kindOf({from: first.from, to: first.to}) === 'unnamed'
  const place = isUnknown
    ? syntax
        .children(verb, 'obl')
        .find(noun => noun.index < first.index && syntax.child(noun, 'case')?.lower === 'at')
    : undefined
  const body = meant ?? (place && nounPhrase(syntax, place))
  return body && kindOf(body) !== 'unnamed' && !reading.isPerson(body) ? body : null
}

const tensed = new Set([...finite, 'MD'])
const onePerson = new Set(['he', 'she', 'who'])

/** "put the toll at nine"; "put me away" gives no number. */
function hasFigure(syntax: Syntax, content: readonly Span[]): boolean {
  return content.some(span => syntax.within(span).some(({upos}) => upos === 'NUM'))
}

/** "The paper observed that ...", "heard they had left": a whole clause is known; "saw guards fire" is seen, by whoever was there. */
function isNoticing({syntax, quotation}: Reading, verb: Token): boolean {
  return (
    isQuoting(syntax, verb, quotation) ||
    syntax
      .children(verb, 'ccomp')
      .some(
        clause =>
          clause.index > verb.index &&
          syntax.child(clause, 'nsubj', 'nsubj:pass', 'expl') !== undefined &&
          [clause, ...syntax.children(clause, 'aux', 'aux:pass', 'cop')].some(({xpos}) => tensed.has(xpos))
      )
  )
}

const nobody = new Set(['no', 'nobody', 'none', 'neither'])
const relativeWords = new Set(['WDT', 'WP'])

/** "claimed responsibility for the attack": the deed is told on the word of whoever claims it, what the deed did is not. */
function deedsOf(syntax: Syntax, verb: Token, claimant: Token): Span[] {
  const isNobody = [claimant, ...syntax.children(claimant, 'det')].some(({lower}) => nobody.has(lower))
  const isYetTo = verb.xpos === 'VB' && syntax.tokens[verb.index - 1]?.lower === 'to'
  if (isNobody || isYetTo || isNegated(syntax, verb)) return []
  const isRelative = (child: Token) =>
    child.relation.startsWith('acl') &&
    syntax.children(child).some(({xpos, index}) => relativeWords.has(xpos) && index < child.index)
  return [verb, ...syntax.children(verb, 'obj')]
    .flatMap(word => syntax.children(word, 'obl', 'nmod', 'advcl', 'acl'))
    .filter(deed => syntax.children(deed, 'case', 'mark').some(({lower}) => lower === 'for'))
    .map(deed => spanOf(syntax.subtree(deed, isRelative))!)
}

/** "The Lake Monitoring Group put the toll at 21": whoever has a name gives a figure, of whatever kind it is. */
function isName(syntax: Syntax, {use}: Cue, source: Span): boolean {
  const head = syntax.headOf(source)
  const isCapital = head && /^\p{Lu}/u.test(head.text) && head.index > syntax.sentenceOf(head).first
  return use === 'figure' && (head?.upos === 'PROPN' || isCapital === true)
}
/** "Its spokesman, Colonel Mario Tapia, said": his name tells more than whose he is. */
function nameOfOwned(syntax: Syntax, noun: Token, verb: Token): Span | null {
  const isOwned = syntax.children(noun, 'nmod:poss').some(({xpos}) => xpos === 'PRP$')
  const name = syntax.children(noun, 'appos').find(({upos, index}) => upos === 'PROPN' && index > noun.index)
  return isOwned && name && name.index < verb.index ? nounPhrase(syntax, name) : null
}

const isUnnamed = (text: string, {from, to}: Span) => /\bsources?\b/i.test(text.slice(from, to))
