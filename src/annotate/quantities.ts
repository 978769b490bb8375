/**
 * Finds numbers of people, as ranges.
 *
 *     "at least one protester"   1 or more       "more than two dozen people"  25 or more
 *     "no one"                   0               "some 300 marchers"           300 (the words are kept)
 *     "a guard and his son"      1 and 1         "between 20 and 30 rebels"    20 to 30
 *     "125, 27 of them civilians and the rest from the army"   125; 27 and 98, parts of it
 *
 * Years, ages, distances, money, votes and things are not numbers of people.
 * What vague words mean is in codebook/counts.csv, never collapsed beyond it.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {numberAt} from '../languages/en/number-phrases.ts'
import {inLanguages} from '../languages/readers.ts'
import type {Quantity} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {peopleCounter, spanOfCounted} from './counted-people.ts'
import {crowdSigns} from './crowd-signs.ts'
import {numberLexicon} from './number-lexicon.ts'
import {peopleWords} from './people-words.ts'
import {bounded, boundFinder} from './quantity-bounds.ts'
import {withParts} from './quantity-parts.ts'
import {shareFinder} from './quantity-shares.ts'
import {singleFinder} from './single-people.ts'

/** "Police said 8,000" follows the size of a crowd within so many sentences. */
const nearTold = 2

export const quantities = ({codebook}: Knowledge) => {
  const words = numberLexicon(codebook)
  const people = peopleWords(codebook)
  const countedBy = peopleCounter(codebook, people)
  const boundsOf = boundFinder(codebook)
  const crowdAt = crowdSigns(codebook)
  const singleAt = singleFinder(people)
  const sharesIn = shareFinder(codebook)
  const withLanguages = inLanguages(codebook, 'quantities')
  const ordinals = new Map(
    codebook
      .table('lexicons/en/time-words.csv', ['form', 'unit', 'value'])
      .flatMap(({form, unit, value}) => (unit === 'ordinal' ? [[form, Number(value)] as const] : []))
  )

  return stage({
    name: 'quantities',
    needs: ['passages', 'syntax', 'times'],
    adds: ['quantities'],
    run(report) {
      const {text, passages, syntax, times} = report
      const found: Quantity[] = []
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        const last = found.findLast(({crowd}) => crowd !== null)
        const told = last !== undefined && sentence.index - syntax.tokens[last.head]!.sentence <= nearTold
        found.push(...quantitiesIn(text, syntax, sentence, syntax.inSentence(times, sentence), told))
      }
      return {quantities: withLanguages(report, withParts(syntax, found, sharesIn, ordinals))}
    }
  })

  /** `told`: whether the size of a crowd was told shortly before. */
  function quantitiesIn(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    dated: readonly Span[],
    told: boolean
  ): Quantity[] {
    const tokens = syntax.tokensOf(sentence)
    const found: Quantity[] = []
    for (let i = 0; i < tokens.length; i++) {
      const number = numberAt(tokens, i, words)
      const at = sentence.first + i
      if (!number) {
        const single = singleAt(syntax, sentence, at)
        if (!single) continue
        const span = spanOf(syntax.tokens.slice(single.first, single.end))!
        const of = spanOf([span, single.noun])!
        found.push(quantity(text, span, of, single.noun.index, {min: 1, max: 1}, null))
        i = single.end - 1 - sentence.first
        continue
      }
      i += number.length - 1
      const end = at + number.length
      const own = spanOf(syntax.tokens.slice(at, end))!
      // "two" in "two hours after" is time, not people; "one" in "hours after one man" is people.
      const isDated = dated.some(time => time.from <= own.from && own.to <= time.to)
      const next = syntax.tokens[end]
      // "Since January 112 people have died": no year of old.
      const isCount =
        /^\d{3}$/.test(text.slice(own.from, own.to)) && next !== undefined && people.isPerson(next)
      if (isDated && !isCount) continue
      const bound = boundsOf(syntax, sentence, at, end)
      const counts = countedBy(syntax, sentence, at, bound.end, number.max === 0)
      // "90 weavers marched": who marches is people, whatever the noun.
      const noun = counts ? null : countedNoun(syntax, end - 1)
      const head = counts?.head ?? noun?.index ?? bound.end - 1
      const crowd = crowdAt(
        syntax,
        sentence,
        {...bound, head},
        told || found.some(other => other.crowd !== null)
      )
      // "Hundreds marched", "put attendance at 900": no noun says that people are counted.
      const counted = counts ?? (crowd && !(noun && crowd.needsUnrest) && {head, phrase: noun})
      if (!counted) continue
      const span = spanOf(syntax.tokens.slice(bound.first, bound.end))!
      const range = bounded(number.min, number.max, bound.how)
      found.push(quantity(text, span, spanOfCounted(span, counted), head, range, crowd))
    }
    return found
  }

  /** The subject that a number counts, where it may stand for people. */
  function countedNoun(syntax: Syntax, number: number): Token | null {
    const token = syntax.tokens[number]!
    const noun = syntax.head(token)
    const counts = token.relation === 'nummod' && noun && noun.index > number && noun.relation === 'nsubj'
    return counts && !people.isThing(noun) ? noun : null
  }
}

function quantity(
  text: string,
  span: Span,
  of: Span,
  head: number,
  range: Pick<Quantity, 'min' | 'max'>,
  crowd: Quantity['crowd']
): Quantity {
  const stated = text.slice(span.from, span.to)
  return {...span, ...range, stated, of, head, partOf: null, inferred: false, crowd}
}
