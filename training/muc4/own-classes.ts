/** Classes of the lemmas of the reports themselves; their keys are not looked at. */
import type {ReadReport} from '../../src/muc4/item.ts'
import {clusterWords} from '../clusters.ts'

const size = 150

export function ownClasses(reports: readonly ReadReport[]): Map<string, number> {
  const sentences = reports.flatMap(({syntax}) =>
    syntax.sentences.map(sentence =>
      syntax.tokensOf(sentence).map(({lemma}) => lemma.toLowerCase().replace(/\d/g, '0'))
    )
  )
  const {words, clusters} = clusterWords(sentences, {size, minCount: 4})
  return new Map(words.map((word, i) => [word, clusters[i]! + 1]))
}
