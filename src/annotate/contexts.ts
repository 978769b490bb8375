/**
 * Sets aside what only sounds like a happening: a striker's attack, a film's bomb, a drill, a murder of 1995 before its judges.
 *
 * For each mention and each context of codebook/contexts.yaml the signs are added up with the weights of
 * context-signs.csv; from the threshold on the mention is set aside. What is set aside stays in the layer of
 * events; claims and incidents heed it. Every sign keeps its words.
 *
 * Mentions that a first round left standing are weighed again beside what it set aside: where a game's air strike and
 * hostages are played, its mortar is too.
 */
import {actorKinds} from '../codebook/actor-kinds.ts'
import {type EventContext, eventContexts, type Sign, signWeights} from '../codebook/contexts.ts'
import {eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {inLanguages} from '../languages/readers.ts'
import type {Annotated, EventMention, RoleFiller, SetAside} from '../model/layers.ts'
import {quote} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import type {Sentence, Token} from '../model/syntax.ts'
import {
  commonSigns,
  freshTime,
  governor,
  oldTime,
  roleSigns,
  type SignsRead,
  tenseSign,
  timeRunningOn
} from './context-signs.ts'
import {contextWordFinder, type ReportWords} from './context-words.ts'
import {peopleWords} from './people-words.ts'

/** What makes no incident by itself may stay. */
const leastRank = 3
/** Words of violence in a whole long report, by weight, that a figure of speech may stand beside. */
const mostOfFigures = 1
/** So many sentences say more of an attack than the word. */
const longReport = 3

/** So many sentences apart, what was set aside speaks for another mention. */
const reachOfOthers = 3
/** Words of the context that a mention must have itself before others speak for it. */
const leastOwnWords = 2

type Read = SignsRead & Annotated<'events' | 'places'>

export const contexts = ({codebook}: Knowledge) => {
  const all = eventContexts(codebook)
  const weights = signWeights(codebook)
  const wordsOf = contextWordFinder(all, weights)
  const people = peopleWords(codebook)
  const kinds = actorKinds(codebook)
  const types = new Map(eventTypes(codebook).map(type => [type.id, type]))
  const weapons = new Set(codebook.column('lexicons/en/weapons.csv', 'form'))
  const withLanguages = inLanguages(codebook, 'contexts')
  const real = all.filter(({makes}) => makes === 'happening').map(({id}) => id)
  const others = all
    .filter(({makes}) => makes !== 'happening')
    .map(context => ({
      context,
      of: context.types && new Set(context.types),
      needs: new Set(context.needs),
      despite: new Set(context.despite),
      governs: new Set(context.governs),
      roles: {does: new Set(context.does), suffers: new Set(context.suffers)}
    }))
  const weight = (id: string) => weights.get(id)!

  return stage({
    name: 'contexts',
    needs: [
      'header',
      'passages',
      'syntax',
      'coreference',
      'times',
      'actors',
      'places',
      'events',
      'casualties'
    ],
    adds: ['contexts'],
    run(report) {
      const {syntax} = report
      // Of other languages than English others say what it means.
      const isRead = ({token}: EventMention) => syntax.sentenceOf(syntax.tokens[token]!).parsed
      if (!report.events.some(isRead)) return {contexts: withLanguages(report, [])}
      const words = wordsOf(report.syntax)
      const found: SetAside[] = []
      for (const [i, event] of report.events.entries()) {
        if (!isRead(event)) continue
        const aside = asideOf(report, i, event, words, found, [])
        if (aside) found.push(aside)
      }
      const before = [...found]
      for (const [i, event] of report.events.entries()) {
        const beside = before.filter(aside => isNear(report, event, aside))
        if (!isRead(event) || !beside.length || before.some(aside => aside.event === i)) continue
        const aside = asideOf(report, i, event, words, found, beside)
        if (aside) found.push(aside)
      }
      return {contexts: withLanguages(report, found).toSorted((a, b) => a.event - b.event)}
    }
  })

  function asideOf(
    report: Read,
    index: number,
    event: EventMention,
    words: ReportWords,
    asides: readonly SetAside[],
    beside: readonly SetAside[]
  ): SetAside | null {
    const {text, syntax, times, actors, events} = report
    const token = syntax.tokens[event.token]!
    const type = types.get(event.type)!
    if (type.rank < leastRank && type.family !== 'threat') return null
    const kindOf = new Map(actors.map(({id, kind}) => [id, kind]))
    const isArmed = (actor: string) =>
      ['armed-group', 'state-forces'].some(kind => kinds.isA(kindOf.get(actor), kind))
    const unread = new Set(
      beside.flatMap(({event: at, makes}) =>
        makes === 'nothing' || makes === 'story' ? [syntax.tokens[events[at]!.token]!] : []
      )
    )
    const common = commonSigns(report, event, token, isArmed, people, unread)
    unread.add(token)
    const near = syntax.inSentence(times, syntax.sentenceOf(token))
    const old = oldTime(report, near)
    const actedIn = roleSigns(report, event, token)
    let best: {context: EventContext; sum: number; signs: Map<Sign, SignOf>} | null = null
    for (const {context, of, needs, despite, governs, roles} of others) {
      if (of && !of.has(type.id)) continue
      const signs = new Map<Sign, SignOf>()
      const tense = context.makes === 'story' ? tenseSign(report, token) : null
      // What a story tells in the past tense must stand against all that speaks for news.
      let isLikeNews = tense?.sign === 'past-tense' && !despite.has('past-tense')
      const put = (sign: Sign, value: number, at: readonly Token[]) => {
        if (value !== 0 && (isLikeNews || !despite.has(sign))) signs.set(sign, {value, at})
      }
      const own = putWords(context.id, 1, ['words-sentence', 'words-around'], put, words, token, unread)
      const acted = actedIn(roles)
      for (const [sign, at] of acted) put(sign, weight(sign), at)
      // Beside an old deed stands often the news of the day.
      const alike = context.makes === 'past' ? [] : beside.filter(aside => aside.context === context.id)
      if (alike.length && sumOf(signs) >= leastOwnWords) {
        const at = alike.map(aside => syntax.tokens[events[aside.event]!.token]!)
        put('others', Math.min(alike.length * weight('others'), weight('most-others')), at)
        // "The bombers came too late": as the rest of it is told as a story.
        if (acted.has('done-by') || !(common.has('people') || common.has('armed'))) isLikeNews = false
      }
      const above = governor(syntax, token, context, governs)
      if (above) put('under', weight('under'), [above])
      if (tense) put(tense.sign, weight(tense.sign), tense.words)
      const fresh =
        context.makes === 'nothing' || context.makes === 'mishap'
          ? []
          : freshTime(report, event, token, near, above !== undefined)
      put('fresh', fresh.length ? weight('fresh') : 0, fresh)
      if (context.makes === 'past') {
        put('old-time', old.length ? weight('old-time') : 0, old)
        if (!old.length && !fresh.length) {
          const before = timeRunningOn(report, token, sentence => !tellsNews(report, sentence, asides))
          put('running', before.length ? weight('running') : 0, before)
        }
      }
      if (needs.has('unsupported') && isUnsupported(report, event, words, isArmed))
        put('unsupported', weight('unsupported'), [])
      if (needs.size > 0 && ![...needs].some(sign => signs.has(sign))) continue
      if (!isPositive(signs)) continue
      for (const [sign, at] of common) {
        // "A row of lettuce was massacred": whom the list names is nobody killed.
        const isOwn = signs.has('done-to') && at.every(word => word === token)
        if (!isOwn) put(sign, weight(sign), at)
      }
      for (const id of real)
        putWords(id, -1, ['violence-sentence', 'violence-around'], put, words, token, unread)
      const arms = syntax
        .tokensOf(syntax.sentenceOf(token))
        .filter(word => weapons.has(word.lemma) && word !== token && !own.includes(word))
      if (arms.length) put('weapon', weight('weapon'), arms)
      const sum = sumOf(signs)
      if (sum >= weight('threshold') && (best === null || sum > best.sum)) best = {context, sum, signs}
    }
    return (
      best && {
        event: index,
        context: best.context.id,
        makes: best.context.makes as SetAside['makes'],
        sum: best.sum,
        signs: [...best.signs].map(([sign, {value, at}]) => ({
          sign,
          weight: value,
          words: at.map(word => quote(text, word))
        }))
      }
    )
  }

  function isNear({syntax, events}: Read, {token}: EventMention, aside: SetAside): boolean {
    const other = syntax.tokens[events[aside.event]!.token]!
    return Math.abs(other.sentence - syntax.tokens[token]!.sentence) <= reachOfOthers
  }

  /** Tells a happening that was not set aside. */
  function tellsNews({syntax, events}: Read, sentence: Sentence, asides: readonly SetAside[]): boolean {
    const own = syntax.inSentence(events, sentence, ({trigger}) => trigger)
    return own.some(
      event =>
        types.get(event.type)!.rank >= leastRank && !asides.some(aside => events[aside.event] === event)
    )
  }

  function putWords(
    context: string,
    way: 1 | -1,
    [here, around]: readonly [Sign, Sign],
    put: (sign: Sign, value: number, at: readonly Token[]) => void,
    words: ReportWords,
    token: Token,
    but: ReadonlySet<Token>
  ): readonly Token[] {
    const own = words.inSentence(context, token.sentence, but)
    const other = words.around(context, token.sentence, but)
    put(here, way * Math.min(own.sum, weight('most-sentence')), own.words)
    put(around, way * Math.min(other.sum * weight('around'), weight('most-around')), other.words)
    return own.words
  }

  /** Nothing in the report speaks of violence but words like "attack" and "storm" alone. */
  function isUnsupported(
    {syntax, casualties, events, places}: Read,
    event: EventMention,
    words: ReportWords,
    isArmed: (actor: string) => boolean
  ): boolean {
    const isLong = syntax.sentences.length >= longReport
    if (real.some(id => words.total(id) > (isLong ? mostOfFigures : 0))) return false
    if (events.some(({agents}) => agents.some(({id}) => id !== null && isArmed(id)))) return false
    const isPerson = (filler: RoleFiller) => {
      const head = syntax.headOf(filler)
      return filler.id !== null || (head !== undefined && people.isPerson(head))
    }
    // A long report would say more of what is so told; a short one may say no more than who and where.
    const isCounted = (filler: RoleFiller) => {
      const head = syntax.headOf(filler)
      return head !== undefined && people.isPerson(head) && syntax.child(head, 'nummod') !== undefined
    }
    if (types.get(event.type)!.family === 'protest' && event.agents.some(isCounted)) return false
    if (isLong) return casualties.length === 0
    return (
      places.length === 0 && casualties.length === 0 && ![...event.agents, ...event.patients].some(isPerson)
    )
  }
}

interface SignOf {
  readonly value: number
  readonly at: readonly Token[]
}

function sumOf(signs: ReadonlyMap<Sign, SignOf>): number {
  return [...signs.values()].reduce((total, {value}) => total + value, 0)
}

function isPositive(signs: ReadonlyMap<Sign, SignOf>): boolean {
  return [...signs.values()].some(({value}) => value > 0)
}
