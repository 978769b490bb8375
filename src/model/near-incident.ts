/** Incidents that are nearly one by what linking compared: what people are shown to decide about. */
import {z} from 'zod'
import {ListedIncident} from './listing.ts'

const nearness = {
  sum: z.number().describe('Of weights times values, of the likest two tellings'),
  probability: z.number().describe('Of being one, 0 to 1')
}

/** Two incidents that nobody has ruled on. */
export const IncidentPair = z.object({one: ListedIncident, other: ListedIncident, ...nearness})

/** An incident that is near a given one. */
export const NearIncident = z.object({
  incident: ListedIncident,
  ...nearness,
  because: z.array(z.string()).describe('What counts most between the two, for and against, in English'),
  ruling: z
    .string()
    .nullable()
    .describe('Kind of the last ruling that told them apart or tied them; null: nobody ruled on the two')
})

export type IncidentPair = z.infer<typeof IncidentPair>
export type NearIncident = z.infer<typeof NearIncident>
