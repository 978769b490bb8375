/** A coded report as rows: text, coding and claims have one home each. */
import type {Insertable} from 'kysely'
import type {CodedReport} from '../model/contract.ts'
import type {Tables} from './tables.ts'

type Row<Name extends keyof Tables> = Insertable<Tables[Name]>

export function reportRow({
  report: {text, ...report},
  claims: _claims,
  ...rest
}: CodedReport): Row<'reports'> {
  return {
    id: report.id,
    sha256: report.sha256,
    url: report.url,
    outlet: report.outlet?.name ?? null,
    title: report.title,
    published_on: report.publishedOn,
    language: report.language,
    text,
    coded: JSON.stringify({report, ...rest})
  }
}

export function claimRows({report, claims}: CodedReport): Row<'claims'>[] {
  return claims.map((claim, position) => ({
    report_id: report.id,
    claim_id: claim.id,
    position,
    about: claim.about,
    claim: JSON.stringify(claim)
  }))
}
