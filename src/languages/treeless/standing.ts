/**
 * Whether what a word tells happened, is denied, and how sure it is said to be: rules of `patterns/ID/standing.yaml` around the word.
 *
 *     "محاولة اغتيال"   attempted       "لم يقصف"   denied       "ربما قتل"   possible
 */

import type {Polarity, Realis} from '../../model/contract.ts'
import type {Reason} from '../../model/layers.ts'
import {quote} from '../../model/span.ts'
import type {Doubt} from '../language.ts'
import {type Field, type Stretch, spanOfWords} from './field.ts'
import type {Tongue} from './tongue.ts'

export interface Standing {
  readonly realis: Realis
  readonly polarity: Polarity
  readonly reasons: readonly Reason[]
}

const realisValues = new Set<string>(
  'attempted prevented threatened planned ordered feared hypothetical'.split(' ')
)
const certainties: Readonly<Record<string, Doubt['certainty']>> = {
  probable: 'probable',
  possible: 'possible',
  hearsay: 'possible',
  unstated: 'unstated'
}

export function standingFinder(tongue: Tongue) {
  const rules = tongue.rules('standing')
  return {
    of(text: string, field: Field, told: Stretch): Standing {
      let realis: Realis = 'happened'
      let polarity: Polarity = 'affirmed'
      const reasons: Reason[] = []
      for (const {rule, name, ...match} of rules.findAt(field, told)) {
        const words = [quote(text, spanOfWords(field, match))]
        if (rule.gives === 'denied') {
          polarity = polarity === 'denied' ? 'affirmed' : 'denied'
          reasons.push({value: 'polarity', rule: name, words})
        } else if (realisValues.has(rule.gives) && realis === 'happened') {
          realis = rule.gives as Realis
          reasons.push({value: 'realis', rule: name, words})
        }
      }
      return {realis, polarity, reasons}
    },
    doubts(field: Field, told: Stretch): Doubt[] {
      return rules.findAt(field, told).flatMap(({rule, name, named, ...match}) => {
        const certainty = certainties[rule.gives]
        if (!certainty) return []
        const word = spanOfWords(field, named.cue ?? match)
        return [{rule: name, word, certainty, hearsay: rule.gives === 'hearsay'}]
      })
    },
    /** "cumulative", "background": whether a rule that gives it holds. */
    is(field: Field, told: Stretch, what: string): boolean {
      return rules.findAt(field, told).some(({rule}) => rule.gives === what)
    }
  }
}
