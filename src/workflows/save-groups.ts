/** Reconciles groups out of their reports and saves the incidents, some at a time. */
import type {LinkedIncident} from '../model/assessment.ts'
import type {Source, SourcesOfIncident} from '../model/source.ts'
import type {Member} from '../reconcile/reconcile.ts'
import type {SourceFinder} from '../reconcile/sources.ts'
import type {LinkRows} from '../store/store.ts'
import type {StoredGroup} from './regroup.ts'

/** Reports in memory together, unless one incident has more. */
const mostReports = 400
/** Claims of incidents that are made and not saved yet. */
const mostClaims = 30_000

/** `gone`: ids of incidents that are no more. */
export async function saveGroups(
  rows: LinkRows,
  gone: readonly string[],
  groups: readonly StoredGroup[],
  by: {
    readonly reconcile: (members: readonly Member[]) => LinkedIncident
    readonly sources: SourceFinder
  }
): Promise<void> {
  // Whoever changes incidents holds up all others that write to the audit, until the end: so most are made before.
  let left = gone
  let made: LinkedIncident[] = []
  let told: SourcesOfIncident[] = []
  let named: Source[] = []
  const save = async () => {
    await rows.removeIncidents(left)
    await rows.saveIncidents(made)
    await rows.sources.saveIncidents(told, named)
    left = []
    made = []
    told = []
    named = []
  }
  for (const some of slices(groups)) {
    const ids = new Set(some.flatMap(({members}) => members.map(({stored}) => stored.telling.report)))
    const reports = new Map((await rows.codedReports([...ids])).map(coded => [coded.report.id, coded]))
    for (const {members} of some) {
      const own = members.map(({stored: {telling}, why}) => {
        const report = reports.get(telling.report)!
        return {report, incident: report.incidents.find(({id}) => id === telling.incident)!, why}
      })
      const incident = by.reconcile(own)
      made.push(incident)
      const {sources, ...ofSources} = by.sources.ofIncident(incident, [
        ...new Set(own.map(({report}) => report))
      ])
      told.push(ofSources)
      named.push(...sources)
    }
    if (made.reduce((sum, {claims}) => sum + claims.length, 0) > mostClaims) await save()
  }
  await save()
}

function* slices(groups: readonly StoredGroup[]): Generator<StoredGroup[]> {
  let some: StoredGroup[] = []
  let reports = 0
  for (const group of groups) {
    if (some.length && reports + group.members.length > mostReports) {
      yield some
      some = []
      reports = 0
    }
    some.push(group)
    reports += group.members.length
  }
  if (some.length) yield some
}
