/**
 * Suite `salience`: fits the weights by which pronouns choose among candidates. Splits: gum-NAME.
 *
 *     dateline eval salience --data DIR --split gum-train --out codebook/lexicons/en/salience-weights.csv
 *
 * A log-linear choice among the candidates of each third-person pronoun and nobody,
 * by gradient steps in text order (Adagrad), no chance in it. Where gold has no
 * earlier mention among the candidates, and for an "it" that gold leaves out, nobody is right.
 */
import {coreferenceResolver, sieves} from '../src/annotate/coreference.ts'
import {candidatesOf, evidence, nobodyFor, pronouns} from '../src/annotate/pronoun-sieve.ts'
import {createPipeline} from '../src/pipeline.ts'
import {type GumText, keyOf, readGold, readGum, toMention} from './coreference.ts'
import {percent} from './measures.ts'
import type {Suite} from './suite.ts'

interface Choice {
  /** What speaks for each candidate, by name; the last is nobody. */
  readonly candidates: readonly (readonly string[])[]
  readonly right: ReadonlySet<number>
  readonly weight: number
}

const passes = 60
const rate = 0.3
const decay = 0.0005
/** News and lives are what we read; other genres count less. */
const lessThanNews = 0.7
const likeNews = new Set(['news', 'bio', 'interview'])
/** Weights are kept in hundredths; smaller ones are left out. */
const smallest = 3

const head = [
  '# What speaks for or against an antecedent of a pronoun, read for coreference; the sum decides. none-for-...: what a candidate must exceed.',
  '# Fitted by "dateline eval salience" (hundredths of a logit); the names are those of src/annotate/pronoun-sieve.ts.',
  'form,weight'
]

export const salience: Suite = {
  run({knowledge, data, splits}) {
    const annotate = createPipeline(knowledge)
    const resolver = coreferenceResolver(knowledge)
    const choices = splits.flatMap(readGum(data)).flatMap(text => choicesIn(text))
    const weights = fitted(choices)
    const rows = [...weights]
      .map(([name, weight]) => ({name, weight: Math.round(100 * weight)}))
      .filter(({weight}) => Math.abs(weight) >= smallest)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    const right = choices.filter(choice => choice.right.has(chosen(weights, choice))).length
    return {
      figures: {choices: choices.length, right: percent(right, choices.length)},
      predictions: [...head, ...rows.map(({name, weight}) => `${name},${weight}`)]
    }

    function choicesIn(text: GumText): Choice[] {
      const {report, gold} = readGold(text, annotate)
      const chainOf = new Map(gold.map(mention => [keyOf(mention), mention.chain]))
      const empty = resolver
        .spans(report.syntax, report.entities, () => true)
        .filter(span => span.head.lower === 'it' && !chainOf.has(keyOf(span)))
      const scene = resolver.scene(report.syntax, report.entities, [...gold.map(toMention(report)), ...empty])
      for (const sieve of sieves.slice(0, sieves.indexOf(pronouns))) sieve(scene)
      return scene.mentions.flatMap((mention, i) => {
        if (mention.pronoun?.person !== '3' || mention.pronoun.use === 'demonstrative') return []
        const chain = chainOf.get(keyOf(mention))
        const found = candidatesOf(scene, i)
        const above = new Set(scene.syntax.ancestors(mention.head))
        const isRight = (other: number) =>
          chain !== undefined && chainOf.get(keyOf(scene.mentions[other]!)) === chain
        const right = new Set(found.flatMap((other, c) => (isRight(other) ? c : [])))
        const candidates = [...found.map(other => evidence(scene, i, other, above)), [nobodyFor(mention)]]
        const best = found.find(isRight)
        // The pronouns behind it see what it stands for.
        if (best !== undefined) scene.clusters.join(i, best, 'gold')
        return {
          candidates,
          right: right.size ? right : new Set([found.length]),
          weight: likeNews.has(text.genre) ? 1 : lessThanNews
        }
      })
    }
  }
}

function scoreOf(weights: ReadonlyMap<string, number>, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0)
}

function chosen(weights: ReadonlyMap<string, number>, {candidates}: Choice): number {
  const scores = candidates.map(names => scoreOf(weights, names))
  return scores.indexOf(Math.max(...scores))
}

function fitted(choices: readonly Choice[]): Map<string, number> {
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  for (let pass = 0; pass < passes; pass++) {
    for (const {candidates, right, weight} of choices) {
      const scores = candidates.map(names => scoreOf(weights, names))
      const most = Math.max(...scores)
      const odds = scores.map(score => Math.exp(score - most))
      const all = odds.reduce((a, b) => a + b, 0)
      const met = odds.reduce((sum, odd, c) => (right.has(c) ? sum + odd : sum), 0)
      const steps = new Map<string, number>()
      for (const [c, names] of candidates.entries()) {
        const step = weight * ((right.has(c) ? odds[c]! / met : 0) - odds[c]! / all)
        for (const name of names) steps.set(name, (steps.get(name) ?? 0) + step)
      }
      for (const [name, step] of steps) {
        const slope = step - decay * (weights.get(name) ?? 0)
        const square = (squares.get(name) ?? 1) + slope * slope
        squares.set(name, square)
        weights.set(name, (weights.get(name) ?? 0) + (rate * slope) / Math.sqrt(square))
      }
    }
  }
  return weights
}
