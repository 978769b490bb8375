/** Why two are one incident, or not, as a person reads it. */
import type {ExplainedPair, Explanation} from '../../model/explanation.ts'

export function printExplanation({isOne, because, threshold, pairs, path}: Explanation): string {
  const [first, ...others] = pairs
  return [
    isOne ? 'One incident' : 'Not one incident',
    `${because}.`,
    ...pairLines(first!, threshold),
    ...path.flatMap((pair, i) => [...(i === 0 ? ['', 'By way of'] : []), ...pairLines(pair, threshold)]),
    ...(others.length ? ['', 'Other pairs of theirs'] : []),
    ...others.map(pair => `  ${pairInWords(pair)}: ${sumInWords(pair, threshold)}`),
    ''
  ].join('\n')
}

function pairLines(pair: ExplainedPair, threshold: number): string[] {
  const {signs, contradictions, ruling} = pair
  const rows = signs
    .map(({id, value, weight, because}) => ({id, counts: value * weight, because}))
    .sort((a, b) => b.counts - a.counts)
  return [
    '',
    pairInWords(pair),
    ...rows.map(({id, counts, because}) => `  ${signed(counts)}  ${id.padEnd(15)}  ${because}`),
    `  ${sumInWords(pair, threshold)}`,
    ...contradictions.map(reason => `  Contradicts: ${reason}`),
    ...(ruling ? [`  A person put them ${ruling}`] : [])
  ]
}

function pairInWords({a, b}: ExplainedPair): string {
  return [a, b]
    .map(({key, type, place, day}) => `${key} (${[type, place, day].filter(Boolean).join(', ')})`)
    .join('  and  ')
}

function sumInWords({sum, probability, meets}: ExplainedPair, threshold: number): string {
  const likely = `${signed(sum)} of ${threshold} needed; likelihood ${Math.round(100 * probability)} %`
  return meets ? likely : `${likely}; not compared when linking, for they meet nowhere`
}

const signed = (number: number) => `${number < 0 ? '-' : '+'}${Math.abs(number).toFixed(2)}`.padStart(6)
