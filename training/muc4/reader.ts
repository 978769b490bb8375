/** The reader of MUC-4 templates, learnt from DIR/muc4/dev.jsonl. */
import type {Knowledge} from '../../src/codebook/knowledge.ts'
import type {WeightsFile} from '../../src/codebook/weights-file.ts'
import {muc4Codebook} from '../../src/muc4/codebook.ts'
import type {Item, ReadReport} from '../../src/muc4/item.ts'
import {muc4File} from '../../src/muc4/model-file.ts'
import {begin} from '../../src/muc4/reading.ts'
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

export function trainMuc4(data: string, knowledge: Knowledge, log: (line: string) => void): WeightsFile {
  const read = itemReader(knowledge)
  return learnReader(
    readItems(`${data}/muc4/dev.jsonl`).map(item => ({item, report: read(item)})),
    knowledge,
    log
  )
}

export function learnReader(
  items: readonly {readonly item: KeyedItem; readonly report: ReadReport}[],
  knowledge: Knowledge,
  log: (line: string) => void
): WeightsFile {
  const codebook = muc4Codebook(knowledge.codebook)
  const own = ownClasses(items.map(({report}) => report))
  log(`${own.size} words in classes`)
  const reports = items.map(read =>
    learnt(begin(read, codebook.lexicon, {groups: knowledge.models.groups, own}), read.item.templates)
  )
  log(`${reports.length} reports, ${reports.reduce((sum, {mentions}) => sum + mentions.length, 0)} phrases`)
  const {model, parts} = trainSteps(reports, codebook, log)
  return muc4File({...model, classes: own, thresholds: tune(reports, parts, codebook, log)})
}
