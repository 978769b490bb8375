/** Claims as a search finds them, whatever report they are of. */
import {z} from 'zod'
import {ReportedClaim, ReportRef} from './assessment.ts'
import {ClaimAbout, Interest, Outcome, Polarity, SourceKind} from './contract.ts'

export const ClaimFilter = z.object({
  text: z.string().min(1).max(300).optional().describe('Words of the statement; the last may be a beginning'),
  source: z.string().min(1).max(300).optional().describe('Words of whoever it is credited to last'),
  about: ClaimAbout.optional(),
  outcome: Outcome.optional(),
  kind: SourceKind.optional().describe('Of whoever it is credited to last'),
  interest: Interest.optional(),
  polarity: Polarity.optional(),
  report: z.string().min(1).max(100).optional(),
  incident: z.string().min(1).max(100).optional()
})

export const FoundClaim = z.object({
  claim: ReportedClaim,
  report: ReportRef.omit({agency: true}),
  incidents: z.array(z.string()).describe('Ids of the incidents that hold what its report tells')
})

export type ClaimFilter = z.infer<typeof ClaimFilter>
export type FoundClaim = z.infer<typeof FoundClaim>
