/** Reconciles groups out of their reports and saves the incidents, some at a time. */
import type {LinkedIncident} from '../model/assessment.ts'
import type {Member} from '../reconcile/reconcile.ts'
import type {LinkRows} from '../store/store.ts'
import type {StoredGroup} from './regroup.ts'

/** Reports in memory together, unless one incident has more. */
const mostReports = 400

export async function saveGroups(
  rows: LinkRows,
  groups: readonly StoredGroup[],
  reconcile: (members: readonly Member[]) => LinkedIncident
): Promise<void> {
  for (const some of slices(groups)) {
    const ids = new Set(some.flatMap(({members}) => members.map(({stored}) => stored.telling.report)))
    const reports = new Map((await rows.codedReports([...ids])).map(coded => [coded.report.id, coded]))
    const incidents = some.map(({members}) =>
      reconcile(
        members.map(({stored: {telling}, why}) => {
          const report = reports.get(telling.report)!
          return {report, incident: report.incidents.find(({id}) => id === telling.incident)!, why}
        })
      )
    )
    await rows.saveIncidents(incidents)
  }
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
