/**
 * What speaks for and against it that a mention of a happening means something else (codebook/contexts.yaml).
 *
 *     "an elephant attacked a farmer"             done by what does so among animals
 *     "the film shows how troops fired"           under a word of stories
 *     "convicted of the murder of two in 1995"    under a word of the court; an old time
 *     "Gunmen fired on the team's bus, killing 2" sport by its words, but armed, with deaths
 */
import type {EventContext, Sign} from '../codebook/contexts.ts'
import {clauseHead, isVerb} from '../languages/en/clauses.ts'
import {addDays, type IsoDate} from '../model/date.ts'
import type {Annotated, EventMention, TimeMention} from '../model/layers.ts'
import {overlaps} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import type {PeopleWords} from './people-words.ts'

export type SignsRead = Annotated<
  'header' | 'passages' | 'syntax' | 'coreference' | 'times' | 'actors' | 'casualties'
>

/** What the first two sentences date runs on so far. */
const reachOfOpening = 8
/** "Twenty years after": a distance that leads out of the news. */
const long = /\b(?:year|decade|centur)/i
/** "Until Friday", "since March": bounds, not days of what is told. */
const bounds = new Set(['until', 'till', 'since', 'by', 'from'])
const targets = new Set(['on', 'at', 'in', 'near', 'against', 'outside', 'inside'])
const temporal = new Set(['after', 'before', 'since', 'following', 'during', 'until'])
/** Told from further back than this many days a happening is none of the news. */
const newsDays = 31

/** Signs that a mention bears whatever the context; `unread`: words of mentions that were set aside. */
export function commonSigns(
  report: SignsRead,
  event: EventMention,
  token: Token,
  isArmed: (actor: string) => boolean,
  people: PeopleWords,
  unread: ReadonlySet<Token>
): Map<Sign, readonly Token[]> {
  const {syntax, casualties} = report
  const found = new Map<Sign, readonly Token[]>()
  const agents = event.agents.flatMap(agent => syntax.headOf(agent) ?? [])
  if (event.agents.some(({id}) => id !== null && isArmed(id))) found.set('armed', agents)
  else if (agents.some(agent => people.isPerson(agent) || people.isGroup(agent))) found.set('people', agents)
  for (const {outcome, realis, polarity, background, quantity, one, token: at} of casualties) {
    if (realis !== 'happened' || polarity !== 'affirmed' || background || (quantity === null && !one))
      continue
    const word = syntax.tokens[at]!
    if (unread.has(word)) continue
    const where = word.sentence === token.sentence ? 'sentence' : 'around'
    const sign: Sign = `${outcome === 'killed' ? 'killed' : 'hurt'}-${where}`
    found.set(sign, [...(found.get(sign) ?? []), word])
  }
  return found
}

/**
 * Who does it, or whom it befalls, is what the context's lists name: as a role, or as the word before or behind a noun. Read once
 * for an event, asked for every context.
 */
export function roleSigns(
  {syntax, coreference}: SignsRead,
  event: EventMention,
  token: Token
): (roles: {does: ReadonlySet<string>; suffers: ReadonlySet<string>}) => Map<Sign, readonly Token[]> {
  const heads = (fillers: EventMention['agents']) => fillers.flatMap(filler => syntax.headOf(filler) ?? [])
  const nouns = (tokens: readonly Token[]) => tokens.flatMap(noun => nounsFor(syntax, coreference, noun))
  const beside = isVerb(token)
    ? []
    : syntax.children(token, 'compound', 'nmod', 'amod').filter(noun => !isWhen(syntax, noun))
  // "A strike on a market": where it hit did not do it.
  const doers = beside.filter(
    noun => noun.relation !== 'nmod' || !syntax.children(noun, 'case').some(({lower}) => targets.has(lower))
  )
  const agents = nouns([...heads(event.agents), ...doers])
  // "The vote was a massacre": what is called so.
  const called = isVerb(token) || !syntax.child(token, 'cop') ? [] : syntax.children(token, 'nsubj')
  const patients = nouns([...heads(event.patients), ...beside, ...called])
  return ({does, suffers}) => {
    const found = new Map<Sign, readonly Token[]>()
    const by = agents.filter(({lemma}) => does.has(lemma))
    const to = patients.filter(({lemma}) => suffers.has(lemma))
    if (by.length) found.set('done-by', by)
    if (to.length) found.set('done-to', to)
    return found
  }
}

/** "Hours after the verdict a bomb exploded": the verdict says when. */
function isWhen(syntax: Syntax, noun: Token): boolean {
  return syntax.children(noun, 'case', 'mark').some(({lower}) => temporal.has(lower))
}

/** A pronoun, and the nouns that stand for the same. */
function nounsFor(syntax: Syntax, coreference: SignsRead['coreference'], token: Token): Token[] {
  if (token.upos !== 'PRON') return [token]
  const chain = coreference.find(({mentions}) => mentions.some(mention => mention.token === token.index))
  return chain ? chain.mentions.map(mention => syntax.tokens[mention.token]!) : [token]
}

/** A word of the list that governs the mention: above it in the tree, the subject of a verb above it, or behind "in" in its clause. */
export function governor(
  syntax: Syntax,
  token: Token,
  {makes}: EventContext,
  governs: ReadonlySet<string>
): Token | undefined {
  const above = syntax.ancestors(token)
  for (const word of above) {
    if (governs.has(word.lemma) && !isWhen(syntax, word) && (makes !== 'story' || !isVerb(word))) return word
    const subject = syntax.child(word, 'nsubj', 'nsubj:pass')
    if (subject && subject.index !== token.index && !above.includes(subject) && governs.has(subject.lemma))
      return subject
  }
  if (makes !== 'story') return undefined
  return [token, ...above].flatMap(word =>
    syntax
      .children(word, 'obl', 'nmod')
      .filter(
        noun => governs.has(noun.lemma) && syntax.children(noun, 'case').some(({lower}) => lower === 'in')
      )
  )[0]
}

/** Of the verb that tells it: a headline's present is news, and an infinitive has the tense of the verb above it. */
export function tenseSign(
  {passages, syntax}: SignsRead,
  token: Token
): {sign: 'present' | 'past-tense'; words: Token[]} | null {
  if (passages[syntax.sentenceOf(token).passage]!.kind === 'title') return null
  const own = clauseHead(syntax, token)
  const isInfinitive = syntax.children(own, 'mark', 'aux').some(({lower}) => lower === 'to')
  const verb = isInfinitive ? (syntax.head(own) ?? own) : own
  const finite = [...syntax.children(verb, 'aux', 'aux:pass', 'cop'), verb]
  const past = finite.find(({xpos, lower}) => xpos === 'VBD' || lower === 'had')
  if (past) return {sign: 'past-tense', words: [past]}
  const present = finite.find(
    ({xpos, lower}) => /^VB[ZP]?$/.test(xpos) && lower !== 'have' && lower !== 'has'
  )
  return present ? {sign: 'present', words: [present]} : null
}

/** A time of the last month in the mention's own clause; where something governs it, below the mention itself. */
export function freshTime(
  {syntax, header}: SignsRead,
  event: EventMention,
  token: Token,
  times: readonly TimeMention[],
  isGoverned: boolean
): Token[] {
  const below = isGoverned ? syntax.subtree(token) : []
  const fresh = times.find(
    time =>
      isFresh(time, header.publishedOn) &&
      !bounds.has(syntax.within({from: time.from - 8, to: time.from}).at(-1)?.lower ?? '') &&
      (isGoverned
        ? below.some(word => overlaps(word, time))
        : token.relation === 'root' || overlaps(event.clause, time))
  )
  return fresh ? syntax.within(fresh) : []
}

function isFresh({kind, when, lag, direction}: TimeMention, publishedOn: IsoDate | null): boolean {
  if (kind === 'lag') return direction === 'after' && !long.test(lag ?? '')
  if (kind !== 'point') return false
  if (when === null) return true
  if (publishedOn === null || when.precision === 'month' || when.precision === 'year') return false
  const [from, to] = [when.from.slice(0, 10), when.to.slice(0, 10)]
  return to >= addDays(publishedOn, -newsDays) && from <= addDays(publishedOn, 1)
}

/** A time that is over, told in the opening of the report or in the two sentences before, if no news stands there: the story runs on. */
export function timeRunningOn(
  report: SignsRead,
  token: Token,
  isPast: (sentence: Sentence) => boolean
): Token[] {
  const {syntax, times} = report
  const start = token.sentence <= reachOfOpening ? [0, 1] : []
  const sentences = [...start, token.sentence - 2, token.sentence - 1]
  for (const index of sentences) {
    const sentence = index < token.sentence ? syntax.sentences[index] : undefined
    const old = sentence && isPast(sentence) ? oldTime(report, syntax.inSentence(times, sentence)) : []
    if (old.length) return old
  }
  return []
}

/** A time that is over for more than a month. */
export function oldTime({syntax, header}: SignsRead, times: readonly TimeMention[]): Token[] {
  const {publishedOn} = header
  const old = times.find(({kind, when, lag}) =>
    when === null || publishedOn === null
      ? kind === 'background' || (kind === 'lag' && long.test(lag ?? ''))
      : kind !== 'stamp' && when.to.slice(0, 10) < addDays(publishedOn, -newsDays)
  )
  return old ? syntax.within(old) : []
}
