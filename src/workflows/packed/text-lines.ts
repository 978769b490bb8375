/**
 * What a packed export holds besides its data, so that its quotes can be checked without a store: a line for each report of each
 * incident, with the text as the export gives it, and all words of it that claims of the incident quote.
 */
import {z} from 'zod'
import type {QuotedText} from '../../export/format.ts'
import type {LinkedIncident, ReportedClaim} from '../../model/assessment.ts'
import {Quote} from '../../model/contract.ts'

export const TextLine = z.object({
  incident: z.string(),
  report: z.string(),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  publishedOn: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  original: z.string().nullable().describe('SHA-256 of the bytes as received'),
  sha256: z.string().describe('Of the text in UTF-8'),
  text: z.string(),
  claims: z.array(
    z.object({
      claim: z.string().describe('Its key'),
      quotes: z.array(Quote).describe('Half-open UTF-16 offsets into the text, with the words there')
    })
  )
})
export type TextLine = z.infer<typeof TextLine>

export function textLines(incident: LinkedIncident, texts: ReadonlyMap<string, QuotedText>): TextLine[] {
  const claims = Map.groupBy(incident.claims, ({report}) => report)
  return incident.reports.map(({id, url, outlet, title, publishedOn}) => {
    const quoted = texts.get(id)
    if (!quoted) throw new Error(`the text of report ${id} is missing`)
    const {text, sha256, original, fetchedAt} = quoted
    const own = (claims.get(id) ?? []).map(claim => ({claim: claim.key, quotes: quotesOf(claim)}))
    return {
      ...{incident: incident.id, report: id, url, outlet, title, publishedOn, fetchedAt, original},
      ...{sha256, text, claims: own}
    }
  })
}

function quotesOf({quote, evidence, attribution, event}: ReportedClaim): z.infer<typeof Quote>[] {
  const said = attribution.flatMap(({quote}) => quote ?? [])
  return [quote, ...evidence, ...said, ...(event ? [event.trigger] : [])]
}
