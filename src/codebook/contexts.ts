/** Reads and checks `codebook/contexts.yaml` and `context-signs.csv`: what a report may speak of in the words of violence. */
import {z} from 'zod'
import type {Codebook} from './codebook.ts'
import {DataFileError} from './data-file-error.ts'
import {readEntries} from './entries.ts'

export const contextsPath = 'contexts.yaml'
const signsPath = 'context-signs.csv'

/** Signs that one mention may bear; the other rows of the table are measures. */
const signs = [
  'words-sentence',
  'words-around',
  'done-by',
  'done-to',
  'under',
  'present',
  'old-time',
  'running',
  'others',
  'unsupported',
  'armed',
  'people',
  'weapon',
  'violence-sentence',
  'violence-around',
  'killed-sentence',
  'killed-around',
  'hurt-sentence',
  'hurt-around',
  'fresh',
  'past-tense'
] as const
const levels = ['sure', 'strong', 'weak'] as const
const measures = ['around', 'most-sentence', 'most-around', 'most-others', 'threshold'] as const
/** Their weight is the sum of their words. */
const summed = new Set<string>(signs.slice(0, 2).concat('violence-sentence', 'violence-around'))
const rows = [...levels, ...measures, ...signs.filter(sign => !summed.has(sign))]

const List = z.string().transform(list =>
  list
    .split(',')
    .map(entry => entry.trim())
    .filter(Boolean)
)

const EventContext = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  label: z.string(),
  definition: z.string(),
  makes: z.enum(['nothing', 'mishap', 'story', 'past', 'happening']),
  types: List.optional(),
  needs: List.pipe(z.array(z.enum(signs))).default([]),
  despite: List.pipe(z.array(z.enum(signs))).default([]),
  sure: List.default([]),
  strong: List.default([]),
  weak: List.default([]),
  governs: List.default([]),
  does: List.default([]),
  suffers: List.default([]),
  examples: z.array(z.string()).min(1),
  counterexamples: z.array(z.string())
})

export type Sign = (typeof signs)[number]
export type EventContext = z.infer<typeof EventContext>
export const wordLevels = levels

/** Throws with file, line and remedy when an entry is not as it should be. */
export function eventContexts(codebook: Codebook): EventContext[] {
  const {items, mistakes} = readEntries(codebook, contextsPath, EventContext, 'docs/relevance.md')
  if (mistakes[0]) throw mistakes[0]
  return items.map(({item}) => item)
}

export type SignWeights = ReadonlyMap<string, number>

export function signWeights(codebook: Codebook): SignWeights {
  const at = `codebook/${signsPath}`
  const table = codebook.table(signsPath, ['id', 'weight', 'meaning'])
  const weights = new Map<string, number>()
  for (const {id, weight, line} of table) {
    if (!(rows as readonly string[]).includes(id))
      throw new DataFileError(at, line, `no sign "${id}"; write one of ${rows.join(', ')}`)
    if (weight === '' || Number.isNaN(Number(weight)))
      throw new DataFileError(at, line, `the weight is "${weight}"; write a number`)
    weights.set(id, Number(weight))
  }
  const missing = rows.find(id => !weights.has(id))
  if (missing) throw new DataFileError(at, table.length, `no row "${missing}"; add it with its weight`)
  return weights
}
