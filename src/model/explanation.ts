/** Why two incidents or reports are thought to be one, or not: what `dateline explain A B --json` prints. */
import {z} from 'zod'

const Sign = z.object({
  id: z.string().describe('Row of codebook/link-weights.csv'),
  value: z.number().describe('How strongly it shows, 0 to 1'),
  weight: z.number().describe('0: it explains and does not decide'),
  because: z.string()
})

const Told = z.object({
  key: z.string().describe('report id, "/" and id of the incident in the report'),
  incident: z.string().nullable().describe('The linked incident that holds it'),
  type: z.string(),
  day: z.string().nullable(),
  place: z.string().nullable()
})

/** Two tellings side by side. */
export const ExplainedPair = z.object({
  a: Told,
  b: Told,
  signs: z.array(Sign),
  sum: z.number().describe('Of weights times values'),
  probability: z.number().describe('Of being one, 0 to 1'),
  contradictions: z.array(z.string()).describe('What nothing but a person outweighs'),
  meets: z.boolean().describe('Whether the two meet in a block: else they are compared here alone'),
  ruling: z.enum(['together', 'apart']).nullable()
})

export const Explanation = z.object({
  isOne: z.boolean(),
  because: z.string(),
  threshold: z.number().describe('Sum from which a pair joins'),
  pairs: z.array(ExplainedPair).describe('The likeliest first'),
  path: z
    .array(ExplainedPair)
    .describe('By which others they are one, from the first to the second, where no pair of theirs joins')
})

export type ExplainedPair = z.infer<typeof ExplainedPair>
export type Explanation = z.infer<typeof Explanation>
