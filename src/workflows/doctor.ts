/**
 * What is wrong with the machine, the installation or the store, and what to do. Changes nothing, and goes on where
 * something does not open.
 */
import {statfsSync} from 'node:fs'
import {freemem, totalmem} from 'node:os'
import {dirname} from 'node:path'
import {loadKnowledge, type OwnKnowledge} from '../codebook/load.ts'
import {type Condition, conditionOf, isThere, syncMs} from '../store/condition.ts'
import type {Store} from '../store/store.ts'
import {oldNode, version} from './version.ts'

export interface Finding {
  /** "disk". */
  readonly name: string
  readonly state: 'ok' | 'warning' | 'fault'
  readonly says: string
  /** What to do; null where nothing is to be done. */
  readonly remedy: string | null
}

const gigabyte = 2 ** 30
/** Of Linux: a file system in memory. */
const tmpfs = 0x01021994

/** Of a store that this process holds. `target`: as it was opened. */
export async function* examineOpen(store: Store, target: string, own: OwnKnowledge): AsyncGenerator<Finding> {
  yield node()
  yield memory()
  yield* knowledge(own)
  const isServer = isUrl(target)
  if (!isServer) yield* disk(target)
  const condition = await store.upkeep.condition()
  yield* database(condition, isServer)
  yield* contents(condition, store.clerk.now())
}

/** `target`: as of `openStore`. */
export async function* examine(target: string, own: OwnKnowledge): AsyncGenerator<Finding> {
  yield node()
  yield memory()
  yield* knowledge(own)
  if (!isThere(target)) {
    yield* disk(nearest(target))
    yield warning(
      'store',
      `there is none in ${target} yet`,
      '"dateline ingest" makes one, or name another by --store'
    )
    return
  }
  const isServer = isUrl(target)
  if (!isServer) yield* disk(target)
  let condition: Condition
  try {
    condition = await conditionOf(target)
  } catch (error) {
    const {message} = error as Error
    yield / in use by process /.test(message)
      ? warning('store', message, 'what is in it is seen once that process has ended')
      : fault(
          'store',
          message,
          'if its files are damaged, restore a backup: "dateline restore FILE --store NEW"'
        )
    return
  }
  yield* database(condition, isServer)
  yield* contents(condition, new Date())
}

const isUrl = (target: string) => /^postgres/.test(target)

function node(): Finding {
  const says = `Dateline ${version()} on Node ${process.versions.node}`
  const old = oldNode()
  return old ? fault('node', says, `${old}; "npm ci" in a checkout brings one along`) : ok('node', says)
}

function memory(): Finding {
  const [all, free] = [totalmem() / gigabyte, freemem() / gigabyte]
  const says = `${all.toFixed(1)} GB, ${free.toFixed(1)} GB of it free`
  return all < 2
    ? warning('memory', says, 'read with "ingest --threads 1": each thread holds its own models')
    : ok('memory', says)
}

function* knowledge(own: OwnKnowledge): Generator<Finding> {
  try {
    const {codebook, gazetteer, models} = loadKnowledge(own)
    yield ok(
      'knowledge',
      `codebook ${codebook.version}, gazetteer ${gazetteer.version}, models ${models.version}`
    )
  } catch (error) {
    yield fault(
      'knowledge',
      (error as Error).message,
      '"npm run build" makes what is built; your own files are named with what is wrong'
    )
  }
}

function* disk(folder: string): Generator<Finding> {
  try {
    const {bavail, bsize, type} = statfsSync(folder)
    const free = (bavail * bsize) / gigabyte
    const says = `${free.toFixed(1)} GB free at ${folder}`
    if (free < 0.25) yield fault('disk', says, 'make room: a store that cannot grow keeps nothing new')
    else if (free < 2) yield warning('disk', says, 'make room; 100,000 reports take some 5 GB')
    else yield ok('disk', says)
    const ms = syncMs(folder)
    const took = `a write reaches the disk in ${ms < 10 ? ms.toFixed(2) : Math.round(ms)} ms`
    if (type === tmpfs)
      yield warning(
        'sync',
        `${folder} lies in memory, and is gone after a restart`,
        'keep the store on a disk'
      )
    else if (ms > 100) yield warning('sync', took, 'the disk is slow or busy; keep the store on a local one')
    else yield ok('sync', took)
  } catch (error) {
    yield fault('disk', (error as Error).message, `see that ${folder} is there and may be written to`)
  }
}

function* database(
  {serverVersion, collation, settings, missing, unknown, databaseBytes, logBytes}: Condition,
  isServer: boolean
): Generator<Finding> {
  const kind = `${isServer ? 'PostgreSQL' : 'embedded, PostgreSQL'} ${serverVersion}, UTF8, collation ${collation}`
  yield Number.parseInt(serverVersion, 10) < 15
    ? fault('store', kind, 'it needs PostgreSQL 15 or newer')
    : ok('store', kind)
  for (const [name, value] of Object.entries(settings)) {
    if (value !== 'off') continue
    const says = `${name} is off`
    const remedy = `set ${name} = on in postgresql.conf and restart the server`
    yield name === 'fsync'
      ? fault('server', `${says}: a loss of power may destroy the store`, remedy)
      : warning('server', `${says}: a loss of power may cost what was acknowledged last`, remedy)
  }
  if (unknown.length)
    yield fault('form', `a newer version of Dateline wrote it (it holds "${unknown[0]}")`, 'update Dateline')
  else if (missing.length)
    yield warning(
      'form',
      `of an older version; ${missing.length} migrations are to come`,
      'the next command makes them; back up first'
    )
  else yield ok('form', 'the newest')
  const log = logBytes === null ? '' : `, and ${megabytes(logBytes)} of log`
  yield ok('size', `${megabytes(databaseBytes)}${log}`)
}

function* contents({contents}: Condition, now: Date): Generator<Finding> {
  if (!contents) return
  const {rows, unlinked, failed, auditHead, notes} = contents
  yield ok(
    'contents',
    Object.entries(rows)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')
  )
  yield unlinked
    ? warning(
        'linking',
        `${unlinked} reports are not linked yet`,
        'an ingest was cut short or is under way; the next one links them'
      )
    : ok('linking', 'every report is linked')
  for (const {reason, items, retryable} of failed)
    yield warning(
      'failed',
      `${items} items: ${reason}`,
      retryable
        ? `"dateline retry" tries ${retryable} of them again`
        : 'they fail again unless the source or Dateline changes'
    )
  yield* backups(notes, now)
  yield ok('audit', `ends with ${auditHead}; "dateline verify" reads all of it`)
}

/** Days after which a backup is old. */
const oldDays = 7

function* backups(notes: NonNullable<Condition['contents']>['notes'], now: Date): Generator<Finding> {
  const {backup, 'restore test': test} = notes
  if (!backup) {
    yield warning(
      'backup',
      'none was made of this store',
      '"dateline backup --out FILE --test", and keep it elsewhere'
    )
    return
  }
  const days = Math.floor((now.getTime() - Date.parse(backup.at)) / 86_400_000)
  const says = `the last was made ${days === 0 ? 'today' : days === 1 ? 'a day ago' : `${days} days ago`} (${backup.says.file})`
  yield days >= oldDays
    ? warning('backup', says, '"dateline backup --out FILE --test", and keep it elsewhere')
    : ok('backup', says)
  if (test?.says.fault)
    yield fault(
      'restore',
      `${test.says.file} could not be put back: ${test.says.fault}`,
      'make another backup'
    )
  else if (test) yield ok('restore', `${test.says.file} was put back for a test on ${test.at.slice(0, 10)}`)
  else
    yield warning(
      'restore',
      'no backup of it was ever put back for a test',
      '"dateline backup --out FILE --test"'
    )
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`
}

/** The folder that it would be made in. */
function nearest(folder: string): string {
  try {
    statfsSync(folder)
    return folder
  } catch {
    return folder === dirname(folder) ? folder : nearest(dirname(folder))
  }
}

function ok(name: string, says: string): Finding {
  return {name, state: 'ok', says, remedy: null}
}

function warning(name: string, says: string, remedy: string): Finding {
  return {name, state: 'warning', says, remedy}
}

function fault(name: string, says: string, remedy: string): Finding {
  return {name, state: 'fault', says, remedy}
}
