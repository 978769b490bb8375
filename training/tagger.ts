/**
 * Trains the tagger: averaged perceptron, joint Penn|universal tags, some sentences in capitals.
 *
 * The dictionary leaves out words seen fewer than three times: with them the
 * tagger trusts it too much and loses half a point on new words.
 */
import {hashString} from '../src/algorithms/hash.ts'
import {LinearModel, type LinearWeights} from '../src/algorithms/linear-model.ts'
import {indexOfMax, maxTaggerFeatures, Tagger, taggerFeatures} from '../src/annotate/tagger.ts'
import {isUpperCase, WordForms} from '../src/annotate/word-forms.ts'
import type {Dictionary} from '../src/codebook/models.ts'
import type {TreebankSentence} from './conllu.ts'
import {Perceptron, seeded, shuffle} from './perceptron.ts'

export interface TrainedTagger {
  readonly tags: readonly string[]
  readonly dictionary: Dictionary
  readonly weights: LinearWeights
}

/** Share of sentences read in capitals, so that upper-case text is tagged nearly as well. */
export const upperShare = 0.15

export function trainTagger(
  sentences: readonly TreebankSentence[],
  {iterations = 6, minUpdates = 2, seed = 1} = {}
): TrainedTagger {
  const tags = [...new Set(sentences.flatMap(sentence => sentence.tags))].sort()
  const numberOf = new Map(tags.map((tag, i) => [tag, i]))
  const dictionary = dictionaryOf(sentences, numberOf)
  const forms = new WordForms(dictionary)
  const perceptron = new Perceptron(tags.length)
  const random = seeded(seed)
  const features = new Int32Array(maxTaggerFeatures)
  const scores = new Float32Array(tags.length)
  const order = sentences.map((_, i) => i)
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (const index of shuffle(order, random)) {
      const sentence = sentences[index]!
      const raise = random() < upperShare
      const words = (raise ? sentence.forms.map(form => form.toUpperCase()) : sentence.forms).map(form =>
        forms.of(form)
      )
      const upper = raise || isUpperCase(sentence.forms)
      let tag1 = -1
      let tag2 = -1
      for (let i = 0; i < words.length; i++) {
        const gold = numberOf.get(sentence.tags[i]!)!
        let guess = upper ? -1 : words[i]!.fixedTag
        if (guess < 0) {
          const count = taggerFeatures(features, words, i, tag1, tag2, upper)
          perceptron.score(features, count, scores)
          guess = indexOfMax(scores)
          if (guess === gold) perceptron.step++
          else perceptron.update(features, count, gold, guess)
        }
        tag2 = tag1
        tag1 = guess
      }
    }
  }
  return {tags, dictionary, weights: perceptron.compact(minUpdates)}
}

export function taggerOf({tags, dictionary, weights}: TrainedTagger): Tagger {
  return new Tagger({tags, dictionary, model: new LinearModel(weights)})
}

function dictionaryOf(
  sentences: readonly TreebankSentence[],
  numberOf: ReadonlyMap<string, number>
): Dictionary {
  const byLower = new Map<string, Map<string, number>>()
  const byForm = new Map<string, Map<string, number>>()
  const count = (into: Map<string, Map<string, number>>, word: string, tag: string) => {
    const tags = into.get(word) ?? new Map<string, number>()
    into.set(word, tags.set(tag, (tags.get(tag) ?? 0) + 1))
  }
  for (const {forms, tags} of sentences) {
    for (const [i, form] of forms.entries()) {
      count(byLower, form.toLowerCase(), tags[i]!)
      count(byForm, form, tags[i]!)
    }
  }
  const classes = new Map<string, number>()
  for (const [word, tags] of byLower) {
    const total = sum(tags)
    if (total < 3) continue
    const common = [...tags]
      .filter(([, n]) => n >= 2 && n / total >= 0.02)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 3)
      .map(([tag]) => tag.split('|')[0])
    classes.set(word, hashString(common.join('/') + (total > 20 ? '+' : '')))
  }
  const fixed = new Map<string, number>()
  for (const [form, tags] of byForm) {
    const total = sum(tags)
    const [best] = [...tags].sort((a, b) => b[1] - a[1])
    if (total >= 30 && best![1] / total >= 0.995) fixed.set(form, numberOf.get(best![0])!)
  }
  return {classes, fixed}
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0)
}
