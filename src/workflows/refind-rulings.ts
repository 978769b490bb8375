/** Rulings name words; what these are now is looked up anew. First where added claims belong: other rulings may be about these. */
import {addedBy} from '../review/added-claims.ts'
import {foundIn} from '../review/rulings-on.ts'
import {reportsOf, type Store} from '../store/store.ts'

/** `own`: ids of reports that were read anew, or whose added claims changed. */
export async function refindRulings(store: Store, own: readonly string[]): Promise<void> {
  const touched = await store.rulings(own)
  const ids = [...new Set(touched.flatMap(({ruling}) => reportsOf(ruling)))]
  const find = async () => {
    const reports = new Map((await store.codedReports(ids)).map(coded => [coded.report.id, coded]))
    return touched.map(({ruling}) => foundIn(ruling, reports))
  }
  const adding = addedBy(await find()).filter(({report}) => own.includes(report))
  if (adding.length) await store.saveAdded(own, adding)
  await store.replaceTargets(await find())
}
