/**
 * A script of operations on a store, drawn from a seed: reports come in, people rule and undo, everything is linked anew.
 *
 * What an operation does depends on the store alone, and its clock on its number: the same script gives the same
 * store, to the hash of its last audit row, however often and wherever it is run.
 */
import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {Input} from '../../src/fetch/input.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import type {Report} from '../../src/model/report.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import type {ReportCoder} from '../../src/workflows/arrivals.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {relink} from '../../src/workflows/relink.ts'
import {rule, undo} from '../../src/workflows/rulings.ts'
import {codedReport} from '../coded-report.ts'

export const scriptLength = 200

type Kind = 'ingest' | 'again' | 'accept' | 'reject' | 'merge' | 'split' | 'undo' | 'relink'

interface Operation {
  readonly kind: Kind
  /** What it is done to, of what is there. */
  readonly at: readonly [number, number]
  /** Of reports that come in. */
  readonly size: number
}

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constantFrom<Kind>(
    ...([
      'ingest',
      'ingest',
      'ingest',
      'again',
      'accept',
      'reject',
      'merge',
      'split',
      'undo',
      'undo'
    ] as const)
  ),
  at: fc.tuple(fc.nat(10_000), fc.nat(10_000)),
  size: fc.integer({min: 1, max: 3})
})

export function operationsOf(seed: number): Operation[] {
  const drawn = fc.sample(operation, {numRuns: scriptLength, seed})
  return drawn.map((own, i) => (i % 67 === 66 ? {...own, kind: 'relink'} : own))
}

const link = createLinker(loadOwnCodebook())

const towns = ['Kano', 'Jos', 'Dawakin Kudu', 'Oruro']
const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10)

/** Some three tell of one happening. Under the hashes of their texts, as if they had been read from files. */
export const reports: readonly CodedReport[] = Array.from({length: 300}, (_, i) => {
  const happening = Math.floor(i / 3) + (i % 7 === 0 ? 1 : 0)
  const coded = codedReport({
    outlet: `Outlet ${i}`,
    town: towns[happening % towns.length]!,
    on: day(happening * 20),
    publishedOn: day(happening * 20 + (i % 2)),
    before: i % 5 === 0 ? '\u{1F6A8} Shops shut. ' : ''
  })
  const sha256 = createHash('sha256').update(coded.report.text).digest('hex')
  return {...coded, report: {...coded.report, sha256}}
})

/** Gives each report the coding that it was made with. */
export const prepared: ReportCoder = {
  codeBatch: asked => asked.map(({id}) => reports.find(({report}) => report.id === id)!)
}

export async function* inputsOf(some: readonly CodedReport[]): AsyncGenerator<Input> {
  for (const {report} of some) {
    const {id, sha256, url, title, publishedOn, text} = report
    const given = {id, sha256, url, outlet: report.outlet?.name ?? null, title, publishedOn, text} as Report
    yield {kind: 'report', origin: id, report: given, bytes: Buffer.from(text)}
  }
}

/** Opens it with the clock of the operation. */
export function openFor(target: string, clock: {number: number}): Promise<Store> {
  return openStore(target, {who: 'ada', now: () => new Date(Date.UTC(2024, 4, 1) + clock.number * 60_000)})
}

export async function perform(store: Store, {kind, at: [a, b], size}: Operation): Promise<void> {
  const ruled = (on: readonly (string | undefined)[], what: 'accept' | 'reject' | 'merge' | 'split') =>
    on.includes(undefined) ? null : rule(store, link, {kind: what, on: on as string[], reason: 'so it is'})
  const incident = async (n: number) => {
    const all = await store.incidents()
    return all[n % all.length]
  }
  const held = (await store.listings.reports({}, {limit: 500, after: null})).rows
  const claim = held.length ? `${held[a % held.length]!.id}/c1` : undefined
  // What cannot be ruled is refused, and that changes nothing.
  const refused = (error: Error) => {
    if (!/are one incident|No report would be left|No ruling holds/.test(error.message)) throw error
  }
  switch (kind) {
    case 'ingest':
      await ingest(inputsOf(reports.slice(held.length, held.length + size)), {store, coder: prepared, link})
      return
    case 'again': {
      const known = new Set(held.map(({id}) => id))
      const some = reports.filter(({report}) => known.has(report.id)).slice(0, size)
      await ingest(inputsOf(some), {store, coder: prepared, link})
      return
    }
    case 'accept':
    case 'reject':
      await ruled([claim], kind)
      return
    case 'merge':
      await ruled([(await incident(a))?.id, (await incident(b))?.id], kind)?.catch(refused)
      return
    case 'split': {
      const whole = await incident(a)
      await ruled([whole?.id, whole?.reports[b % whole.reports.length]?.id], kind)?.catch(refused)
      return
    }
    case 'undo':
      await undo(store, link, null).catch(refused)
      return
    case 'relink':
      await relink(store, {link, coder: null, save: true})
  }
}

/** Links what is not linked yet, as every ingest does at its end. */
export async function takeUp(store: Store): Promise<void> {
  await ingest(inputsOf([]), {store, coder: prepared, link})
}

/** Reports, claims, incidents, rulings, items, and every change that led to them. */
export async function stateOf(store: Store): Promise<string> {
  const {done, failed, skipped} = await store.itemCounts()
  return `${await store.contentHash()} ${await store.auditHead()} ${done}/${failed}/${skipped}`
}
