/**
 * Suite `ner`: names and what reports describe. Splits: uner-ewt-NAME (DIR/ud), re3d-NAME, ner_open-NAME, gum-NAME.
 *
 * On corpora of names, the gold words are read and names are scored. On re3d the
 * whole pipeline reads the raw text, and all its types are scored. Exact: same
 * ends and type. Overlap: a mention of the same type shares a character or word.
 * With folds, the recogniser is trained anew on the other parts and all other corpora.
 */

import {abbreviationsOf} from '../src/annotate/abbreviations.ts'
import {analyser} from '../src/annotate/analysis.ts'
import {runsOf} from '../src/annotate/name-runs.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {type EntityWeights, nerWeightsOf} from '../src/codebook/models.ts'
import {createPipeline} from '../src/pipeline.ts'
import {
  type LabelledText,
  type ReportText,
  readGum,
  readIob2,
  readOpen,
  readReports
} from '../training/entity-corpora.ts'
import {nerTexts, trainNer} from '../training/main.ts'
import {score} from './measures.ts'
import type {Suite, Task} from './suite.ts'

interface Mention {
  readonly from: number
  readonly to: number
  readonly type: string
}

const typeOf: Readonly<Record<string, string>> = {
  person: 'PER',
  organisation: 'ORG',
  location: 'LOC',
  facility: 'LOC',
  nationality: 'NAT',
  weapon: 'WEA',
  vehicle: 'VEH',
  quantity: 'QUA',
  time: 'TIM',
  money: 'MON'
}
/** re3d tells platforms from vehicles; we do not. */
const asScored = (type: string) => (type === 'PLA' ? 'VEH' : type)
const names = new Set(['PER', 'ORG', 'LOC'])

export const ner: Suite = {
  run(task) {
    const texts = task.splits.flatMap(split => textsOf(split, task.data, task.knowledge))
    const predictions: string[] = []
    const tallies = new Map<string, Tally>()
    for (const {text, found, gold} of readHeldOut(task, texts, mentionsReader)) {
      count(tallies, found, gold)
      predictions.push(JSON.stringify({id: text.id, mentions: found}))
    }
    return {figures: figuresOf(tallies), predictions}
  }
}

/** Reads texts with what ships or, with folds, each with a recogniser that was trained without it. */
export function* readHeldOut<Text extends LabelledText, Read extends object>(
  {knowledge, data, folds, log}: Task,
  texts: readonly Text[],
  reader: (knowledge: Knowledge) => (text: Text) => Read
): Generator<Read & {readonly text: Text}> {
  const all = folds ? nerTexts(data) : []
  // The network keeps its words in the memory of the weights; what a fold adds behind them is given back.
  analyser(knowledge)
  const {memory} = knowledge.models.syntax
  const mark = memory.mark()
  for (let fold = 0; fold < Math.max(1, folds); fold++) {
    const held = folds ? texts.filter((_, i) => i % folds === fold) : texts
    const models = folds ? {...knowledge.models, ner: without(held, all, knowledge)} : knowledge.models
    const read = reader({...knowledge, models})
    for (const text of held) yield {...read(text), text}
    if (folds) log(`fold ${fold + 1} of ${folds} read`)
    memory.release(mark)
  }
}

function textsOf(split: string, data: string, {codebook}: Knowledge): readonly LabelledText[] {
  const [folder, name] = split.split('-')
  if (folder === 'uner') return readIob2(`${data}/ud/${split}.iob2`)
  if (folder === 'ner_open') return readOpen(`${data}/ner_open/${name}.jsonl`)
  if (folder === 'gum') return readGum(`${data}/gum/${name}.jsonl`)
  if (folder === 're3d') {
    const {keepStop, neverEnd} = abbreviationsOf(codebook)
    return readReports(`${data}/re3d/${name}.jsonl`, keepStop, neverEnd)
  }
  throw new Error(`No split "${split}"; names begin with uner-ewt-, re3d-, ner_open- or gum-`)
}

/** Weights trained on everything but the texts held out, wherever their sentences stand. */
function without(
  held: readonly LabelledText[],
  all: readonly LabelledText[],
  {models}: Knowledge
): EntityWeights {
  const key = (forms: readonly string[]) => forms.join(' ')
  const hidden = new Set(held.flatMap(({sentences}) => sentences.map(({forms}) => key(forms))))
  const rest = all
    .map(text => ({...text, sentences: text.sentences.filter(({forms}) => !hidden.has(key(forms)))}))
    .filter(({sentences}) => sentences.length)
  return nerWeightsOf(
    trainNer(rest, () => {}),
    models.syntax.memory
  )
}

function mentionsReader(knowledge: Knowledge): (text: LabelledText) => {found: Mention[]; gold: Mention[]} {
  const analyse = analyser(knowledge)
  const pipeline = createPipeline(knowledge)
  return text => ('text' in text ? readReport(text as ReportText) : readWords(text))

  function readWords({sentences}: LabelledText) {
    const found: Mention[] = []
    const gold: Mention[] = []
    let at = 0
    for (const [s, {labels}] of analyse(sentences.map(({forms}) => forms)).entries()) {
      const add = (into: Mention[], list: readonly string[]) =>
        into.push(
          ...runsOf(list)
            .filter(({label}) => names.has(label))
            .map(({first, end, label}) => ({from: at + first, to: at + end, type: label}))
        )
      add(found, labels.uner!)
      add(gold, sentences[s]!.labels)
      at += sentences[s]!.forms.length
    }
    return {found, gold}
  }

  function readReport({id, text, entities}: ReportText) {
    const report = pipeline({id, sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
    return {
      found: report.entities.map(({from, to, type}) => ({from, to, type: typeOf[type]!})),
      gold: entities.map(({from, to, type}) => ({from, to, type: asScored(type)}))
    }
  }
}

interface Tally {
  found: number
  gold: number
  exact: number
  foundMet: number
  goldMet: number
}

function count(tallies: Map<string, Tally>, found: readonly Mention[], gold: readonly Mention[]): void {
  const of = (type: string) => {
    const tally = tallies.get(type) ?? {found: 0, gold: 0, exact: 0, foundMet: 0, goldMet: 0}
    tallies.set(type, tally)
    return tally
  }
  const meets = (a: Mention, b: Mention) => a.type === b.type && a.from < b.to && b.from < a.to
  for (const mention of found) {
    const tally = of(mention.type)
    tally.found++
    if (gold.some(other => meets(mention, other))) tally.foundMet++
    if (gold.some(other => meets(mention, other) && other.from === mention.from && other.to === mention.to))
      tally.exact++
  }
  for (const mention of gold) {
    const tally = of(mention.type)
    tally.gold++
    if (found.some(other => meets(mention, other))) tally.goldMet++
  }
}

function figuresOf(tallies: ReadonlyMap<string, Tally>) {
  const both = ({found, gold, exact, foundMet, goldMet}: Tally) => ({
    exact: score(exact, found, gold),
    overlap: score(foundMet, found, gold, goldMet),
    gold
  })
  const sum = (key: keyof Tally) => [...tallies.values()].reduce((total, tally) => total + tally[key], 0)
  const whole = {
    found: sum('found'),
    gold: sum('gold'),
    exact: sum('exact'),
    foundMet: sum('foundMet'),
    goldMet: sum('goldMet')
  }
  return {
    ...both(whole),
    types: Object.fromEntries(
      [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, tally]) => [type, both(tally)])
    )
  }
}
