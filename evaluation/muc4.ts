/**
 * Suite `muc4`: templates of news of attacks (DIR/muc4/NAME.jsonl) as the MUC-4 evaluation of 1992 scored them, and the
 * things that fill five of their slots as they are scored since (CEAF-REE).
 */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {decodeWeights} from '../src/codebook/weights-file.ts'
import {templatesByEvents} from '../src/muc4/by-events.ts'
import {type Muc4Codebook, muc4Codebook} from '../src/muc4/codebook.ts'
import {muc4ModelOf} from '../src/muc4/model-file.ts'
import {createMuc4Reader} from '../src/muc4/reader.ts'
import {wordVectorsOf} from '../src/muc4/word-vectors.ts'
import {entityF, entityScore} from '../training/muc4/entity-score.ts'
import {readItems} from '../training/muc4/keys.ts'
import {itemReader, wordKnowledge} from '../training/muc4/reader.ts'
import {figures, slotScore} from '../training/muc4/slot-score.ts'
import {slotsOf} from '../training/muc4/slots.ts'
import type {Suite} from './suite.ts'

const weightsOf = (name: string) =>
  decodeWeights(readFileSync(fileURLToPath(new URL(`../models/muc4/${name}.bin`, import.meta.url))))

export const muc4: Suite = {
  run({knowledge, data, splits}) {
    const codebook = muc4Codebook(knowledge.codebook)
    const annotate = itemReader(knowledge)
    const templates = createMuc4Reader(
      muc4ModelOf(weightsOf('reader')),
      codebook,
      knowledge.models,
      wordKnowledge(knowledge, wordVectorsOf(weightsOf('words')))
    )
    const items = splits
      .flatMap(split => readItems(`${data}/muc4/${split}.jsonl`))
      .map(item => ({item, report: annotate(item)}))
    const reports = items.map(read => ({item: read.item, templates: templates(read)}))
    const byEvents = items.map(read => ({item: read.item, templates: templatesByEvents(read, codebook)}))
    return {
      figures: {
        reports: reports.length,
        ...measured(reports, codebook),
        byEvents: measured(byEvents, codebook),
        bySlot: Object.fromEntries(
          Object.entries(scoreOf(reports, codebook).slots).map(([slot, tally]) => [
            slot,
            {...rounded(figures(tally)), ...tally}
          ])
        )
      },
      predictions: reports.map(({item, templates}) => JSON.stringify({id: item.id, templates}))
    }
  }
}

type Read = Parameters<typeof entityScore>[0]

const scoreOf = (reports: Read, {broader}: Muc4Codebook) =>
  slotScore(
    reports.map(({item, templates}) => ({ours: templates.map(slotsOf), key: item.templates})),
    broader
  )

function measured(reports: Read, codebook: Muc4Codebook) {
  const {all, templates} = scoreOf(reports, codebook)
  return {
    slots: rounded(figures(all)),
    entities: Object.fromEntries(
      Object.entries(entityScore(reports)).map(([role, count]) => [role, round(entityF(count))])
    ),
    templates
  }
}

const round = (value: number) => Math.round(value * 100) / 100
const rounded = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]))
