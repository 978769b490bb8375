/**
 * Links, and on demand reads, everything in the store anew, after the codebook or weights have changed.
 *
 * All in one transaction, which is taken back unless it is to be saved: what would change is seen before it does,
 * and a cut leaves the store as it was. Reports are read some at a time.
 */
import type {CodedReport} from '../model/contract.ts'
import type {Store} from '../store/store.ts'
import {outcomesOf, type ReportCoder} from './arrivals.ts'
import type {LinkReports} from './link.ts'
import {linkPending} from './link-reports.ts'
import {refindRulings} from './refind-rulings.ts'
import {changesAfter, type IncidentChanges} from './rulings.ts'

export interface Relinked extends IncidentChanges {
  readonly reports: number
  /** Reports whose coding changed. */
  readonly recoded: number
  /** Reports that could not be read anew, and stay as they are. */
  readonly failed: readonly {readonly report: string; readonly reason: string}[]
}

export interface RelinkTask {
  readonly link: LinkReports
  /** Reads reports anew; null: they stay as they were read. */
  readonly coder: ReportCoder | null
  readonly save: boolean
  /** Called as reports have been read anew. */
  readonly onRead?: (count: number) => void
  /** Called with how many of all are linked so far. */
  readonly onLinked?: (count: number, all: number) => void
}

/** Reports in memory at a time. */
const block = 64

export function relink(store: Store, {link, coder, save, onRead, onLinked}: RelinkTask): Promise<Relinked> {
  return store.attempt(async inner => {
    const row = Number((await inner.auditHead()).split(':')[0])
    const failed: {report: string; reason: string}[] = []
    let reports = 0
    let recoded = 0
    for await (const before of inner.everyReport(block)) {
      reports += before.length
      if (!coder) continue
      const {anew, otherwise} = await readAnew(inner, before, coder, failed)
      await inner.replaceCodings(anew, otherwise)
      await refindRulings(
        inner,
        anew.map(({report}) => report.id)
      )
      recoded += otherwise.size
      onRead?.(reports)
    }
    await inner.unlinkAll()
    await linkPending(inner, link, {onLinked})
    await inner.removeUntoldIncidents()
    return {reports, recoded, failed, ...(await changesAfter(inner, row))}
  }, save)
}

/** Those of the reports that are not coded as they were: `otherwise` in more than the versions that coded them. */
async function readAnew(
  store: Store,
  before: readonly CodedReport[],
  coder: ReportCoder,
  failed: {report: string; reason: string}[]
): Promise<{anew: CodedReport[]; otherwise: Set<string>}> {
  const ids = before.map(({report}) => report.id)
  const given = await store.givenReports(ids)
  const anew: CodedReport[] = []
  const otherwise = new Set<string>()
  const outcomes = outcomesOf([...given.values()], coder)
  for (const was of await store.reportsAsRead(ids)) {
    const {id} = was.report
    const outcome = await outcomes.get(id)!
    if (outcome.state === 'failed') failed.push({report: id, reason: outcome.reason})
    if (outcome.state !== 'done') continue
    const is = outcome.coded
    const isOther = canonical({...was, versions: null}) !== canonical({...is, versions: null})
    if (isOther) otherwise.add(id)
    if (isOther || canonical(was.versions) !== canonical(is.versions)) anew.push(is)
  }
  return {anew, otherwise}
}

/** Keys in order: the database keeps them in its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )
}
