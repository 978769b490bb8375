/**
 * Brings in what people give to the app: one after the other, kept as `ingest` keeps it, linked once nothing waits.
 *
 * Jobs are of this process and are forgotten with it; what they kept stands in the store. What was cut short is brought in
 * again by whoever has it, and what is there already is skipped.
 */
import {randomUUID} from 'node:crypto'
import type {Item, Store} from '../../store/store.ts'
import type {LinkReports} from '../link.ts'
import {linkPending} from '../link-reports.ts'
import {Reasons} from '../reasons.ts'
import type {IntakeJob, IntakeKind} from './job.ts'
import type {Source} from './sources.ts'
import {openTools, type ToolOptions} from './tools.ts'

export interface IntakeTask extends Omit<ToolOptions, 'now'> {
  readonly store: Store
  readonly link: () => LinkReports
}

export interface Intake {
  /** The newest first. */
  jobs(): readonly IntakeJob[]
  job(id: string): IntakeJob | null
  /** Null where too many wait. `settle`: called once, however it ends. */
  add(given: Given): IntakeJob | null
  /** Whether it was still to be done. */
  stop(id: string): boolean
  /** Called after each change, until what it gives back is called. */
  watch(onChange: () => void): () => void
  /** Ends what is under way, and lets go of everything. */
  close(): Promise<void>
}

export interface Given {
  readonly kind: IntakeKind
  readonly name: string
  readonly by: string
  readonly source: Source
  readonly settle?: () => Promise<void>
}

interface Entry {
  job: IntakeJob
  readonly given: Given
  readonly reasons: Reasons
  readonly ended: AbortController
}

export const mostWaiting = 500
/** Of those that ended. */
const mostKept = 500
const mostReports = 200
/** Reports of one transaction of linking: nobody waits long for the store, nor for this process. */
const linkedTogether = 200
const idleMs = 120_000

export function createIntake({store, link, ...options}: IntakeTask): Intake {
  const entries: Entry[] = []
  const watchers = new Set<() => void>()
  const now = () => store.clerk.now().toISOString()
  let tools: ReturnType<typeof openTools> | null = null
  let working: Promise<void> | null = null
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  const change = (entry: Entry, to: Partial<IntakeJob>) => {
    entry.job = {...entry.job, ...to}
    for (const watcher of watchers) watcher()
  }
  const waiting = () => entries.find(({job}) => job.state === 'waiting')

  async function run(entry: Entry): Promise<void> {
    const {given, reasons, ended} = entry
    change(entry, {state: 'running'})
    tools ??= openTools({...options, now: () => store.clerk.now().getTime()})
    try {
      await given.source({
        store: store.as(given.by),
        tools,
        stop: ended.signal,
        onItem: item => change(entry, counted(entry.job, item, reasons)),
        onShare: share => change(entry, {share})
      })
      change(
        entry,
        ended.signal.aborted ? {state: 'stopped', endedAt: now()} : {state: 'linking', share: null}
      )
    } catch (error) {
      change(entry, {state: 'failed', endedAt: now(), problem: (error as Error).message})
    } finally {
      await given.settle?.().catch(() => {})
    }
  }

  async function linkKept(): Promise<void> {
    const kept = entries.filter(({job}) => job.state === 'linking')
    try {
      await linkPending(store, link(), {
        together: linkedTogether,
        onLinked: (count, all) => {
          for (const entry of kept) change(entry, {share: all ? count / all : null})
        }
      })
      for (const entry of kept) change(entry, {state: 'done', share: 1, endedAt: now()})
    } catch (error) {
      const problem = `is kept, and could not be linked: ${(error as Error).message}`
      for (const entry of kept) change(entry, {state: 'failed', endedAt: now(), problem})
    }
  }

  async function work(): Promise<void> {
    for (let entry = waiting(); entry && !isClosed; entry = waiting()) {
      await run(entry)
      // Also of what a stopped one kept.
      if (!waiting()) await linkKept()
    }
    forget()
    if (!isClosed) idle = setTimeout(() => void letGo(), idleMs).unref()
  }

  const start = () => {
    clearTimeout(idle)
    working ??= work().finally(() => {
      working = null
      // Came while the last was being linked.
      if (waiting() && !isClosed) start()
    })
  }

  async function letGo(): Promise<void> {
    const open = tools
    tools = null
    await open?.close()
  }

  function forget(): void {
    const over = entries.filter(({job}) => job.endedAt !== null)
    for (const entry of over.slice(0, Math.max(0, over.length - mostKept)))
      entries.splice(entries.indexOf(entry), 1)
  }

  return {
    jobs: () => entries.map(({job}) => job).reverse(),
    job: id => entries.find(({job}) => job.id === id)?.job ?? null,
    add(given) {
      if (isClosed || entries.filter(({job}) => job.state === 'waiting').length >= mostWaiting) return null
      const {kind, name, by} = given
      const counts = {share: null, done: 0, failed: 0, skipped: 0, reasons: [], reports: []}
      const job: IntakeJob = {
        id: randomUUID(),
        kind,
        name,
        by,
        state: 'waiting',
        madeAt: now(),
        endedAt: null,
        ...counts,
        problem: null
      }
      const entry = {job, given, reasons: new Reasons(), ended: new AbortController()}
      entries.push(entry)
      change(entry, {})
      start()
      return job
    },
    stop(id) {
      const entry = entries.find(({job}) => job.id === id)
      if (!entry || !['waiting', 'running'].includes(entry.job.state)) return false
      entry.ended.abort()
      if (entry.job.state === 'waiting') {
        change(entry, {state: 'stopped', endedAt: now()})
        void entry.given.settle?.().catch(() => {})
      }
      return true
    },
    watch(onChange) {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      for (const {ended} of entries) ended.abort()
      await working
      for (const {job, given} of entries) if (job.state === 'waiting') await given.settle?.().catch(() => {})
      await letGo()
    }
  }
}

function counted(job: IntakeJob, item: Item, reasons: Reasons): Partial<IntakeJob> {
  reasons.add(item)
  const {reportId} = item
  const isNew = reportId !== null && job.reports.length < mostReports && !job.reports.includes(reportId)
  return {
    [item.state]: job[item.state] + 1,
    ...(item.state !== 'done' && {reasons: reasons.list()}),
    ...(isNew && {reports: [...job.reports, reportId]})
  }
}
