/**
 * Bodies that reports name or describe (DIR/re3d), read from raw text: the organisations of the entities and, where
 * those see nobody, the actors that are bodies. With folds, the recogniser has not seen the text.
 */
import {abbreviationsOf} from '../src/annotate/abbreviations.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {overlaps, type Span} from '../src/model/span.ts'
import {createPipeline} from '../src/pipeline.ts'
import {type ReportText, readReports} from '../training/entity-corpora.ts'
import {readHeldOut} from './ner.ts'
import {Overlap} from './overlap.ts'
import type {Result, Task} from './suite.ts'

/** People, whoever they are, and offices, which are persons there. */
const noBodies = new Set(['civilians', 'protesters', 'office', 'other'])
/** What an actor may lie over and still be new. */
const beside = new Set(['nationality', 'quantity', 'time'])

export function organisations(task: Task, splits: readonly string[]): Result {
  const {keepStop, neverEnd} = abbreviationsOf(task.knowledge.codebook)
  const texts = splits.flatMap(name => readReports(`${task.data}/re3d/${name}.jsonl`, keepStop, neverEnd))
  const counts = {organisation: new Overlap(), entitiesAlone: new Overlap()}
  const predictions: string[] = []
  for (const {text, own, found} of readHeldOut(task, texts as ReportText[], bodiesReader)) {
    const gold = text.entities.filter(({type}) => type === 'ORG')
    counts.entitiesAlone.add(own, gold)
    counts.organisation.add(found, gold)
    predictions.push(JSON.stringify({id: text.id, found}))
  }
  const figures = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count.figure]))
  return {figures: {...figures, folds: task.folds}, predictions}
}

function bodiesReader(knowledge: Knowledge): (text: ReportText) => {own: Span[]; found: Span[]} {
  const annotate = createPipeline(knowledge)
  return ({id, text}) => {
    const report = annotate({id, sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
    const own = report.entities.filter(({type}) => type === 'organisation')
    const seen = report.entities.filter(({type}) => !beside.has(type))
    const bodies = report.actors.filter(({kind}) => !noBodies.has(kind)).flatMap(({mentions}) => mentions)
    const more = bodies.filter(mention => !seen.some(entity => overlaps(entity, mention)))
    return {own, found: [...own, ...more].map(({from, to}) => ({from, to}))}
  }
}
