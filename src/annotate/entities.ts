/**
 * Finds names, and what reports describe by kind: persons, bodies, places, nationalities, weapons, vehicles, facilities.
 *
 *     "Iraqi troops in Basra fired a mortar"   Iraqi nationality; troops organisation; Basra location, named; mortar weapon
 *
 * Names and descriptions are read by the trained recogniser; weapons, vehicles
 * and facilities by the rules of codebook/patterns/en/entities.yaml; nationalities
 * by codebook/demonyms.csv. What numbers of people and times mean stands in layers of their own.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {patterns} from '../codebook/patterns.ts'
import type {EntityMention} from '../model/layers.ts'
import {stage} from '../model/stage.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import {runsOf} from './name-runs.ts'
import {type PatternMatch, patternMatcher} from './pattern-matcher.ts'

type Found = EntityMention & {readonly first: number; readonly end: number}

const typeOf: Readonly<Record<string, EntityMention['type']>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'location',
  NAT: 'nationality',
  WEA: 'weapon',
  VEH: 'vehicle',
  PLA: 'vehicle',
  QUA: 'quantity',
  TIM: 'time',
  MON: 'money'
}

export const entities = ({codebook}: Knowledge) => {
  const match = patternMatcher(codebook, patterns(codebook, 'patterns/en/entities.yaml'))
  const demonyms = new Set(codebook.column('demonyms.csv', 'form'))

  return stage({
    name: 'entities',
    needs: ['syntax', 'labels'],
    adds: ['entities'],
    run({syntax, labels}) {
      const found = syntax.sentences.flatMap(sentence => {
        const tokens = syntax.tokensOf(sentence)
        const own = labels[sentence.index]
        if (!own) return []
        const ruled = [
          ...nationalities(tokens),
          ...match(syntax, sentence).map(hit => described(syntax, hit))
        ]
        return merged(read(sentence, tokens, own), ruled)
      })
      return {entities: found.map(({from, to, type, named, rule}) => ({from, to, type, named, rule}))}
    }
  })

  /** What the recogniser sees: names first, then what is only described and overlaps none. */
  function read(
    sentence: Sentence,
    tokens: readonly Token[],
    labels: Readonly<Record<string, readonly string[]>>
  ): Found[] {
    return ['uner', 're3d'].flatMap(style =>
      runsOf(labels[style]!).flatMap(({first, end, label}) =>
        typeOf[label]
          ? {
              first: sentence.first + first,
              end: sentence.first + end,
              from: tokens[first]!.from,
              to: tokens[end - 1]!.to,
              type: typeOf[label],
              named: style === 'uner',
              rule: `ner/${style}`
            }
          : []
      )
    )
  }

  function nationalities(tokens: readonly Token[]): Found[] {
    return tokens
      .filter(({lower, text}) => demonyms.has(lower) && text !== lower)
      .map(({index, from, to}) => ({
        first: index,
        end: index + 1,
        from,
        to,
        type: 'nationality',
        named: true,
        rule: 'demonyms'
      }))
  }
}

/** The noun of a rule with the words that stand before it and belong to it: "barrel bombs", "Basra central prison". */
function described(syntax: Syntax, {pattern, anchor}: PatternMatch): Found {
  let first = anchor.index
  for (let i = anchor.index - 1; ; i--) {
    const word = syntax.tokens[i]
    const belongs =
      word?.sentence === anchor.sentence &&
      (word.head === anchor.index || (word.head > i && word.head <= anchor.index)) &&
      (['compound', 'amod', 'flat'].includes(word.relation) || word.text === '-')
    if (!belongs) break
    first = i
  }
  return {
    first,
    end: anchor.index + 1,
    from: syntax.tokens[first]!.from,
    to: anchor.to,
    type: pattern.gives as EntityMention['type'],
    named: anchor.upos === 'PROPN',
    rule: `entities/${pattern.id}`
  }
}

/** Names win over descriptions, the recogniser over rules of the same stretch; a nationality may stand inside a name. */
function merged(read: readonly Found[], ruled: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const found of [...read, ...ruled]) {
    const rival = kept.find(({from, to}) => from < found.to && found.from < to)
    if (!rival || (found.type === 'nationality' && rival.type !== 'nationality')) kept.push(found)
  }
  return kept.sort((a, b) => a.from - b.from || b.to - a.to)
}
