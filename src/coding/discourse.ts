/**
 * How a report moves from one happening to the next: paragraphs, points of a list, words that set apart.
 *
 *     "Elsewhere, ...", "In a separate incident, ..."        set apart
 *     "Hours later, a second blast hit a school in Dorna"    set apart: it has a place or a time of its own
 *     "A second blast followed"                              not: it may be part of the first
 *     "had been attacked before", "the third attack this year"   background
 *     "- Goma: two drivers ..."                              a point of a list is a happening of its own
 *     "comes two weeks after a bomb killed five"             the bomb: told of another time
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isVerb} from '../languages/en/clauses.ts'
import type {Annotated, EventMention} from '../model/layers.ts'
import {type Quote, quote, type Span} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

export interface Discourse {
  /** Number of the paragraph of each sentence. */
  readonly paragraphs: readonly number[]
  /** The words of a sentence that set what it tells apart from what was told before, or null. */
  apartIn(sentence: number): Quote | null
  /** The distance of days and more behind which an event is told, with the happening that it is counted from, or null. */
  behindLag(mention: EventMention): Quote | null
  /** The words that make what an event tells no news of its own, or null. */
  backgroundOf(mention: EventMention): Quote | null
  /** Words that open a figure of several happenings ("in all"). */
  readonly sums: readonly string[]
}

/** An opening word stands among so many words of its sentence ("Meanwhile, elsewhere in the city ..."). */
const openingWithin = 4
/** A noun stands so near behind "another". */
const nounWithin = 4
const definite = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'his', 'their'])
/** Shorter distances leave what is told in one happening's days. */
const daysOrMore = /\b(?:day|week|month|year)s?$/
const bullet = /^\s*(?:[-–—•*·]|\(?\d{1,2}[.)])\s/

export function discourseReader(
  codebook: Codebook
): (report: Annotated<'syntax' | 'places' | 'times'>) => Discourse {
  const rows = codebook.table('lexicons/en/incident-words.csv', ['id', 'form', 'part'])
  const part = (name: string) => new Set(rows.filter(row => row.part === name).map(({form}) => form))
  const [other, counted, nouns] = [part('other'), part('counted'), part('noun')]
  const [earlier, ordinals] = [part('earlier'), part('ordinal')]
  const sums = [...part('sum')]
  const openings = [...part('opening')].map(form => form.split(' '))

  return ({text, syntax, places, times}) => {
    const paragraphs: number[] = []
    const bullets = new Map<number, Quote>()
    for (const [i, {from}] of syntax.sentences.entries()) {
      const last = syntax.sentences[i - 1]
      const isNew = !last || text.slice(last.to, from).includes('\n')
      paragraphs.push(last ? paragraphs[i - 1]! + (isNew ? 1 : 0) : 0)
      if (isNew) {
        const start = text.lastIndexOf('\n', from - 1) + 1
        const mark = bullet.exec(text.slice(start, start + 12))
        if (mark) bullets.set(i, quote(text, {from: start, to: start + mark[0].trimEnd().length}))
      }
    }
    const located = places.flatMap(({mentions}) => mentions.filter(({use}) => use === 'locative'))
    const lags = times.filter(({kind, counts}) => kind === 'lag' && counts === 'from-told')
    const distances = times.filter(
      ({kind, counts, lag}) => kind === 'lag' && counts === 'from-behind' && daysOrMore.test(lag ?? '')
    )
    return {
      paragraphs,
      sums,
      apartIn(index) {
        const sentence = syntax.sentences[index]!
        const words = openingOf(syntax, sentence) ?? otherOf(syntax, sentence, isPlaced)
        if (words) return quote(text, {from: words[0]!.from, to: words.at(-1)!.to})
        return bullets.size > 1 ? (bullets.get(index) ?? null) : null
      },
      behindLag({token}) {
        const event = syntax.tokens[token]!
        const sentence = syntax.sentenceOf(event)
        const lag = syntax.inSentence(distances, sentence).find(({to}) => to <= event.from)
        const verb = lag && clauseBehind(syntax, sentence, lag)
        if (!verb || ![event, ...syntax.ancestors(event)].some(({index}) => index === verb.index)) return null
        return quote(text, lag)
      },
      backgroundOf({token, clause}) {
        const event = syntax.tokens[token]!
        const [first, last] = isVerb(event) ? pastPerfect(syntax, event, clause) : countedSoFar(event)
        return first && last ? quote(text, {from: first.from, to: last.to}) : null
      }
    }

    /** "It was the third attack on a school this year." */
    function countedSoFar(event: Token): Token[] {
      const ordinal = syntax.children(event, 'amod').find(({lower}) => ordinals.has(lower))
      const isDefinite = syntax.children(event, 'det').some(({lower}) => definite.has(lower))
      const isCopular = syntax.child(event, 'cop') !== undefined
      const isSpan = syntax
        .inSentence(times, syntax.sentenceOf(event))
        .some(({when, kind}) => kind === 'background' || /^(?:month|year)$/.test(when?.precision ?? ''))
      return ordinal && isDefinite && (isCopular || isSpan) ? [ordinal, event] : []
    }

    function isPlaced(sentence: Sentence): boolean {
      return [...located, ...lags].some(({from}) => from >= sentence.from && from < sentence.to)
    }
  }

  /** The head of the clause or phrase that a distance is counted from: "two weeks after [a bomb killed five]". */
  function clauseBehind(syntax: Syntax, {end}: Sentence, {from, to}: Span): Token | null {
    const first = syntax.within({from: to, to: syntax.tokens[end - 1]!.to})[0]
    let top: Token | null = null
    for (let at = first; at && at.from >= to; at = syntax.head(at)) top = at
    // The head of the sentence itself is what stands before or behind the distance, not in it.
    return top && top.from > from && top.head >= 0 ? top : null
  }

  /** "had been attacked before" */
  function pastPerfect(syntax: Syntax, event: Token, clause: Span): Token[] {
    const had = syntax.children(event, 'aux').find(({lower}) => lower === 'had')
    const word = had && syntax.within(clause).find(({lower}) => earlier.has(lower))
    return word ? [had, word].sort((a, b) => a.index - b.index) : []
  }

  function openingOf(syntax: Syntax, {first, end}: Sentence): Token[] | null {
    for (let i = first; i < Math.min(first + openingWithin, end); i++) {
      const form = openings.find(words => words.every((word, n) => syntax.tokens[i + n]?.lower === word))
      if (form) return syntax.tokens.slice(i, i + form.length)
    }
    return null
  }

  function otherOf(
    syntax: Syntax,
    sentence: Sentence,
    isPlaced: (sentence: Sentence) => boolean
  ): Token[] | null {
    for (let i = sentence.first; i < sentence.end; i++) {
      const {lower} = syntax.tokens[i]!
      const isCounted = counted.has(lower)
      if (!isCounted && !other.has(lower)) continue
      if (definite.has(syntax.tokens[i - 1]?.lower ?? '')) continue
      const behind = syntax.tokens.slice(i + 1, Math.min(i + 1 + nounWithin, sentence.end))
      const noun = behind.find(({lemma, xpos}) => nouns.has(lemma) && xpos !== 'NNS' && xpos !== 'NNPS')
      if (!noun) continue
      const isSaid = syntax.tokens[i - 1]?.lower === 'in' || syntax.tokens[i - 2]?.lower === 'in'
      if (!isCounted || isSaid || isPlaced(sentence)) return syntax.tokens.slice(i, noun.index + 1)
    }
    return null
  }
}
