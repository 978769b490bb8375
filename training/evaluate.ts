/** Scores tagger and parser on a treebank: gold tokens, predicted tags, punctuation counted, bare relations. */
import {Parser, stateOf, tagHashes} from '../src/annotate/parser.ts'
import type {Tagger} from '../src/annotate/tagger.ts'
import type {ParserWeights} from '../src/codebook/models.ts'
import type {TreebankSentence} from './conllu.ts'

export function scores(
  sentences: readonly TreebankSentence[],
  tagger: Tagger,
  weights: ParserWeights,
  upper: boolean
) {
  const parser = new Parser(weights)
  const hashes = tagHashes(tagger.tags)
  const right = {upos: 0, xpos: 0, uas: 0, las: 0}
  let words = 0
  for (const {forms: written, tags: gold, heads, relations} of sentences) {
    const forms = upper ? written.map(form => form.toUpperCase()) : written
    const tags = tagger.tag(forms)
    const tree = parser.parse(
      stateOf(
        forms.map(form => tagger.forms.of(form)),
        tags,
        hashes
      )
    )
    for (let i = 0; i < forms.length; i++) {
      const [xpos, upos] = tagger.tags[tags[i]!]!.split('|')
      const [goldXpos, goldUpos] = gold[i]!.split('|')
      words++
      if (upos === goldUpos) right.upos++
      if (xpos === goldXpos) right.xpos++
      if (tree.heads[i] !== heads[i]) continue
      right.uas++
      if (tree.labels[i]!.split(':')[0] === relations[i]!.split(':')[0]) right.las++
    }
  }
  return Object.fromEntries(
    Object.entries(right).map(([name, n]) => [name, Number(((100 * n) / words).toFixed(2))])
  )
}
