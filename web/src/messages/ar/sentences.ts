/** What the server says to the app in Arabic: its reasons, as everywhere, what it refuses, and what failed. */
import {sentences as reasons} from '../../../../src/messages/ar/sentences.ts'
import {type Sentences, sayerOf} from '../../../../src/messages/sentences.ts'
import {exportSentences} from './export-sentences.ts'
import {refusals} from './refusals.ts'
import {rulingRefusals} from './ruling-refusals.ts'
import {addresses, things, upkeepSentences} from './upkeep-sentences.ts'

export const sentences: Sentences = {
  ...reasons,
  sentence: [...refusals, ...exportSentences, ...rulingRefusals, ...upkeepSentences, ...reasons.sentence!],
  address: addresses,
  things,
  conditions: [
    ['{a:publish.condition}, {others:conditions}', '{a}، {others}'],
    ['{a:publish.condition}', '{a}']
  ]
}

export const say = sayerOf(sentences)
