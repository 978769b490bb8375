/**
 * What in a store is not as it was written: by the audit, the hashes of originals, and the incidents and
 * rulings that the audit tells of (SAFETY C1, C5, C6).
 *
 * The database refuses such changes; this finds those made past it, by whoever owns its files.
 */
import {type Kysely, sql} from 'kysely'
import type {Tables} from './tables.ts'

export interface Fault {
  /** What is wrong: "audit row 7", "original 39a6...", "report 949a...". */
  readonly item: string
  readonly what: string
}

/** Each query gives the faulty items of one sort; they stand in the order of what they rest on. */
const checks = [
  // A row altered, put elsewhere, added or taken out leaves a break behind it.
  sql<Fault>`
    select 'audit row ' || seq as item, case
      when seq <> coalesce(before_seq, 0) + 1 then 'the ' || seq - 1 - coalesce(before_seq, 0) || ' before it are missing'
      when previous <> coalesce(before_hash, '') then 'does not follow from the row before it'
      else 'is not as it was written' end as what
    from (select *, audit_hash(audit) as own, lag(seq) over (order by seq) as before_seq, lag(hash) over (order by seq) as before_hash from audit) as chain
    where seq <> coalesce(before_seq, 0) + 1 or previous <> coalesce(before_hash, '') or hash <> own order by seq`,
  sql<Fault>`
    select 'audit row ' || audit_head.seq as item, case when last.seq < audit_head.seq then 'the last rows, up to this one, are missing'
      else 'is not the row that the audit ended with' end as what
    from audit_head left join (select seq, hash from audit order by seq desc limit 1) as last on true
    where (audit_head.seq, audit_head.hash) is distinct from (coalesce(last.seq, 0), coalesce(last.hash, ''))`,
  sql<Fault>`
    select 'audit' as item, 'its end is not recorded' as what where not exists (select 1 from audit_head)`,
  sql<Fault>`
    select 'security log row ' || seq as item, case
      when seq <> coalesce(before_seq, 0) + 1 then 'the ' || seq - 1 - coalesce(before_seq, 0) || ' before it are missing'
      when previous <> coalesce(before_hash, '') then 'does not follow from the row before it'
      else 'is not as it was written' end as what
    from (select *, security_hash(security_log) as own, lag(seq) over (order by seq) as before_seq, lag(hash) over (order by seq) as before_hash
      from security_log) as chain
    where seq <> coalesce(before_seq, 0) + 1 or previous <> coalesce(before_hash, '') or hash <> own order by seq`,
  sql<Fault>`
    select 'security log' as item, 'does not end with the row that it ended with' as what
    from (select coalesce(max(seq), 0) as seq from security_log) as last
    where not exists (select 1 from security_log_head as head
      where head.seq = last.seq and head.hash = coalesce((select hash from security_log where seq = last.seq), ''))`,
  sql<Fault>`
    select 'original ' || sha256 as item, 'its bytes have another SHA-256' as what
    from originals where encode(sha256(bytes), 'hex') <> sha256 order by sha256`,
  sql<Fault>`
    select 'report ' || coalesce(id, told.report) as item, case
      when id is null then 'is missing, though the audit tells of it' when told.report is null then 'is not told of in the audit'
      else 'is not the one that the audit tells of' end as what
    from reports full join (
      select distinct on (object) substring(object from 8) as report, new from audit where object like 'report %' order by object, seq desc
    ) as told on told.report = reports.id
    where report_summary(sha256, published_on, coded) is distinct from told.new order by 1`,
  sql<Fault>`
    select 'capture ' || coalesce(number::text, told.capture) as item, case
      when number is null then 'is missing, though the audit tells of it' when told.capture is null then 'is not told of in the audit'
      else 'is not the one that the audit tells of' end as what
    from captures full join (select substring(object from 9) as capture, new from audit where object like 'capture %') as told
      on told.capture = captures.number::text
    where capture_summary(captures) is distinct from told.new order by 1`,
  sql<Fault>`
    select 'ruling ' || coalesce(id, told.ruling) as item, case
      when id is null then 'is missing, though the audit tells of it' when told.ruling is null then 'is not told of in the audit'
      else 'is not the one that the audit tells of' end as what
    from rulings full join (select substring(object from 8) as ruling, new from audit where object like 'ruling %') as told on told.ruling = rulings.id
    where rulings.ruling is distinct from told.new order by 1`,
  sql<Fault>`
    select 'publication ' || coalesce(id, told.publication) as item, case
      when id is null then 'is missing, though the audit tells of it' when told.publication is null then 'is not told of in the audit'
      else 'is not the one that the audit tells of' end as what
    from publication_steps full join (
      select substring(object from 13) as publication, new from audit where object like 'publication %') as told on told.publication = id
    where step is distinct from told.new or hash is distinct from step ->> 'hash'
      or hash is distinct from encode(sha256(convert_to(view, 'UTF8')), 'hex') order by 1`,
  sql<Fault>`
    select 'incident ' || coalesce(id, told.incident) as item, case
      when id is null then 'is missing, though the audit tells of it' when told.incident is null then 'is not told of in the audit'
      else 'is not the one that the audit tells of' end as what
    from incidents full join (
      select distinct on (object) substring(object from 10) as incident, new ->> 'digest' as digest
      from audit where object like 'incident %' order by object, seq desc
    ) as told on told.incident = incidents.id
    where incident_digest(incidents.incident) is distinct from told.digest order by 1`,
  sql<Fault>`
    select 'incident ' || id as item, 'its version until ' || until || ' is not the one that the audit tells of' as what
    from incident_versions where not exists (
      select 1 from audit where object = 'incident ' || id and new ->> 'digest' = incident_digest(incident)) order by id, until`
]

export async function* faultsIn(database: Kysely<Tables>): AsyncGenerator<Fault> {
  for (const check of checks) yield* (await check.execute(database)).rows
}
