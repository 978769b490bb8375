/** How an installation is, for those who look after it: disk, backups, versions, jobs. */
import {statfsSync} from 'node:fs'
import {loadKnowledge, type OwnKnowledge} from '../codebook/load.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Store} from '../store/store.ts'
import {versionsOf} from './code.ts'
import {examineOpen, type Finding} from './doctor.ts'
import {retryDead} from './retry-installed.ts'

export type {Finding} from './doctor.ts'

export interface Installation {
  /** Folder of the embedded store, or URL of a server. */
  readonly target: string
  readonly own: OwnKnowledge
}

const isServer = ({target}: Installation) => /^postgres/.test(target)

let known: {readonly own: OwnKnowledge; readonly versions: CodedReport['versions']} | null = null

/** Read once: what changes them is an update, which begins anew. */
function installedVersions(own: OwnKnowledge): CodedReport['versions'] {
  if (known?.own !== own) known = {own, versions: versionsOf(loadKnowledge(own))}
  return known.versions
}

export async function stateOf(store: Store, installation: Installation) {
  const [sizes, notes, coded] = await Promise.all([
    store.upkeep.sizes(),
    store.upkeep.notes.last(),
    store.upkeep.reportVersions()
  ])
  const versions = installedVersions(installation.own)
  const reports = coded.map(one => ({...one, isOlder: !isSame(one.versions, versions)}))
  return {
    kind: isServer(installation) ? ('server' as const) : ('embedded' as const),
    // The URL of a server may hold a password.
    folder: isServer(installation) ? null : installation.target,
    freeBytes: isServer(installation) ? null : freeBytes(installation.target),
    ...sizes,
    backup: notes.backup,
    restoreTest: notes['restore test'],
    versions,
    reports
  }
}

const isSame = (a: CodedReport['versions'], b: CodedReport['versions']) =>
  (Object.keys(b) as (keyof typeof b)[]).every(name => a[name] === b[name])

function freeBytes(folder: string): number | null {
  try {
    const {bavail, bsize} = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

export async function findingsOf(store: Store, {target, own}: Installation): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of examineOpen(store, target, own)) found.push(finding)
  return found
}

/** Dead jobs wait for a worker again; gives back how many. Null where the store has no workers. */
export async function reviveJobs(
  store: Store,
  installation: Installation,
  ids: readonly string[]
): Promise<number | null> {
  if (!isServer(installation)) return null
  return retryDead(installation.target, store, ids)
}
