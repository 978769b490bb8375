/**
 * Trains the weights in `models/` and lists of the codebook: `dateline train clusters|syntax|ner|word-rarity|ordinary-words|link|muc4/words|muc4 --data DIR`. The same data give the same bytes.
 *
 * Each needs those before it in the list. DIR holds the folders ud, ner_open,
 * gum, re3d, hrdsattack, ecbplus and muc4, and for muc4/words the file of a package; the cards in `models/` say what each model
 * takes. The tagger and the parser are one network, so that either name trains `syntax`.
 */
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {abbreviationsOf} from '../src/annotate/abbreviations.ts'
import {EntityKeys} from '../src/annotate/entity-keys.ts'
import {SyntaxNetwork} from '../src/annotate/syntax-network.ts'
import {WordForms} from '../src/annotate/word-forms.ts'
import {loadCodebook} from '../src/codebook/codebook.ts'
import {loadGazetteer} from '../src/codebook/gazetteer.ts'
import {loadKnowledge} from '../src/codebook/load.ts'
import {matrices, syntaxWeightsOf, wordGroupsOf} from '../src/codebook/models.ts'
import {decodeWeights, encodeWeights, type WeightsFile} from '../src/codebook/weights-file.ts'
import {rarityPath} from '../src/codebook/word-rarity.ts'
import {wordVectorsOf} from '../src/muc4/word-vectors.ts'
import {casesOf, clusterWords} from './clusters.ts'
import {readConllu} from './conllu.ts'
import {trainEntities} from './entities.ts'
import {type LabelledText, readGum, readIob2, readOpen, readReports} from './entity-corpora.ts'
import {linkWeights} from './link-weights.ts'
import {trainMuc4} from './muc4/reader.ts'
import {frequentWordVectors} from './muc4/word-vectors.ts'
import {openText, plain} from './open-text.ts'
import {ordinaryWords} from './ordinary-words.ts'
import {shippedSyntax, trainSyntax} from './syntax.ts'
import {wordRarity} from './word-rarity.ts'

type Log = (line: string) => void

const root = fileURLToPath(new URL('..', import.meta.url))
/** For the parameters, their gradients and averages, and a batch. */
const trainingMegabytes = 1024
const readingMegabytes = 64
/** For the table of the network over phrases, its gradients and a report. */
const phraseMegabytes = 512

const trainers: Readonly<Record<string, (data: string, log: Log) => WeightsFile>> = {
  clusters(data, log) {
    const written = openText(data)
    const sentences = written.map(sentence => sentence.map(plain))
    const families = clusterWords(sentences, {size: 64, log})
    const clusters = clusterWords(sentences, {size: 400, log})
    return {
      lists: {words: families.words},
      arrays: {
        families: Uint8Array.from(families.clusters, group => group + 1),
        clusters: Int16Array.from(clusters.clusters, group => group + 1),
        cases: Uint8Array.from(casesOf(families.words, written, plain))
      }
    }
  },
  syntax: (data, log) =>
    shippedSyntax(trainSyntax(treebanks(data), groups(), matrices(root, trainingMegabytes), {log})),
  ner: (data, log) => trainNer(nerTexts(data), log),
  'muc4/words': frequentWordVectors,
  'muc4/reader': (data, log) =>
    trainMuc4(
      data,
      loadKnowledge(),
      wordVectorsOf(decoded('muc4/words')),
      matrices(root, phraseMegabytes),
      log
    )
}

const otherNames: Readonly<Record<string, string>> = {
  tagger: 'syntax',
  parser: 'syntax',
  muc4: 'muc4/reader'
}

/** Ways of labelling that ship: as names alone (Universal NER), as reports name and describe (re3d). */
const nerStyles = ['uner', 're3d']

/** Weights of the recogniser of names, trained on some texts over the network in `models/`. */
export function trainNer(texts: readonly LabelledText[], log: Log): WeightsFile {
  const forms = new WordForms(groups())
  const network = new SyntaxNetwork(
    syntaxWeightsOf(decoded('syntax'), matrices(root, readingMegabytes)),
    forms
  )
  const keys = new EntityKeys(
    loadCodebook(`${root}codebook`),
    loadGazetteer(`${root}gazetteer/gazetteer.bin`),
    forms
  )
  return trainEntities(texts, nerStyles, network, keys, matrices(root, trainingMegabytes), {log})
}

/** Every corpus of names and reports whose licence lets weights go out. */
export function nerTexts(data: string): LabelledText[] {
  const {keepStop, neverEnd} = abbreviationsOf(loadCodebook(`${root}codebook`))
  return [
    ...readIob2(`${data}/ud/uner-ewt-dev.iob2`),
    ...['train', 'dev'].flatMap(split => readOpen(`${data}/ner_open/${split}.jsonl`)),
    ...readGum(`${data}/gum/train.jsonl`),
    ...['train', 'dev'].flatMap(split => readReports(`${data}/re3d/${split}.jsonl`, keepStop, neverEnd))
  ]
}

/** Lists of the codebook that are counted or fitted, by name. */
const lists: Readonly<Record<string, {path: string; make: (data: string, log: Log) => string}>> = {
  'word-rarity': {path: rarityPath, make: wordRarity},
  'ordinary-words': {path: 'lexicons/en/ordinary-words.csv', make: ordinaryWords},
  link: {path: 'link-weights.csv', make: (data, log) => linkWeights(data, root, log)}
}

/** Trains a model, writes it to `models/` or, where it is a list, to `codebook/`, and tells its size and hash. */
export function train(name: string, data: string, log: Log): void {
  const list = lists[name]
  if (list) {
    writeFileSync(`${root}codebook/${list.path}`, list.make(data, log))
    log(`codebook/${list.path}`)
    return
  }
  const model = otherNames[name] ?? name
  const trainer = trainers[model]
  if (!trainer)
    throw new Error(`No model "${name}"; write one of ${Object.keys({...trainers, ...lists}).join(', ')}`)
  const bytes = encodeWeights(trainer(data, log))
  writeFileSync(pathOf(model), bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  log(`models/${model}.bin: ${(bytes.length / 1e6).toFixed(2)} MB, SHA-256 ${hash}`)
}

const pathOf = (model: string) => `${root}models/${model}.bin`
const treebanks = (data: string) =>
  ['ewt-train', 'gum-cc-train'].flatMap(name => readConllu(`${data}/ud/${name}.conllu`))

function decoded(model: string): WeightsFile {
  try {
    return decodeWeights(readFileSync(pathOf(model)))
  } catch (cause) {
    throw new Error(`models/${model}.bin is needed first; run "dateline train ${model}"`, {cause})
  }
}
const groups = () => wordGroupsOf(decoded('clusters'))
