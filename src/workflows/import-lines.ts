/**
 * Puts a lossless export (src/model/held-line.ts) into a store and links what it brings: all of it, or nothing.
 *
 * What comes out is compared with what the export says there was: the same reports and rulings give the same
 * incidents, if the codebook is the same.
 */
import {open} from 'node:fs/promises'
import {basename} from 'node:path'
import {sha256Of} from '../fetch/input.ts'
import type {
  CaptureLine,
  HeaderLine,
  HeldLine,
  IncidentLine,
  OriginalLine,
  ReportLine
} from '../model/held-line.ts'
import type {Ruling} from '../model/ruling.ts'
import {type Arrival, alreadyHeld, type GivenReport, type Store} from '../store/store.ts'
import {type NumberedLine, readHeldLines, Unreadable} from './held-line-reader.ts'
import type {LinkReports} from './link.ts'
import {linkPending} from './link-reports.ts'
import {keepRuling, rootOf} from './rulings.ts'

export interface ImportTask {
  readonly link: LinkReports
  /** Whether the store may hold something already. */
  readonly add: boolean
  /** Called with how many lines are in so far, and the share of the file's bytes that is read, from 0 to 1. */
  readonly onLine?: (count: number, share: number) => void
  readonly onLinked?: (count: number, all: number) => void
}

/** Of one sort of lines: `done` and `skipped` sum to `items`. Why they are skipped: the store has the same. */
export interface Taken {
  readonly items: number
  readonly done: number
  readonly skipped: number
}

export interface Imported {
  readonly reports: Taken
  readonly captures: Taken
  readonly rulings: Taken
  readonly names: Taken
  readonly claims: number
  readonly incidents: number
  /** Ids of those that are not as they were where the export was made. */
  readonly unlike: readonly string[]
  /** Whether the store holds what the other held, to the hash; null of an export of some, or into a store that held something. */
  readonly same: boolean | null
  /** What made the export. */
  readonly made: HeaderLine['made']
}

type Sort = 'reports' | 'captures' | 'rulings' | 'names'

const most = {lines: 64, bytes: 4 * 2 ** 20}

export async function importLines(
  store: Store,
  path: string,
  {link, add, onLine, onLinked}: ImportTask
): Promise<Imported> {
  const file = await open(path).catch((error: Error) => {
    throw new Error(`Cannot import ${path}: ${error.message}; nothing was imported`)
  })
  try {
    return await store.attempt(async inner => {
      const held = await inner.lossless.holds()
      if (held && !add)
        throw new Error(
          `the store is not empty (it holds ${held}); give an empty one, or add to this one with --add`
        )
      const {header, lines} = await readHeldLines(file, onLine)
      const taking = new Taking(inner, basename(path), held ? await inner.rulings() : [])
      for await (const line of lines) await taking.take(line)
      await taking.keep()
      await linkPending(inner, link, {onLinked})
      const hash = header.contentHash
      return {
        ...taking.counted(),
        unlike: await inner.lossless.unlike(taking.incidents),
        same: hash === null || held ? null : hash === (await inner.contentHash()),
        made: header.made
      }
    }, true)
  } catch (cause) {
    throw new Error(`Cannot import ${path}: ${(cause as Error).message}; nothing was imported`)
  } finally {
    await file.close()
  }
}

/** Takes lines in, some of one kind at a time. */
class Taking {
  readonly incidents: IncidentLine[] = []
  readonly #store: Store
  readonly #name: string
  readonly #counts: Record<Sort, {items: number; done: number}> = {
    reports: {items: 0, done: 0},
    captures: {items: 0, done: 0},
    rulings: {items: 0, done: 0},
    names: {items: 0, done: 0}
  }
  readonly #rulings: Ruling[]
  readonly #held: ReadonlySet<string>
  readonly #originals = new Set<string>()
  readonly #reports = new Set<string>()
  #claims = 0
  #waiting: NumberedLine[] = []
  #size = 0

  constructor(store: Store, name: string, held: readonly {readonly ruling: Ruling}[]) {
    this.#store = store
    this.#name = name
    this.#rulings = held.map(({ruling}) => ruling)
    this.#held = new Set(this.#rulings.map(({id}) => id))
  }

  async take(line: NumberedLine): Promise<void> {
    const [first] = this.#waiting
    const isFull = this.#waiting.length >= most.lines || this.#size + line.size > most.bytes
    if (first && (isFull || first.line.kind !== line.line.kind)) await this.keep()
    this.#waiting.push(line)
    this.#size += line.size
  }

  /** What waits. */
  async keep(): Promise<void> {
    const lines = this.#waiting
    if (lines.length === 0) return
    ;[this.#waiting, this.#size] = [[], 0]
    try {
      await this.#keepAll(lines)
    } catch (cause) {
      if (cause instanceof Unreadable) throw cause
      // The database names the claim; it does not know of lines.
      const [from, to] = [lines[0]!.number, lines.at(-1)!.number]
      throw new Error(`lines ${from} to ${to}: ${(cause as Error).message}`, {cause})
    }
  }

  counted() {
    const taken = (sort: Sort): Taken => {
      const {items, done} = this.#counts[sort]
      return {items, done, skipped: items - done}
    }
    return {
      reports: taken('reports'),
      captures: taken('captures'),
      rulings: taken('rulings'),
      names: taken('names'),
      claims: this.#claims,
      incidents: this.incidents.length
    }
  }

  async #keepAll(lines: readonly NumberedLine[]): Promise<void> {
    const of = <Kind extends HeldLine['kind']>(kind: Kind) =>
      lines.filter(
        (own): own is NumberedLine & {line: Extract<HeldLine, {kind: Kind}>} => own.line.kind === kind
      )
    await this.#keepOriginals(of('original'))
    await this.#keepCaptures(of('capture'))
    await this.#keepReports(of('report'))
    for (const own of of('ruling')) await this.#keepRuling(own.line.ruling, own.number)
    for (const {line} of [...of('restricted-name'), ...of('cleared-name')])
      this.#count('names', 1, (await this.#store.lossless.saveName(line)) ? 1 : 0)
    this.incidents.push(...of('incident').map(({line}) => line))
  }

  #count(sort: Sort, items: number, done: number): void {
    this.#counts[sort].items += items
    this.#counts[sort].done += done
  }

  async #keepOriginals(lines: readonly {number: number; line: OriginalLine}[]): Promise<void> {
    const originals = lines.map(({number, line}) => {
      const bytes = Buffer.from(line.bytes, 'base64')
      if (sha256Of(bytes) !== line.sha256)
        throw new Unreadable(number, `the bytes of original ${line.sha256} have another SHA-256`)
      this.#originals.add(line.sha256)
      return {sha256: line.sha256, bytes}
    })
    await this.#store.saveOriginals(originals)
  }

  async #keepCaptures(lines: readonly {number: number; line: CaptureLine}[]): Promise<void> {
    const texts = lines.map(({line}) => line)
    this.#count('captures', lines.length, await this.#store.lossless.saveCaptures(texts))
  }

  async #keepReports(lines: readonly {number: number; line: ReportLine}[]): Promise<void> {
    const originals: {sha256: string; bytes: Uint8Array}[] = []
    for (const {number, line} of lines) {
      const {id, sha256, text} = line.coded.report
      if (this.#reports.has(id)) throw new Unreadable(number, `report ${id} is there twice`)
      this.#reports.add(id)
      if (this.#originals.has(sha256)) continue
      const bytes = Buffer.from(text, 'utf8')
      if (sha256Of(bytes) !== sha256)
        throw new Unreadable(number, `the original ${sha256} of report ${id} is not before it`)
      originals.push({sha256, bytes})
    }
    await this.#store.saveOriginals(originals)
    const held = await this.#store.heldReports(lines.map(({line}) => line.coded.report.id))
    const arrivals = lines.map(({number, line: {coded, given}}): Arrival => {
      const origin = `${this.#name}:${number}`
      const {id: reportId} = coded.report
      return held.has(reportId)
        ? {item: {origin, state: 'skipped', reason: alreadyHeld, reportId}, coded: null}
        : {item: {origin, state: 'done', reason: null, reportId}, coded, given: given as GivenReport | null}
    })
    const items = await this.#store.saveArrivals(arrivals)
    const done = items.filter(({state}) => state === 'done').length
    for (const [i, {line}] of lines.entries())
      if (items[i]!.state === 'done') this.#claims += line.coded.claims.length
    this.#count('reports', lines.length, done)
  }

  async #keepRuling(ruling: Ruling, number: number): Promise<void> {
    const isHeld = this.#held.has(ruling.id)
    this.#count('rulings', 1, isHeld ? 0 : 1)
    if (isHeld) return
    const all = this.#rulings
    if (all.some(({id}) => id === ruling.id))
      throw new Unreadable(number, `ruling ${ruling.id} is there twice`)
    if (ruling.undoes !== null && !all.some(({id}) => id === ruling.undoes))
      throw new Unreadable(number, `ruling ${ruling.undoes}, which it undoes, is not before it`)
    all.push(ruling)
    await keepRuling(this.#store, ruling, rootOf(ruling, all))
  }
}
