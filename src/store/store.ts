/**
 * Keeps originals, reports, claims and incidents, in embedded PGlite or any PostgreSQL by URL.
 *
 * All SQL of the project is in this folder.
 */
import {userInfo} from 'node:os'
import type {Kysely, Transaction} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import type {Decision, FoundRuling, KeptClaim, KeptMove} from '../model/ruling.ts'
import {type Access, accessIn} from './access.ts'
import {saveAdded} from './added-claims.ts'
import {type Arrival, type Item, itemCounts, saveArrivals} from './arrivals.ts'
import {
  type AuditRow,
  auditHead,
  auditOf,
  hasAuditRow,
  incidentChangesAfter,
  kindsChangedAfter,
  signChanges
} from './audit.ts'
import {blocksOf} from './blocks.ts'
import {Captures} from './captures.ts'
import {codedReports} from './coded-reports.ts'
import {contentHash} from './content-hash.ts'
import {type Decisions, decisionsIn, saveDecisions} from './decisions.ts'
import {type DeskChanges, deskChangesIn} from './desk-changes.ts'
import {dump, type Ending} from './dump.ts'
import {Explored} from './explored.ts'
import {FailedItems} from './failed-items.ts'
import {type Fault, faultsIn} from './faults.ts'
import {Feeds} from './feeds.ts'
import {everyIncident, incident, incidents} from './held-incidents.ts'
import {
  codedReportsAt,
  everyReport,
  givenReports,
  heldReports,
  reportNamed,
  reportsAt
} from './held-reports.ts'
import {Inbox} from './inbox.ts'
import type {IncidentFilter} from './incident-filter.ts'
import {type HeldIncident, holderOf, incidentsAsOf, lastVersion} from './incident-versions.ts'
import {isGone, lasting, type Patience, ServerAway} from './lasting.ts'
import {LinkRows} from './link-rows.ts'
import {countUnlinked, removeUntoldIncidents, unlinkAll} from './linked-state.ts'
import {lockLinking, tryLinkingLock} from './linking-lock.ts'
import {Listings} from './listings.ts'
import {type Lossless, losslessIn} from './lossless/lossless.ts'
import {saveMoved} from './moved-claims.ts'
import {NearRows} from './near-incidents.ts'
import {openDatabase} from './open-database.ts'
import {type Original, originals, saveOriginals} from './originals.ts'
import {type Publications, publicationsIn} from './publications.ts'
import {type QuotedReport, quotedReports} from './quoted-texts.ts'
import {replaceCodings} from './replace-codings.ts'
import {type RulingRecord, rulingRecordIn} from './ruling-record.ts'
import {replaceTargets, rulings, saveRuling} from './rulings.ts'
import {Shards} from './shards.ts'
import {atOneMoment, type Snapshot, unmoved} from './snapshot.ts'
import {Sources} from './sources.ts'
import type {Tables} from './tables.ts'
import {type Upkeep, upkeepIn} from './upkeep/upkeep.ts'

export type {Access} from './access.ts'
export {type Arrival, alreadyHeld, type GivenReport, type Item} from './arrivals.ts'
export type {AuditRow} from './audit.ts'
export type {CapturedDocument, StoredCapture} from './captures.ts'
export type {Ending} from './dump.ts'
export type {DayCount, ExploredRow} from './explored.ts'
export type {FailedItem} from './failed-items.ts'
export type {Fault} from './faults.ts'
export type {FeedState} from './feeds.ts'
export type {IncidentFilter} from './incident-filter.ts'
export type {HeldIncident} from './incident-versions.ts'
export {ServerAway} from './lasting.ts'
export type {FiledTelling, LinkRows, StoredTelling} from './link-rows.ts'
export type {Page} from './listings.ts'
export type {QueueCounts, QueueFilter} from './publication-queue.ts'
export type {Interval, Outcome} from './publications.ts'
export type {QuotedReport} from './quoted-texts.ts'
export type {RulingStep} from './ruling-record.ts'
export {reportsOf} from './rulings.ts'
export type {Snapshot} from './snapshot.ts'
export {type CountedSource, isTextSort} from './sources.ts'
export type {KnownUser} from './users.ts'

/** Who changes the store, and when: the audit keeps both. */
export interface Clerk {
  readonly who: string
  readonly now: () => Date
}

/** What follows for reports from the rulings on them. */
export interface Consequences {
  readonly decisions: ReadonlyMap<string, Decision>
  readonly added: readonly KeptClaim[]
  readonly moved: readonly KeptMove[]
}

/** `target`: a folder, made where it is absent, or a postgres:// URL. The clerk is whoever is logged in, by the machine's clock, unless another is given. */
export async function openStore(
  target: string,
  clerk: Partial<Clerk> = {},
  patience: Partial<Patience> = {}
): Promise<Store> {
  return new Store(await openDatabase(target, patience), {
    who: clerk.who ?? userInfo().username,
    now: clerk.now ?? (() => new Date())
  })
}

export class Store {
  readonly #database: Kysely<Tables>
  /** To whom the audit lays what is changed through this. */
  readonly clerk: Clerk

  constructor(database: Kysely<Tables>, clerk: Clerk) {
    this.#database = database
    this.clerk = clerk
  }

  /** One transaction, or the one that this store stands in, whose changes the audit lays to the clerk. */
  async #change<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const signed = async (tx: Transaction<Tables>) => {
      await signChanges(tx, this.clerk)
      return work(tx)
    }
    return this.#database.isTransaction
      ? signed(this.#database as Transaction<Tables>)
      : lasting(this.#database, signed)
  }

  /** Works on a store that stands in one transaction, at one instant; without `save` all of it is taken back. */
  async attempt<T>(work: (store: Store) => Promise<T>, save: boolean): Promise<T> {
    const at = this.clerk.now()
    let result: {readonly value: T} | null = null
    try {
      return await this.#database.transaction().execute(async tx => {
        await lockLinking(tx)
        result = {value: await work(new Store(tx, {...this.clerk, now: () => at}))}
        if (!save) throw new Error('taken back')
        return result.value
      })
    } catch (error) {
      // Too long a work to be made again unasked.
      if (isGone(error))
        throw new ServerAway('The server went away; run the same command again', {cause: error})
      if (result === null || save) throw error
      return (result as {readonly value: T}).value
    }
  }

  /** Written once under their hashes, before anything is read from them. */
  async saveOriginals(originals: readonly Original[]): Promise<void> {
    if (originals.length) await this.#change(tx => saveOriginals(tx, originals))
  }

  /** Lists a page at a time. */
  get listings(): Listings {
    return new Listings(this.#database)
  }

  /** A whole set of incidents at once: where and when. */
  get explored(): Explored {
    return new Explored(this.#database)
  }

  /** Outlets, agencies and speakers, and who carries whom. */
  get sources(): Sources {
    return new Sources(this.#database)
  }

  /** Which incidents are near each other. */
  get near(): NearRows {
    return new NearRows(this.#database)
  }

  /** The same store, whose changes are laid to somebody else. */
  as(who: string): Store {
    return new Store(this.#database, {...this.clerk, who})
  }

  /** How documents were received. */
  get captures(): Captures {
    return new Captures(this.#database, work => this.#change(work))
  }

  /** Who may come in, and who did. */
  get access(): Access {
    return accessIn({
      database: this.#database,
      change: work => this.#change(work),
      now: () => this.clerk.now()
    })
  }

  /** What is public, was, or waits to be. */
  get publications(): Publications {
    return publicationsIn({
      database: this.#database,
      change: work => this.#change(work),
      now: () => this.clerk.now()
    })
  }

  /** What people ruled, asked by index. */
  get rulingRecord(): RulingRecord {
    return rulingRecordIn(this.#database)
  }

  /** What people changed about the desk itself. */
  get deskChanges(): DeskChanges {
    return deskChangesIn(
      {database: this.#database, change: work => this.#change(work), now: () => this.clerk.now()},
      this.clerk.who
    )
  }

  /** Reports that wait for a person, in queues. */
  get inbox(): Inbox {
    return new Inbox(this.#database, work => this.#change(work))
  }

  /** Feeds that are watched. */
  get feeds(): Feeds {
    return new Feeds(
      this.#database,
      work => this.#change(work),
      () => this.clerk.now()
    )
  }

  /** Which of these reports are in the store. */
  heldReports(ids: readonly string[]): Promise<Set<string>> {
    return heldReports(this.#database, ids)
  }

  /**
   * Items and their reports with claims, all or nothing; a report that another process has added meanwhile is skipped.
   * Gives back the items as they were kept. The database refuses a claim whose words do not stand.
   */
  saveArrivals(arrivals: readonly Arrival[]): Promise<Item[]> {
    return this.#change(tx => saveArrivals(tx, arrivals))
  }

  async report(id: string): Promise<CodedReport | null> {
    const [found] = await this.codedReports([id])
    return found ?? null
  }

  /** In order of their ids; an id that is not held is left out. */
  codedReports(ids: readonly string[]): Promise<CodedReport[]> {
    return codedReports(this.#database, ids)
  }

  /** As they were read, without what people added and moved. */
  reportsAsRead(ids: readonly string[]): Promise<CodedReport[]> {
    return codedReports(this.#database, ids, {asRead: true})
  }

  /** All of them, so many at a time, in order of their ids. */
  everyReport(size: number): AsyncGenerator<CodedReport[]> {
    return everyReport(this.#database, size)
  }

  /** Id of the report of this id or URL; of several with one URL the first. */
  reportNamed(name: string): Promise<string | null> {
    return reportNamed(this.#database, name)
  }

  /** Ids of the reports that were published at this address. */
  reportsAt(url: string): Promise<string[]> {
    return reportsAt(this.#database, url)
  }

  /** Reports as they came in, to be read anew; of one from before that was kept, by what its coding says. */
  givenReports(ids: readonly string[]): Promise<Map<string, Report>> {
    return givenReports(this.#database, ids)
  }

  /** In order of their ids, as they were coded at an instant. */
  codedReportsAt(ids: readonly string[], at: string): Promise<CodedReport[]> {
    return codedReportsAt(this.#database, ids, at)
  }

  /** Originals by hash; one that is not held is left out. */
  originals(hashes: readonly string[]): Promise<Map<string, Uint8Array>> {
    return originals(this.#database, hashes)
  }

  /** One transaction over tellings and incidents; of several processes one at a time. */
  async linking<T>(work: (rows: LinkRows) => Promise<T>): Promise<T> {
    return this.#change(async tx => {
      await lockLinking(tx)
      return work(new LinkRows(tx))
    })
  }

  /** As `linking`, unless another process is at it: null then. */
  async linkingIfFree<T>(work: (rows: LinkRows) => Promise<T>): Promise<T | null> {
    return this.#change(async tx => ((await tryLinkingLock(tx)) ? work(new LinkRows(tx)) : null))
  }

  /** Works on a store that stands in one transaction: all of it is kept, or nothing. */
  inTransaction<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return this.#change(tx => work(new Store(tx, this.clerk)))
  }

  /** How many reports are not linked yet, counted up to `most`. */
  countUnlinked(most = 10_000_000): Promise<number> {
    return countUnlinked(this.#database, most)
  }

  /** What those who look after a desk ask and do. */
  get upkeep(): Upkeep {
    return upkeepIn(
      {database: this.#database, change: work => this.#change(work), now: this.clerk.now},
      this.clerk.who
    )
  }

  /** All that gives the same incidents again elsewhere. */
  get lossless(): Lossless {
    return losslessIn({database: this.#database, change: work => this.#change(work), now: this.clerk.now})
  }

  /** Items to be tried again. */
  get failedItems(): FailedItems {
    return new FailedItems(this.#database, work => this.#change(work))
  }

  /** What workers share: shards of what is to be ingested, and how far each is. */
  get shards(): Shards {
    return new Shards(this.#database, work => this.#change(work), this.clerk.now)
  }

  /** By day, the newest first. */
  incidents(filter: IncidentFilter = {}): Promise<LinkedIncident[]> {
    return incidents(this.#database, filter)
  }

  /** All of them, so many at a time, in order of their ids. */
  everyIncident(size: number): AsyncGenerator<LinkedIncident[]> {
    return everyIncident(this.#database, size)
  }

  /** Reads the incidents that fit, as all of them are at one moment; so does the store that `work` is given. `work` may be done twice. */
  atOneMoment<T>(filter: IncidentFilter, work: (snapshot: Snapshot, store: Store) => Promise<T>): Promise<T> {
    return atOneMoment(this.#database, filter, (snapshot, tx) => work(snapshot, new Store(tx, this.clerk)))
  }

  /** What is read from the store that `work` is given is of one moment, however many questions it takes. */
  unmoved<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return unmoved(this.#database, tx => work(new Store(tx, this.clerk)))
  }

  /** The texts of reports, by id, and what they were read from. */
  quotedReports(ids: readonly string[]): Promise<Map<string, QuotedReport>> {
    return quotedReports(this.#database, ids)
  }

  incident(id: string): Promise<LinkedIncident | null> {
    return incident(this.#database, id)
  }

  /** Of every item that was ever ingested; the states sum to the items. */
  itemCounts(): Promise<Readonly<Record<Item['state'], number>>> {
    return itemCounts(this.#database)
  }

  /** What the store holds, as one hash: the same for the same reports and rulings, however they came in. */
  contentHash(): Promise<string> {
    return contentHash(this.#database)
  }

  /** All of it as lines of text, as it is at one moment; `load` puts them into another store. */
  dump(by: {readonly dateline: string; readonly madeAt: string}): AsyncGenerator<string, Ending> {
    return dump(this.#database, by)
  }

  /** What is not as it was written: hashes of originals, the chain of the audit and what it tells of. */
  faults(): AsyncGenerator<Fault> {
    return faultsIn(this.#database)
  }

  /** What was done to something, as "incident 4d2fe397cf31", the oldest first. */
  auditOf(object: string): Promise<AuditRow[]> {
    return auditOf(this.#database, object)
  }

  /** The last row of the audit, "12:86bf5f...": with it kept elsewhere, a chain that was written anew is seen. */
  auditHead(): Promise<string> {
    return auditHead(this.#database)
  }

  /** Whether the audit has this row, as `auditHead` gave it. */
  hasAuditRow(head: string): Promise<boolean> {
    return hasAuditRow(this.#database, head)
  }

  /** Where reports stand, and what people decided about that. */
  get decisions(): Decisions {
    return decisionsIn(this.#database)
  }

  /** Adds a ruling; what it touches is linked anew by the next linking. `follow`: from all rulings on these reports to what holds of them. */
  async saveRuling(
    found: FoundRuling,
    touched: readonly string[],
    follow: (rulings: readonly FoundRuling[]) => Consequences
  ): Promise<void> {
    await this.#change(async tx => {
      // A linking that began before the ruling would mark as linked what it has not heard of.
      await lockLinking(tx)
      await saveRuling(tx, found)
      const {decisions, added, moved} = follow(await rulings(tx, touched))
      await saveDecisions(tx, touched, decisions)
      await saveAdded(tx, touched, added)
      await saveMoved(tx, touched, moved)
      for (const block of blocksOf(touched))
        await tx.updateTable('reports').set({linked: false}).where('id', 'in', block).execute()
    })
  }

  /** Of these reports exactly these claims are added and moved from now on. */
  async saveAmended(
    reports: readonly string[],
    added: readonly KeptClaim[],
    moved: readonly KeptMove[]
  ): Promise<void> {
    await this.#change(async tx => {
      await saveAdded(tx, reports, added)
      await saveMoved(tx, reports, moved)
    })
  }

  /** Writes anew what these rulings name, after reports were read anew. */
  async replaceTargets(found: readonly FoundRuling[]): Promise<void> {
    await this.#change(tx => replaceTargets(tx, found))
  }

  /** Puts these codings in place of those the reports had; `kept`: ids of those whose former coding is kept. */
  async replaceCodings(reports: readonly CodedReport[], kept: ReadonlySet<string>): Promise<void> {
    await this.#change(tx => replaceCodings(tx, reports, kept, this.clerk.now().toISOString()))
  }

  /** Forgets what hangs together; incidents stay until others take their place. */
  unlinkAll(): Promise<void> {
    return this.#change(unlinkAll)
  }

  /** Removes incidents that nothing tells of any more. */
  removeUntoldIncidents(): Promise<void> {
    return this.#change(removeUntoldIncidents)
  }

  /** All rulings, or those that name one of the reports, in the order they were made, undone ones too. */
  rulings(reports?: readonly string[]): Promise<FoundRuling[]> {
    return rulings(this.#database, reports)
  }

  /** What was held at an instant (UTC, in full), without claims. */
  incidentsAsOf(at: string, filter: IncidentFilter & {readonly id?: string} = {}): Promise<HeldIncident[]> {
    return incidentsAsOf(this.#database, at, filter)
  }

  /** The last version of an incident that is no more. */
  lastVersion(id: string): Promise<HeldIncident | null> {
    return lastVersion(this.#database, id)
  }

  /** The id of the incident that holds what this report tells under this id. */
  holderOf(report: string, incident: string): Promise<string | null> {
    return holderOf(this.#database, report, incident)
  }

  /** What changed in incidents after a row of the audit, by its number. */
  incidentChangesAfter(seq: number): Promise<AuditRow[]> {
    return incidentChangesAfter(this.#database, seq)
  }

  /** What was changed after a row of the audit: "incident", "report", "ruling", ... */
  kindsChangedAfter(seq: number): Promise<string[]> {
    return kindsChangedAfter(this.#database, seq)
  }

  async close(): Promise<void> {
    await this.#database.destroy()
  }
}
