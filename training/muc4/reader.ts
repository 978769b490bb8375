/** The reader of MUC-4 templates, learnt from DIR/muc4/dev.jsonl. */
import type {Matrices} from '../../src/algorithms/matrices.ts'
import {networkOf} from '../../src/annotate/syntax-network.ts'
import {wordFormsOf} from '../../src/annotate/word-forms.ts'
import type {Knowledge} from '../../src/codebook/knowledge.ts'
import type {WeightsFile} from '../../src/codebook/weights-file.ts'
import {muc4Codebook} from '../../src/muc4/codebook.ts'
import type {Item, ReadReport} from '../../src/muc4/item.ts'
import {muc4File} from '../../src/muc4/model-file.ts'
import type {WordKnowledge} from '../../src/muc4/phrase-states.ts'
import {begin} from '../../src/muc4/reading.ts'
import type {WordVectors} from '../../src/muc4/word-vectors.ts'
import {createPipeline} from '../../src/pipeline.ts'
import {type KeyedItem, readItems} from './keys.ts'
import {learnt} from './learnt.ts'
import {ownClasses} from './own-classes.ts'
import {trainSteps} from './train.ts'
import {tune} from './tune.ts'

/** Reads an item as the coder does: the header is data beside the text. */
export function itemReader(knowledge: Knowledge): (item: Item) => ReadReport {
  const annotate = createPipeline(knowledge)
  return ({id, text, headerDateISO}) =>
    annotate({id, sha256: '', url: null, outlet: null, title: null, publishedOn: headerDateISO, text})
}

/** What the coder's network of tags and trees knows of words where they stand, and `byThemselves` of words by themselves. */
export function wordKnowledge(
  {models: {groups, syntax}}: Knowledge,
  byThemselves: WordVectors
): WordKnowledge {
  const network = networkOf(syntax, wordFormsOf(groups))
  return {
    whereTheyStand: (sentences, take) =>
      network.read(sentences, ({state}, sentence) => take(state, sentence)),
    byThemselves
  }
}

/** `memory`: room for learning. */
export function trainMuc4(
  data: string,
  knowledge: Knowledge,
  vectors: WordVectors,
  memory: Matrices,
  log: (line: string) => void
): WeightsFile {
  const read = itemReader(knowledge)
  return learnReader(
    readItems(`${data}/muc4/dev.jsonl`).map(item => ({item, report: read(item)})),
    knowledge,
    vectors,
    memory,
    log
  )
}

export function learnReader(
  items: readonly {readonly item: KeyedItem; readonly report: ReadReport}[],
  knowledge: Knowledge,
  vectors: WordVectors,
  memory: Matrices,
  log: (line: string) => void
): WeightsFile {
  const {groups} = knowledge.models
  const words = wordKnowledge(knowledge, vectors)
  const codebook = muc4Codebook(knowledge.codebook)
  const own = ownClasses(items.map(({report}) => report))
  log(`${own.size} words in classes`)
  const reports = items.map(read => learnt(begin(read, codebook.lexicon, {groups, own}, words)))
  log(`${reports.length} reports, ${reports.reduce((sum, {mentions}) => sum + mentions.length, 0)} phrases`)
  const {model, parts} = trainSteps(reports, codebook, memory, log)
  return muc4File({...model, classes: own, thresholds: tune(reports, parts, codebook, log)})
}
