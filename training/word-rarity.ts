/** Counts how many of open news reports have a word, for codebook/lexicons/en/word-rarity.csv. */
import {linesOf} from '../evaluation/json-lines.ts'
import {reportsCounted} from '../src/codebook/word-rarity.ts'
import {reportWords} from '../src/link/report-words.ts'
import {readIncidentTexts} from './incident-texts.ts'

/** A stem that fewer reports have is not listed. */
const fewest = 3

const head = `# How many of 10,000 reports have a word, by its stem (endings cut, as src/languages/en/stems.ts does); the rarer, the more it tells.
# Counted by "dateline train word-rarity" in ECB+ (train), HRDsAttack, re3d and MUC-4 (dev). A word that is not here is rarer than all.
stem,reports
`

/** The whole file. */
export function wordRarity(data: string): string {
  const counts = new Map<string, number>()
  let all = 0
  for (const {text, weight} of texts(data)) {
    all += weight
    for (const stem of new Set(reportWords(text))) counts.set(stem, (counts.get(stem) ?? 0) + weight)
  }
  const rows = [...counts]
    .filter(([stem, count]) => count >= fewest && /^[\p{L}\p{M}\p{N}]+$/u.test(stem))
    .map(([stem, count]) => ({stem, reports: Math.round((reportsCounted * count) / all)}))
    .sort((a, b) => (a.stem < b.stem ? -1 : 1))
  return head + rows.map(({stem, reports}) => `${stem},${reports}\n`).join('')
}

/** Twenty reports of one incident count as one: its names are no frequent words. */
function texts(data: string): {text: string; weight: number}[] {
  const told = readIncidentTexts(`${data}/ecbplus/train.jsonl`)
  const sizes = Map.groupBy(told, ({incident}) => incident)
  const others = ['hrdsattack/train', 'hrdsattack/dev', 're3d/train', 're3d/dev', 'muc4/dev'].flatMap(name =>
    linesOf<{text: string; source?: string}>(`${data}/${name}.jsonl`)
  )
  return [
    ...told.map(({text, incident}) => ({text, weight: 1 / sizes.get(incident)!.length})),
    // The BBC's part of re3d is not open.
    ...others.filter(({source}) => !source?.startsWith('BBC')).map(({text}) => ({text, weight: 1}))
  ]
}
