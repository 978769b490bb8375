/**
 * Sets aside what only sounds like a happening, by the rules of `patterns/ID/contexts.yaml`: a sign in its own sentence is enough,
 * of signs in others it takes two; people told killed or hurt beside it speak against a match or a figure of speech.
 */
import type {SetAside} from '../../model/layers.ts'
import {quote} from '../../model/span.ts'
import type {LayerReader} from '../language.ts'
import {spanOfWords} from './field.ts'
import type {RuleMatch} from './rules.ts'
import type {Tongue} from './tongue.ts'

/** Weights, as context-signs.csv has them for English: "under", "others", "killed-sentence", "threshold". */
const own = 4
const around = 2
const hurt = -4
const threshold = 3.5

export function contextReader(tongue: Tongue): LayerReader<'contexts'> {
  const rules = tongue.rules('contexts')

  return (report, sentences) => {
    const {text, syntax, events, casualties} = report
    const signs = sentences.flatMap(sentence => {
      const field = tongue.field(report, sentence)
      return rules
        .find(field)
        .map(match => ({match, sentence: sentence.index, words: spanOfWords(field, match)}))
    })
    if (signs.length === 0) return []
    const isHurt = new Set(casualties.map(({token}) => syntax.tokens[token]!.sentence))
    return events.flatMap(({token}, event): SetAside[] => {
      const {sentence} = syntax.tokens[token]!
      if (syntax.sentences[sentence]!.language !== tongue.id) return []
      const sums = [...Map.groupBy(signs, ({match}) => match.rule.id)].map(([context, all]) => {
        const inside = all.filter(sign => sign.sentence === sentence)
        const outside = all.filter(sign => sign.sentence !== sentence)
        const makes = makesOf(all[0]!.match)
        const against = isHurt.has(sentence) && makes === 'nothing' ? hurt : 0
        const sum = (inside.length ? own : 0) + Math.min(own, outside.length * around) + against
        return {context, makes, sum, all}
      })
      const best = sums.filter(({sum}) => sum >= threshold).sort((a, b) => b.sum - a.sum)[0]
      if (!best) return []
      const {context, makes, sum, all} = best
      return [
        {
          event,
          context,
          makes,
          sum,
          signs: all.map(({match, words}) => ({sign: match.name, weight: own, words: [quote(text, words)]}))
        }
      ]
    })
  }
}

function makesOf({rule}: RuleMatch): SetAside['makes'] {
  return rule.gives as SetAside['makes']
}
