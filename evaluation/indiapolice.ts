/**
 * Suite `indiapolice`: what the police did, by sentence. Splits: the files DIR/indiapolice/NAME.jsonl and NAME.docs.jsonl.
 *
 * Each document is read as a report, so that its context and coreference help; then its sentences, as the corpus has
 * them, are judged one by one. F1 of each label over all sentences, and over documents ("did it in any sentence").
 */

import {isoDate} from '../src/model/date.ts'
import type {Span} from '../src/model/span.ts'
import {createPipeline} from '../src/pipeline.ts'
import {linesOf} from './json-lines.ts'
import {score} from './measures.ts'
import {type PoliceAct, policeActs} from './police-acts.ts'
import type {Suite} from './suite.ts'

interface Sentence {
  readonly id: string
  readonly doc: string
  readonly text: string
  readonly labels: readonly PoliceAct[]
}

interface Document extends Omit<Sentence, 'doc'> {
  readonly date: string
}

interface Judged {
  readonly gold: ReadonlySet<PoliceAct>
  readonly found: ReadonlySet<PoliceAct>
}

const labels = ['KILL', 'ARREST', 'FAIL', 'FORCE', 'ANY_ACTION'] as const

export const indiapolice: Suite = {
  run({knowledge, data, splits}) {
    const annotate = createPipeline(knowledge)
    const actsOf = policeActs(knowledge)
    const predictions: string[] = []
    const figures = Object.fromEntries(
      splits.map(split => {
        const sentences = Map.groupBy(linesOf<Sentence>(`${data}/indiapolice/${split}.jsonl`), ({doc}) => doc)
        const judged = linesOf<Document>(`${data}/indiapolice/${split}.docs.jsonl`).map(document => {
          const {id, date, text} = document
          const publishedOn = isoDate(date)
          const acts = actsOf(
            annotate({id, sha256: '', url: null, outlet: null, title: null, publishedOn, text})
          )
          let from = 0
          const own = (sentences.get(id) ?? []).map(sentence => {
            const span = placeOf(text, sentence.text, from)
            from = span.to
            const found = acts(span)
            const gold = new Set(sentence.labels)
            predictions.push(
              JSON.stringify({id: sentence.id, text: sentence.text, found: [...found], gold: [...gold]})
            )
            return {gold, found}
          })
          const inAny = new Set(own.flatMap(({found}) => [...found]))
          return {own, whole: {gold: new Set(document.labels), found: inAny}}
        })
        const bySentence = judged.flatMap(({own}) => own)
        return [
          split,
          {
            ...Object.fromEntries(labels.map(label => [label, scoreOf(bySentence, label)])),
            ...Object.fromEntries(
              labels.map(label => [
                `${label} in documents`,
                scoreOf(
                  judged.map(({whole}) => whole),
                  label
                )
              ])
            ),
            sentences: bySentence.length
          }
        ]
      })
    )
    return {figures, predictions}
  }
}

function scoreOf(rows: readonly Judged[], label: PoliceAct) {
  const count = (isOne: (row: Judged) => boolean) => rows.filter(isOne).length
  return score(
    count(({gold, found}) => gold.has(label) && found.has(label)),
    count(({found}) => found.has(label)),
    count(({gold}) => gold.has(label))
  )
}

/** Where a sentence stands; quotation marks that the web page broke differ, so its longest sound stretch is looked for. */
function placeOf(text: string, sentence: string, from: number): Span {
  const stretch = sentence
    .split(/[^\x20-\x7e\n]+/)
    .reduce((a, b) => (b.length > a.length ? b : a))
    .trim()
  const at = text.indexOf(stretch, from)
  return at < 0 ? {from, to: from} : {from: at, to: at + stretch.length}
}
