/**
 * The weights of what words tell, for codebook/link-weights.csv: logistic regression over pairs of texts whose incidents are known.
 *
 * The other rows of the file, threshold among them, are priors of the field and stay. Reports compared as wholes and
 * passages are fitted apart. What both fits start from goes into the row of what is missing: `told` and `1 - told` add up to 1.
 */
import {loadCodebook} from '../src/codebook/codebook.ts'
import {rarityOf} from '../src/codebook/word-rarity.ts'
import {readIncidentTexts} from './incident-texts.ts'
import {type LinkPair, passagePairs, reportPairs} from './link-pairs.ts'
import {logistic} from './logistic.ts'

const penalty = 1
/** `missing` takes the part of the intercept. */
const fits = [
  {
    pairsOf: reportPairs,
    missing: 'told-missing',
    told: 'told',
    others: [
      'told-both',
      'pairs-shared',
      'counted-shared',
      'year-shared',
      'year-other',
      'date-shared',
      'short-text'
    ]
  },
  {
    pairsOf: passagePairs,

    missing: 'passage-missing',
    told: 'passage-told',
    others: ['passage-pairs']
  }
] as const

/** The whole file, with the weights that DIR/ecbplus/train.jsonl gives. */
export function linkWeights(data: string, root: string, log: (line: string) => void): string {
  const codebook = loadCodebook(`${root}codebook`)
  const rarity = rarityOf(codebook)
  const texts = readIncidentTexts(`${data}/ecbplus/train.jsonl`)
  const threshold = Number(
    codebook.table('link-weights.csv', ['id', 'weight']).find(({id}) => id === 'threshold')!.weight
  )
  const trained = new Map<string, number>()
  for (const {pairsOf, missing, told, others} of fits) {
    const pairs = pairsOf(texts, rarity).filter(({evidence}) => evidence.some(({id}) => id === told))
    log(`${pairs.length} pairs for ${told}`)
    const ids = [told, ...others]
    const {weights, intercept} = logistic(
      pairs.map(pair => exampleOf(pair, ids)),
      penalty
    )
    const start = threshold + intercept
    trained.set(missing, start)
    for (const [i, id] of ids.entries()) trained.set(id, weights[i]! + (id === told ? start : 0))
  }
  return codebook
    .source('link-weights.csv')
    .split('\n')
    .map(line => {
      const weight = trained.get(line.split(',')[0]!)
      return weight === undefined ? line : `${line.split(',')[0]},${weight.toFixed(2)}`
    })
    .join('\n')
}

function exampleOf({evidence, isOne, weight}: LinkPair, ids: readonly string[]) {
  const values = new Map(evidence.map(({id, value}) => [id, value]))
  return {values: ids.map(id => values.get(id) ?? 0), isOne, weight}
}
