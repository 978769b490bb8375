/** An incident with those that its reports, or a person, tie it to, near and far: what a timeline of lanes is drawn from. */
import {z} from 'zod'
import {IncidentTie} from './assessment.ts'
import {When} from './contract.ts'

export const ComplexIncident = z.object({
  id: z.string(),
  headline: z.string(),
  type: z.string(),
  when: When,
  place: z.object({name: z.string()}).nullable(),
  steps: z.number().int().describe('How many ties lie between it and the incident asked for; 0: that one'),
  ties: z.array(z.object({to: z.string(), kind: IncidentTie.shape.kind, lag: z.string().nullable()})),
  reports: z.array(
    z.object({id: z.string(), outlet: z.string().nullable(), publishedOn: z.string().nullable()})
  ),
  figures: z
    .array(
      z.object({
        outcome: z.string(),
        report: z.string(),
        min: z.number().int(),
        max: z.number().int().nullable()
      })
    )
    .describe('Which number each report carries, of those that the rule "dateline" counts')
})

export const IncidentComplex = z.object({
  incidents: z.array(ComplexIncident).describe('By day, then id'),
  left: z.number().int().describe('Incidents that are tied to these and are not given')
})

export type ComplexIncident = z.infer<typeof ComplexIncident>
export type IncidentComplex = z.infer<typeof IncidentComplex>
