/**
 * Reads people killed, hurt, held by the rules of `patterns/ID/casualties.yaml`: the first rule that takes a number keeps it.
 *
 * A number joined to one that is taken is of the same outcome ("خمسة جنود وثلاثة مدنيين"), and so is a part of a total.
 */
import type {Outcome} from '../../model/contract.ts'
import type {CasualtyMention, Reason} from '../../model/layers.ts'
import {quote} from '../../model/span.ts'
import type {LayerReader} from '../language.ts'
import {clauseFinder} from './clauses.ts'
import {type Field, type SpanAt, type Stretch, spanOfWords} from './field.ts'
import {groupFinder} from './groups.ts'
import type {RuleMatch} from './rules.ts'
import {isMark, isVerbWord, type ListRow} from './sequence-matcher.ts'
import {standingFinder} from './standing.ts'
import type {Tongue} from './tongue.ts'

/** Takes a number that says only how people were not hurt. */
const nothing = 'nothing'
/** The outcome is what the list says of the word. */
const ofList = 'casualties'
/** A number joined to another stands so near behind it, in words. */
const reachOfJoined = 4

type Read = Parameters<LayerReader<'casualties'>>[0]

interface Found {
  readonly match: RuleMatch
  readonly outcome: Outcome
  readonly word: Stretch
  readonly count: SpanAt | null
  readonly who: Stretch
}

export function casualtyReader(tongue: Tongue): LayerReader<'casualties'> {
  const rules = tongue.rules('casualties')
  const groupOf = groupFinder(tongue)
  const clauseOf = clauseFinder(tongue)
  const standing = standingFinder(tongue)
  const [and, befell] = ['clause-words.and', 'casualty-words.noun'].map(
    name => tongue.wordLists[name] ?? new Map()
  )

  const listed: ReadonlyMap<string, ListRow> = tongue.wordLists['casualty-words'] ?? new Map()

  return (report, sentences) => {
    const found: CasualtyMention[] = []
    for (const sentence of sentences) {
      const field = tongue.field(report, sentence)
      const own = foundIn(report, field)
      for (const one of [...own, ...joinedTo(report, field, own)]) found.push(mentionOf(report, field, one))
    }
    found.push(...partsOf(report, found))
    return found.sort((a, b) => a.of.from - b.of.from || a.trigger.from - b.trigger.from)
  }

  function foundIn({quantities}: Read, field: Field): Found[] {
    const taken = new Set<number>()
    const spent = new Set<number>()
    const found: Found[] = []
    for (const match of rules.find(field)) {
      const {count, who, outcome: named} = match.named
      const head = count?.row && count.span ? {first: count.span.head, end: count.span.head + 1} : null
      const word = named ?? head ?? match.anchor
      const row = named?.row ?? count?.row ?? rowOf(field, word)
      const outcome = (match.rule.gives === ofList ? row?.outcome : match.rule.gives) as Outcome | undefined
      if (match.rule.gives === nothing && count?.span) taken.add(count.span.index)
      if (!outcome || match.rule.gives === nothing) continue
      // "استشهاد فتى وإصابة ثلاثة": a number belongs to the nearer word.
      if (count && match.rule.gives === ofList && hasOther(field, word.end, count.first)) continue
      if (count?.span) {
        const {index} = count.span
        if (taken.has(index) || quantities[index]!.crowd !== null) continue
        taken.add(index)
        found.push({match, outcome, word, count: count.span, who: count})
      } else if (!spent.has(word.first) && !isCounted(field, who ?? word, taken)) {
        found.push({match, outcome, word, count: null, who: who ?? word})
      } else continue
      for (let i = word.first; i < word.end; i++) spent.add(i)
      if (who) for (let i = who.first; i < who.end; i++) spent.add(i)
    }
    return found
  }

  /** What the list says of a word that a rule names itself. */
  function rowOf({words}: Field, {first}: Stretch): ListRow | undefined {
    const {form, readings} = words[first]!
    return [...readings.map(({lemma}) => lemma), form].map(key => listed.get(key)).find(Boolean)
  }

  function hasOther({words}: Field, from: number, to: number): boolean {
    const between = from < to ? words.slice(from, to) : []
    return between.some(({readings}) =>
      // "بجروح" says only how.
      readings.some(({lemma, upos, number}) => upos === 'NOUN' && number !== 'plural' && befell!.has(lemma))
    )
  }

  /** "and 12 more": joined to a number that is taken, with no other word for what befell them between. */
  function joinedTo({quantities}: Read, field: Field, own: readonly Found[]): Found[] {
    const {words, spans} = field
    const all = [...spans.number, ...spans.one].sort((a, b) => a.first - b.first)
    const taken = new Map(own.flatMap(one => (one.count ? [[one.count.index, one] as const] : [])))
    const added: Found[] = []
    for (const span of all) {
      const {index, first} = span
      const {from, partOf} = quantities[index]!
      if (taken.has(index) || partOf !== null) continue
      const isJoined = from > words[first]!.from || (first > 0 && and!.has(words[first - 1]!.form))
      const before = all.findLast(other => other.end <= first && taken.has(other.index))
      if (!isJoined || !before || first - before.end > reachOfJoined) continue
      const between = words.slice(before.end, first)
      if (between.some(word => isVerbWord(word) || isMark(word))) continue
      const one = {...taken.get(before.index)!, count: span, who: span}
      taken.set(index, one)
      added.push(one)
    }
    return added
  }

  function mentionOf(report: Read, field: Field, {match, outcome, word, count, who}: Found): CasualtyMention {
    const {text, quantities, actors} = report
    const quantity = count ? quantities[count.index]! : null
    const trigger = spanOfWords(field, word)
    const of = quantity?.of ?? spanOfWords(field, who)
    const group = groupOf(
      text,
      field,
      who,
      count?.head ?? who.first,
      actors,
      quantity !== null && quantity.partOf !== null
    )
    const {realis, polarity, reasons} = standing.of(text, field, word)
    const isNone = quantity?.max === 0
    const isOne = count === null && who !== word && isSingle(field, who)
    const all: Reason[] = [
      {value: 'casualties.outcome', rule: match.name, words: [quote(text, trigger)]},
      ...(group.reason ? [group.reason] : []),
      ...(quantity ? [{value: 'casualties.count', rule: 'quantities', words: [quote(text, quantity)]}] : []),
      ...reasons
    ]
    return {
      outcome,
      trigger,
      token: field.words[word.first]!.token,
      clause: clauseOf(field, {first: Math.min(word.first, who.first), end: Math.max(word.end, who.end)}),
      quantity: count?.index ?? null,
      of,
      group: group.group,
      polarity: isNone ? 'denied' : polarity,
      realis,
      one: isOne,
      cumulative: standing.is(field, word, 'cumulative'),
      background: standing.is(field, word, 'background'),
      sameAs: null,
      rule: match.name,
      reasons: all
    }
  }

  /** "بينهم طفلان": the outcome is the total's. */
  function partsOf(report: Read, totals: readonly CasualtyMention[]): CasualtyMention[] {
    const {text, syntax, quantities, actors} = report
    const taken = new Set(totals.map(({quantity}) => quantity))
    const parts: CasualtyMention[] = []
    for (const [index, quantity] of quantities.entries()) {
      const {partOf, of, head, inferred} = quantity
      const sentence = syntax.sentenceAt(of.from)
      if (partOf === null || taken.has(index) || sentence?.language !== tongue.id) continue
      const total = [...totals, ...parts].find(other => other.quantity === partOf)
      if (!total) continue
      const field = tongue.field(report, sentence)
      const {number, one, none} = field.spans
      const at = [...number, ...one, ...none].find(span => span.index === index)
      if (!at) continue
      const noun = field.words.findIndex(({token}) => token === head)
      const group = groupOf(text, field, at, noun < 0 ? at.first : noun, actors, true)
      parts.push({
        ...total,
        clause: clauseOf(field, at),
        quantity: index,
        of,
        group: group.reason && group.group !== 'people' ? group.group : total.group,
        polarity: quantity.max === 0 ? 'denied' : total.polarity,
        rule: 'part-of-total',
        reasons: [
          {value: 'casualties.outcome', rule: 'part-of-total', words: [quote(text, total.trigger)]},
          ...(group.reason ? [group.reason] : []),
          {
            value: 'casualties.count',
            rule: inferred ? 'rest-of-total' : 'quantities',
            words: [quote(text, quantity)]
          }
        ]
      })
    }
    return parts
  }
}

/** Whether the noun is counted by a number that is taken. */
function isCounted({spans}: Field, at: Stretch, taken: ReadonlySet<number>): boolean {
  return [...spans.number, ...spans.one, ...spans.none].some(
    ({index, first, end}) => taken.has(index) && first < at.end && at.first < end
  )
}

function isSingle({words}: Field, {first}: Stretch): boolean {
  return words[first]!.readings.some(({is, number}) => is === 'person' && number === 'singular')
}
