/**
 * Suite `certainty`: how surely the words say that something happened, -3 (it did not) to 3 (it did), against
 * DIR/factuality_meantime/NAME.jsonl. Splits: train, dev.
 *
 * Any word is asked as if it told a happening: its realis, polarity and certainty are those that a claim of it would
 * have, and stand for the value in `factualityOf`. Pearson's r and the mean absolute error are over all gold words.
 * Predictions: one line a word, the furthest off first.
 */
import {readFileSync} from 'node:fs'
import {realisFinder} from '../src/annotate/realis.ts'
import {chainOf, weaker} from '../src/attribute/chain.ts'
import {hedgeFinder} from '../src/attribute/hedges.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import type {Certainty, Polarity, Realis} from '../src/model/contract.ts'
import {createPipeline} from '../src/pipeline.ts'
import type {Suite} from './suite.ts'
import {textOfWords} from './words-to-text.ts'

interface GoldSentence {
  readonly id: string
  readonly tokens: readonly string[]
  readonly events: readonly {start: number; end: number; text: string; factuality: number}[]
}

interface Judged {
  readonly gold: number
  readonly found: number
}

export const certainty: Suite = {
  run({knowledge, data, splits, log}) {
    const judge = judgeOf(knowledge)
    const predictions: {off: number; line: string}[] = []
    const figures = Object.fromEntries(
      splits.map(split => {
        const rows = readFileSync(`${data}/factuality_meantime/${split}.jsonl`, 'utf8').trim().split('\n')
        const judged = rows.flatMap(row => judge(JSON.parse(row) as GoldSentence))
        for (const one of judged)
          predictions.push({off: Math.abs(one.gold - one.found), line: JSON.stringify(one)})
        log(`${split}: ${judged.length} words`)
        return [
          split,
          {pearson: rounded(pearson(judged)), mae: rounded(meanError(judged)), words: judged.length}
        ]
      })
    )
    return {figures, predictions: predictions.toSorted((a, b) => b.off - a.off).map(({line}) => line)}
  }
}

function judgeOf(knowledge: Knowledge): (sentence: GoldSentence) => Judged[] {
  const annotate = createPipeline(knowledge)
  const realisOf = realisFinder(knowledge.codebook)
  const hedges = hedgeFinder(knowledge.codebook)
  return ({id, tokens, events}) => {
    // The corpus writes quotation marks as the Penn treebank does.
    const {text, words} = textOfWords(
      tokens.map(token => token.replace(/^(?:``|'')$/, '"')),
      [0]
    )
    const report = annotate({id, sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
    const {header, passages, syntax, speech, actors} = report
    return events.flatMap(({start, end, factuality}) => {
      const span = {from: words[start]!.from, to: words[end - 1]!.to}
      const token = syntax.headOf(span)
      if (!token) return []
      const sentence = syntax.sentenceOf(token)
      const passage = passages[sentence.passage]!
      const {realis, polarity, signs} = realisOf(syntax, token)
      const frames = syntax.inSentence(speech, sentence, ({cue}) => cue)
      const doubts = hedges.over(syntax, token)
      const chain = chainOf(text, token, {header, passage, frames, actors, hedges: doubts})
      // The corpus asks how sure the speaker is: what he thinks counts, the outlet's distance from him ("claims") does not.
      const own = chain.frames.map(frame => frame.certainty).filter(value => value !== 'possible')
      const certainty = [...doubts.map(doubt => doubt.certainty), ...own].reduce(weaker, 'certain')
      const isDenied = polarity === 'denied' || chain.frames.some(frame => frame.polarity === 'denied')
      const found = factualityOf(realis, isDenied ? 'denied' : polarity, certainty)
      const rules = [...signs, ...chain.reasons].map(({rule}) => rule)
      return [{gold: factuality, found, word: token.text, realis, polarity, certainty, rules, text}]
    })
  }
}

/**
 * Prevented and denied count as not so. What is open stands where the training sentences put it, near the top: the
 * corpus holds a plan for what will be.
 */
const ofRealis: Readonly<Record<Realis, number>> = {
  happened: 3,
  attempted: 0.75,
  prevented: -3,
  threatened: 0.75,
  planned: 2.25,
  ordered: 0.75,
  feared: 0.75,
  hypothetical: 1.5
}
const ofCertainty: Readonly<Record<Certainty, number>> = {
  certain: 3,
  probable: 1.5,
  possible: 0.75,
  unstated: 0
}

function factualityOf(realis: Realis, polarity: Polarity, certainty: Certainty): number {
  if (polarity === 'unconfirmed') return 0
  const value = Math.min(ofRealis[realis], ofCertainty[certainty])
  return polarity === 'denied' ? -ofCertainty[certainty] : value
}

function pearson(pairs: readonly Judged[]): number {
  const mean = (of: 'gold' | 'found') => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length
  const [gold, found] = [mean('gold'), mean('found')]
  let [both, ofGold, ofFound] = [0, 0, 0]
  for (const pair of pairs) {
    both += (pair.gold - gold) * (pair.found - found)
    ofGold += (pair.gold - gold) ** 2
    ofFound += (pair.found - found) ** 2
  }
  return ofGold && ofFound ? both / Math.sqrt(ofGold * ofFound) : 0
}

function meanError(pairs: readonly Judged[]): number {
  return pairs.reduce((sum, {gold, found}) => sum + Math.abs(gold - found), 0) / pairs.length
}

function rounded(value: number): number {
  return Number(value.toFixed(3))
}
