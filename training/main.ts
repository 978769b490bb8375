/**
 * Trains and measures the weights in `models/`. The same data give the same bytes.
 *
 *     npm run train -- tagger   --data ../shared/eval
 *     npm run train -- parser   --data ../shared/eval     (needs the tagger)
 *     npm run train -- evaluate --data ../shared/eval
 */
import {createHash} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {Tagger} from '../src/annotate/tagger.ts'
import {loadModels} from '../src/codebook/models.ts'
import {encodeWeights, type WeightsFile} from '../src/codebook/weights-file.ts'
import {readConllu} from './conllu.ts'
import {scores} from './evaluate.ts'
import {trainParser} from './parser.ts'
import {taggerOf, trainTagger} from './tagger.ts'

const {values, positionals} = parseArgs({allowPositionals: true, options: {data: {type: 'string'}}})
const [task] = positionals
const folder = fileURLToPath(new URL('../models', import.meta.url))
const log = (line: string) => console.error(line)

if (!values.data || !task || !['tagger', 'parser', 'evaluate'].includes(task)) {
  console.error('Write: npm run train -- tagger|parser|evaluate --data DIR, where DIR/ud holds the treebanks')
  process.exit(2)
}
const treebank = (name: string) => readConllu(`${values.data}/ud/${name}.conllu`)

if (task === 'tagger') {
  const {tags, dictionary, weights} = trainTagger([...treebank('ewt-train'), ...treebank('gum-cc-train')])
  save('tagger', {
    lists: {tags, classes: [...dictionary.classes], fixed: [...dictionary.fixed]},
    models: {tagger: weights}
  })
} else if (task === 'parser') {
  const sentences = [...treebank('ewt-train'), ...treebank('gum-cc-train')]
  const {labels, structure, labeller} = trainParser(sentences, taggerOf(trainTagger(sentences)), {log})
  save('parser', {lists: {labels}, models: {structure, labeller}})
} else {
  const models = loadModels(folder)
  const tagger = new Tagger(models.tagger)
  for (const name of ['ewt-dev', 'gum-cc-dev']) {
    for (const upper of [false, true]) {
      console.log(
        name,
        upper ? 'upper case' : 'as written',
        scores(treebank(name), tagger, models.parser, upper)
      )
    }
  }
}

function save(name: string, file: WeightsFile): void {
  const bytes = encodeWeights(file)
  writeFileSync(`${folder}/${name}.bin`, bytes)
  log(
    `models/${name}.bin: ${(bytes.length / 1e6).toFixed(2)} MB, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`
  )
}
