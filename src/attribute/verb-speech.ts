/**
 * Credits by a verb: who says, and which words.
 *
 *     "police said two people were killed"        active, the subject says it
 *     "..., said the mayor"                       inverted
 *     "X was quoted (by Y) as saying ..."         X says it, Y passes it on
 *     "the raid was confirmed by the ministry"    passive, the agent says it
 *     "Y, citing X, said ..." "Y quotes X as saying ..."
 *
 * A verb that needs a speaker ("saw", "shows", "put the toll at") counts only when its subject is one.
 */
import {agentsOf, isPassive, nounPhrase, subjectsOf} from '../languages/en/clauses.ts'
import type {SourceKind} from '../model/contract.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {type Credit, cueWords, isNegated} from './credit.ts'
import type {Cue, Cues} from './cues.ts'
import {speakerBefore, upToVerb, wholePhrase, withoutApposition} from './speaker-phrase.ts'
import {isPronoun, type Speakers} from './speakers.ts'
import {contentOf, isQuoting, isSaidClause, partAround, trimmed} from './speech-content.ts'

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
/** Uses that credit only where a clause follows: "believes that", "found that". */
const needClause: ReadonlySet<Cue['use']> = new Set(['thinks'])
/** "Claimed two lives" claims nothing. */
const untold = new Set(['life'])

export interface Reading {
  readonly text: string
  readonly syntax: Syntax
  readonly cues: Cues
  readonly speakers: Speakers
  /** What pronouns stand for where nobody has spoken yet. */
  readonly antecedents: ReadonlyMap<number, Span>
  /** The quotation that each token stands in, 0 for none. */
  readonly quotation: Int32Array
  readonly kindOf: (source: Span) => SourceKind
  /** Whether an actor or a word of the lists says what kind of source it is. */
  readonly isKnown: (source: Span) => boolean
  readonly isPerson: (source: Span) => boolean
  /** Keeps somebody in mind for the pronouns that follow. */
  readonly remember: (source: Span) => void
  readonly isCue: (token: Token) => boolean
}

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
    : withoutApposition(text, upToVerb(syntax, own, verb))
  // "put the toll at 80, saying ...": the same speaker, in the fuller words.
  const fuller = speakers.at(named)?.source ?? named
  const kind = kindOf(fuller)
  reading.remember(fuller)
  // "research shows that": a clause is told by whatever shows it; a man who has shown that he can win tells nothing.
  const isOnePerson = onePerson.has(first.lower) || reading.isPerson(fuller)
  const isShownClause = cue.use === 'shows' && syntax.child(verb, 'ccomp') !== undefined && !isOnePerson
  const isNoticed = cue.use === 'sees' && isNoticing(reading, verb)
  const needed = isShownClause || isNoticed ? undefined : neededKinds[cue.use]
  if (needed && (!needed.has(kind) || (kind === 'unnamed' && !isUnnamed(text, fuller)))) return []
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

const isUnnamed = (text: string, {from, to}: Span) => /\bsources?\b/i.test(text.slice(from, to))
const canSpeak = ({upos}: Token) => ['NOUN', 'PROPN', 'PRON', 'ADJ', 'DET'].includes(upos)

/** The subject; where the tree has none, the noun just before or (inverted, "said X") just behind the cue. */
function speakersOf({syntax, quotation}: Reading, sentence: Sentence, verb: Token): Token[] {
  // Whoever is told of in quotation marks does not say what stands there.
  const isBeside = ({index}: Token) => quotation[index] === quotation[verb.index] || quotation[index] === 0
  const isInverted = (token: Token) => token.index > verb.index
  const subjects = subjectsOf(syntax, verb).filter(token => canSpeak(token) && isBeside(token))
  const beside = besideQuotation(syntax, verb, quotation)
  if (beside && canSpeak(beside)) {
    const inverted = subjects.filter(isInverted)
    return inverted.includes(beside) ? inverted : [beside]
  }
  const tagged = taggedOn(syntax, verb)
  if (tagged.length) return tagged
  const hasOwn = syntax.child(verb, 'nsubj', 'nsubj:pass') !== undefined
  const behind = hasOwn ? null : invertedAtEnd(syntax, sentence, verb)
  if (behind) return [behind]
  // "The mayor claimed his guards had fled": who stands behind the verb is told of.
  const before = subjects.filter(token => !isInverted(token))
  if (subjects.length) return before.length ? before : subjects
  const next = syntax.tokens[verb.index + 1]
  const previous = syntax.tokens[verb.index - 1]
  const aside = verb.xpos === 'VBD' || verb.xpos === 'VBZ' ? speakerBefore(syntax, verb) : null
  if (aside && canSpeak(aside)) return [aside]
  if (verb.xpos !== 'VBG' && previous?.upos === 'PUNCT' && next && verb.index + 1 < sentence.end) {
    return syntax
      .children(verb, 'nsubj', 'obj')
      .filter(token => isInverted(token) && canSpeak(token))
      .slice(0, 1)
  }
  return []
}

const finite = new Set(['VBD', 'VBZ', 'VBP'])
const tensed = new Set([...finite, 'MD'])
/** Words of a speaker's phrase. */
const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'CCONJ', 'PART'])
/** A speaker between a comma and the verb has at most so many words. */
const longestTag = 8

/** "..., police and hospital sources said.": the nouns between the last comma and a verb that nothing told follows. */
function taggedOn({tokens}: Syntax, verb: Token): Token[] {
  const next = tokens[verb.index + 1]
  const ends = !next || next.sentence !== verb.sentence || next.upos === 'PUNCT'
  if (!ends || !finite.has(verb.xpos)) return []
  let first = verb.index
  while (first > 0 && verb.index - first < longestTag && nominal.has(tokens[first - 1]!.upos)) first--
  const comma = tokens[first - 1]
  if (comma?.text !== ',' || comma.sentence !== verb.sentence) return []
  const words = tokens.slice(first, verb.index)
  const isHead = ({upos}: Token, i: number) =>
    (upos === 'NOUN' || upos === 'PROPN') && (i === words.length - 1 || words[i + 1]!.upos === 'CCONJ')
  // "regional governor Ayo Bello": the noun that the others of its phrase hang on.
  const top = (noun: Token): Token => {
    const over = noun.relation === 'conj' ? undefined : tokens[noun.head]
    return over && over.index >= first && over.index < verb.index ? top(over) : noun
  }
  return words[0]?.upos === 'CCONJ' ? [] : [...new Set(words.filter(isHead).map(top))]
}

/** "..., said the deputy mayor.": the head of a phrase that ends the sentence, though the tree takes it for what is said. */
function invertedAtEnd({tokens}: Syntax, {end}: Sentence, verb: Token): Token | null {
  if (tokens[verb.index - 1]?.text !== ',' || !finite.has(verb.xpos)) return null
  let last = verb.index
  while (
    last + 1 < end &&
    (nominal.has(tokens[last + 1]!.upos) || /^(?:of|for)$/.test(tokens[last + 1]!.lower))
  )
    last++
  const isOver = last + 1 >= end || /^[.,;]$/.test(tokens[last + 1]!.text)
  if (last === verb.index || !isOver) return null
  // The first noun that is not told more closely by the next one.
  for (let at = verb.index + 1; at <= last; at++) {
    const {upos, head} = tokens[at]!
    if ((upos === 'NOUN' || upos === 'PROPN') && (head <= verb.index || head > last)) return tokens[at]!
  }
  return null
}

/** Who stands beside the verb that closes a quotation, where the tree looks for him inside it: "...," he added; "...," said the mayor. */
function besideQuotation(syntax: Syntax, verb: Token, quotation: Int32Array): Token | null {
  if (!finite.has(verb.xpos) || quotation[verb.index] !== 0) return null
  const [before, next] = [syntax.tokens[verb.index - 1], syntax.tokens[verb.index + 1]]
  if (!before || !next) return null
  if (before.upos === 'PRON' && quotation[verb.index - 2]! > 0) return before
  if (quotation[before.index] === 0) return null
  // "said the mayor": the head of the nouns behind it.
  let noun: Token = next
  while (noun.head > verb.index && noun.sentence === verb.sentence) noun = syntax.head(noun)!
  return noun.upos === 'NOUN' || noun.upos === 'PROPN' || noun.upos === 'PRON' ? noun : null
}

function passiveCredits(reading: Reading, sentence: Sentence, verb: Token, cue: Cue): Credit[] {
  const {text, syntax, isCue} = reading
  const [agent] = syntax.tokens[verb.index + 1]?.lower === 'by' ? agentsOf(syntax, verb) : []
  const by = agent && agent.index > verb.index ? nounPhrase(syntax, agent) : null
  const credit = (source: Span, content: readonly Span[], isCited = false): Credit => ({
    cue,
    words: cueWords(syntax, verb),
    token: verb,
    source,
    named: withoutApposition(text, source),
    content,
    addressee: null,
    isCited
  })
  if (cue.use === 'cites') {
    const saying = asSaying(syntax, verb)
    if (saying) {
      const rest = trimmed(syntax, saying + 1, partAround(syntax, sentence, verb, isCue).end)
      const subjects = subjectsOf(syntax, verb).filter(canSpeak)
      const source = subjects.length ? wholePhrase(syntax, subjects, verb) : null
      if (!rest || !source) return []
      return [...(by ? [credit(by, [rest])] : []), credit(source, [rest], true)]
    }
    // "residents, quoted by the agency, said": whoever quotes them passes on what they say.
    const speaker = syntax.head(verb)
    const said = speaker && syntax.head(speaker)
    if (by && verb.relation === 'acl' && said && isCue(said)) {
      const content = contentOf(syntax, sentence, said, wholePhrase(syntax, [speaker], said), isCue)
      return content.length ? [credit(by, content)] : []
    }
    return []
  }
  if (!by) return []
  const clause = syntax.children(verb, 'ccomp', 'csubj:pass', 'csubj').find(({index}) => index !== verb.index)
  const subject = syntax.child(verb, 'nsubj:pass')
  const isEmpty = subject?.lower === 'it'
  if (clause) {
    const span = spanOf(syntax.subtree(clause))
    const whole =
      span && trimmed(syntax, syntax.within(span)[0]!.index, syntax.within(span).at(-1)!.index + 1)
    return whole ? [credit(by, [whole])] : []
  }
  if (isEmpty) {
    const part = partAround(syntax, sentence, verb, isCue)
    const left = trimmed(syntax, part.first, subject!.index)
    return left ? [credit(by, [left])] : []
  }
  return subject ? [credit(by, [spanOf(syntax.subtree(subject))!])] : []
}

const reachOfSaying = 12

/** Where "as saying" or "as telling" stands behind a verb of quoting. */
function asSaying(syntax: Syntax, verb: Token): number | null {
  for (let i = verb.index + 1; i < verb.index + reachOfSaying; i++) {
    const word = syntax.tokens[i]
    if (!word || word.sentence !== verb.sentence) return null
    if (word.xpos === 'VBG' && syntax.tokens[i - 1]!.lower === 'as') return i
  }
  return null
}

/** "citing X", "quoting X", "AFP quotes X as saying": X is the source, and the subject, if any, passes it on. */
function citing(reading: Reading, sentence: Sentence, verb: Token, cue: Cue): Credit[] {
  const {text, syntax, isCue} = reading
  const cited = syntax.children(verb, 'obj')
  if (cited.length === 0) return []
  const source = spanOf(cited.map(noun => nounPhrase(syntax, noun)))!
  const isSource = cited.some(noun => maySpeak(reading, noun))
  const credit = (source: Span, content: readonly Span[], isCited: boolean): Credit => ({
    cue,
    words: cueWords(syntax, verb),
    token: verb,
    source,
    named: withoutApposition(text, source),
    content,
    addressee: null,
    isCited
  })
  const carrier = syntax.head(verb)
  const part = partAround(syntax, sentence, verb, isCue)
  if (verb.xpos === 'VBG' && verb.relation !== 'root') {
    if (!isSource) return []
    const speaker = carrier && (carrier.upos === 'VERB' ? carrier : syntax.head(carrier))
    const said =
      speaker && isCue(speaker) ? contentOf(syntax, sentence, speaker, phraseOf(syntax, speaker), isCue) : []
    const whole = trimmed(syntax, part.first, part.end)
    const content = said.length ? said : whole ? [whole] : []
    return content.length ? [credit(source, content, true)] : []
  }
  const last = Math.max(...syntax.within(source).map(token => token.index))
  const rest = trimmed(syntax, syntax.tokens[last + 1]?.lower === 'as' ? last + 3 : last + 1, part.end)
  const whoCites = speakersOf(reading, sentence, verb)
  const outer = whoCites.length ? spanOf(whoCites.map(noun => nounPhrase(syntax, noun))) : null
  // "cited safety concerns" gives them as a reason, "quoted a price" says nothing.
  if (!isSource) return outer && cue.form === 'cite' ? [credit(outer, [source], false)] : []
  if (!rest) return []
  return [...(outer ? [credit(outer, [rest], false)] : []), credit(source, [rest], true)]
}

/** "citing a lawyer", "citing a study"; "citing safety concerns" names nobody, "the ministry cited safety concerns" only the ministry. */
function maySpeak({isKnown, isPerson, syntax}: Reading, noun: Token): boolean {
  const phrase = nounPhrase(syntax, noun)
  return noun.upos !== 'NOUN' || isKnown(phrase) || isPerson(phrase)
}

function phraseOf(syntax: Syntax, verb: Token): Span | null {
  const subjects = subjectsOf(syntax, verb)
  return subjects.length ? wholePhrase(syntax, subjects, verb) : null
}

/** Who passes on what he is told: the press, not a crowd or a court. */
const carriers: ReadonlySet<SourceKind> = new Set(['agency', 'medium'])
const toldSomebody = new Set(['tell', 'inform'])
/** Before whoever was told: "to AFP", "on state television", "in an interview with". */
const givenTo = new Set(['with', 'to', 'for', 'on'])

/** "told the Daily Post", "said to Reuters", "in an interview with Radio Oru", "in a letter seen by AFP": who was told, or has it in hand. */
function addresseeOf({syntax, kindOf}: Reading, verb: Token): Span | null {
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
      .map(noun => nounPhrase(syntax, noun))
      .find(noun => carriers.has(kindOf(noun))) ?? null
  )
}
