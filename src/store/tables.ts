/** The tables, as Kysely types them. Columns of JSON hold shapes of the public contract. */

import type {Generated, GeneratedAlways, JSONColumnType} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import type {Claim, CodedReport} from '../model/contract.ts'
import type {DeskChange, DeskStep} from '../model/desk-change.ts'
import type {Capture} from '../model/document.ts'
import type {InboxFilter} from '../model/inbox.ts'
import type {ListedIncident} from '../model/listing.ts'
import type {PublicationStep, PublicRow, StepKind} from '../model/publication.ts'
import type {Report} from '../model/report.ts'
import type {Decision, KeptClaim, KeptMove, Ruling} from '../model/ruling.ts'
import type {ShardPart, ShardState} from '../model/shard.ts'
import type {Role} from '../model/user.ts'
import type {NoteKind, NoteSays} from './upkeep/notes.ts'

export interface Tables {
  originals: {sha256: string; bytes: Uint8Array}
  captures: {
    number: Generated<number>
    sha256: string
    origin: string
    length: number
    media_type: string | null
    requested_url: string | null
    redirects: JSONColumnType<Capture['redirects'][number][]>
    final_url: string | null
    status: number | null
    headers: JSONColumnType<Capture['headers'][number][]>
    fetched_at: string | null
    kept_at: Generated<string>
    feed: string | null
    tool: string
  }
  reports: {
    id: string
    sha256: string
    url: string | null
    outlet: string | null
    title: string | null
    published_on: string | null
    language: string
    text: string
    /** The coded report without its text and claims: those have one home each. */
    coded: JSONColumnType<
      Omit<CodedReport, 'report' | 'claims'> & {report: Omit<CodedReport['report'], 'text'>}
    >
    linked: Generated<boolean>
    /** As the report came in; null for those of older stores. */
    given: JSONColumnType<Omit<Report, 'id' | 'sha256' | 'text'>> | null
    words: GeneratedAlways<string>
    /** What a person decided about where it belongs, and the ruling that says so; null while nobody did. */
    decision: Decision['state'] | null
    decided_by: string | null
  }
  claims: {
    report_id: string
    claim_id: string
    position: number
    about: string
    claim: JSONColumnType<Claim>
    /** Of one that a person added: where it belongs. */
    added: JSONColumnType<Pick<KeptClaim, 'telling' | 'incident'>> | null
    /** Of one that a person moved: where it belongs. */
    moved: JSONColumnType<Omit<KeptMove, 'report' | 'claim'>> | null
  }
  /** A narrow row a claim, made by the database: what claims are searched by. */
  claim_facts: {
    report_id: string
    claim_id: string
    position: number
    published_on: string | null
    about: string
    outcome: string | null
    kind: string | null
    interest: string
    polarity: string
    source: string
    words: string
  }
  tellings: {
    number: Generated<number>
    /** Report id, "/", id of the incident in the report. */
    key: string
    report_id: string
    /** The smallest of a block are its anchors. */
    rank: number
    /** JSON. */
    telling: string
    /** The smallest number that it hangs together with; null until it is linked. */
    component: number | null
    incident_id: string | null
    score: Generated<number | null>
  }
  telling_blocks: {block: number; rank: number; telling: number}
  near_pairs: {
    /** Numbers of tellings, the smaller first. */
    a: number
    b: number
    /** Of weights times values. */
    sum: number
    /** The incidents that hold the two. */
    one: string | null
    other: string | null
    /** The same two in order. */
    low: GeneratedAlways<string>
    high: GeneratedAlways<string>
  }
  incidents: {
    id: string
    type: string
    from_day: string
    to_day: string
    place: string | null
    country: string | null
    lat: number | null
    lon: number | null
    incident: JSONColumnType<LinkedIncident>
    /** Instant from which it has been held so; written by the database. */
    since: Generated<string>
    /** What lists show, and what they are filtered and searched by: made by the database. */
    row: GeneratedAlways<Omit<ListedIncident, 'id'>>
    contested: GeneratedAlways<boolean>
    /** JSON: what a map shows of it (migration 0018). */
    point: GeneratedAlways<string>
    precision: GeneratedAlways<string | null>
    words: GeneratedAlways<string>
    /** Hash of all of it: a reading is of this very state. */
    state: GeneratedAlways<string>
    /** How many independent origins tell of it. */
    origins: GeneratedAlways<number>
    /** Figures without range or accounts. */
    unsound: GeneratedAlways<number>
  }
  /** What incidents were before they changed or went. */
  incident_versions: {
    id: string
    type: string
    from_day: string
    to_day: string
    place: string | null
    country: string | null
    lat: number | null
    lon: number | null
    /** Without its claims. */
    incident: JSONColumnType<LinkedIncident>
    since: string
    until: string
  }
  /** What reports were coded as, before they were coded anew; without the text. */
  report_codings: {
    report_id: string
    until: string
    coded: JSONColumnType<Omit<CodedReport, 'report'> & {report: Omit<CodedReport['report'], 'text'>}>
  }
  /** Written by the database alone. */
  audit: {
    seq: number
    at: string
    who: string
    action: string
    object: string
    old: JSONColumnType<object> | null
    new: JSONColumnType<object> | null
    reason: string | null
    previous: string
    hash: string
  }
  audit_head: {seq: number; hash: string}
  rulings: {
    seq: Generated<number>
    id: string
    kind: string
    undoes: string | null
    ruling: JSONColumnType<Ruling>
  }
  ruling_targets: {
    ruling_id: string
    part: 'claims' | 'ties' | 'reports' | 'tellings' | 'others' | 'leaves'
    position: number
    report_id: string
    /** Key of the claim or telling. */
    found: string | null
  }
  shards: {
    number: Generated<number>
    id: string
    name: string
    parts: JSONColumnType<ShardPart[]>
    regions: JSONColumnType<string[]>
    inputs: number | null
    state: ShardState
    /** Items of it in each state. */
    done: Generated<number>
    failed: Generated<number>
    skipped: Generated<number>
    attempt: Generated<number>
    tries: Generated<number>
    tried_at: number | null
    worker: string | null
    begun_at: string | null
    saved_at: string | null
    reason: string | null
    made_at: Generated<string>
  }
  shard_bytes: {shard: string; part: number; piece: number; bytes: Uint8Array}
  incident_reports: {
    incident_id: string
    report_id: string
    /** Id of the report that it copies. */
    copies: string | null
    /** Outcomes in which its figure cannot be true beside another's. */
    conflicts: JSONColumnType<string[]>
  }
  /** A row a report, made by the database: what the inbox is counted and listed by. */
  triage: {
    id: string
    published_on: string | null
    /** Instant at which it came in; null of older stores. */
    seen_at: string | null
    decision: 'settled' | 'discarded' | null
    duplicate: boolean
    conflicting: boolean
    imprecise: boolean
    /** The least of its tellings; null where one has none. */
    score: number | null
  }
  /** What people changed about the desk itself; `change`: what it takes to take it back, none of an undo. */
  desk_changes: {
    seq: Generated<number>
    id: string
    kind: DeskStep['kind']
    undoes: string | null
    who: string
    at: string
    subject: string | null
    count: number
    change: JSONColumnType<DeskChange> | null
  }
  saved_queues: {
    id: string
    owner: string
    name: string
    filter: JSONColumnType<InboxFilter>
    made_at: string
  }
  /** The sums are counted by the database. */
  sources: {
    id: string
    name: string | null
    kind: string
    known: string | null
    country: string | null
    reports: Generated<number>
    published: Generated<number>
    credited: Generated<number>
    quoted: Generated<number>
    claims: Generated<number>
    sided: Generated<number>
    first_on: Generated<string | null>
    last_on: Generated<string | null>
    figures: Generated<number>
    superseded: Generated<number>
    set_aside: Generated<number>
    words: GeneratedAlways<string>
  }
  report_sources: {
    report_id: string
    source_id: string
    published: boolean
    credited: boolean
    quoted: boolean
    /** Ids of those of which it is the origin. */
    claims: JSONColumnType<string[]>
    said: number
    sided: number
    published_on: string | null
  }
  source_figures: {
    incident_id: string
    position: number
    source_id: string
    outcome: string
    least: number
    most: number | null
    of_group: string | null
    state: string
    why: string | null
    /** Key of the claim. */
    claim: string
  }
  source_ties: {
    incident_id: string
    kind: string
    from_report: string
    to_node: string
    from_source: string
    to_source: string
  }
  /** Counted by the database. */
  tied_sources: {
    from_source: string
    to_source: string
    kind: string
    reports: number
    incidents: number
  }
  items: {
    origin: string
    /** The shard that it is of, of one that was distributed; written by the database. */
    shard: Generated<string | null>
    state: 'done' | 'failed' | 'skipped'
    reason: string | null
    report_id: string | null
    number: Generated<number>
    /** Instant, UTC; null for those of older stores. */
    at: Generated<string | null>
    sha256: string | null
    retryable: boolean
    /** Why a person gave it up. */
    discarded: Generated<string | null>
  }
  /** Feeds that are watched. Instants are UTC. */
  feeds: {
    number: Generated<number>
    url: string
    title: string | null
    state: 'live' | 'dead' | 'gone'
    etag: string | null
    last_modified: string | null
    checked_at: string | null
    changed_at: string | null
    failures: number
    error: string | null
    interval_ms: number
    due_at: string
    /** Since when a person lets it rest. */
    paused_at: Generated<string | null>
  }
  /** Of backups and tests of them; only ever added to. */
  upkeep: {
    number: Generated<number>
    kind: NoteKind
    at: string
    who: string
    says: JSONColumnType<NoteSays>
  }
  /** Entries of feeds that were seen; ids and versions are digests. */
  feed_entries: {
    feed: number
    entry: string
    /** Null while it has not been taken up. */
    version: string | null
    seen_at: string
    /** How often taking it up failed. */
    tries: number
  }
  users: {
    id: string
    name: string
    /** The name as it is compared: no two differ in case alone. */
    name_key: string
    role: Role
    /** As src/api/access/passwords.ts writes it. */
    password: string | null
    password_at: string | null
    totp_secret: string | null
    /** Null until a code of it was given. */
    totp_since: string | null
    /** The last step whose code was taken: no code is taken twice. */
    totp_step: number | null
    created_at: string
    disabled_at: string | null
  }
  recovery_codes: {user_id: string; hash: string; used_at: string | null}
  sessions: {
    id: string
    hash: string
    user_id: string
    made_at: string
    seen_at: string
    address: string
    agent: string
  }
  api_keys: {
    id: string
    hash: string
    user_id: string
    name: string
    scopes: JSONColumnType<string[]>
    made_at: string
    expires_at: string
    revoked_at: string | null
    used_at: string | null
  }
  set_up_tokens: {
    hash: string
    user_id: string | null
    made_at: string
    expires_at: string
    used_at: string | null
  }
  cleared_names: {
    id: string
    name: string
    /** Null: everywhere. */
    incident: string | null
    reason: string
    salt: string
    made_by: string
    made_at: string
  }
  restricted_names: {id: string; name: string; reason: string; salt: string; made_by: string; made_at: string}
  /** Number and hashes are written by the database. */
  security_log: {
    seq: GeneratedAlways<number>
    at: string
    who: string
    action: string
    object: string | null
    address: string
    previous: GeneratedAlways<string>
    hash: GeneratedAlways<string>
  }
  security_log_head: {seq: number; hash: string}
  publication_steps: {
    seq: GeneratedAlways<number>
    id: string
    kind: StepKind
    who: string
    undoes: string | null
    step: JSONColumnType<PublicationStep>
    /** JSON, as the hash has it. */
    view: string | null
    hash: string | null
  }
  publication_targets: {step_id: string; incident_id: string; digest: string | null}
  /** What the public is shown, from an instant until another; without a version: that it was withdrawn. */
  public_intervals: {
    incident_id: string
    from_at: string
    until_at: string | null
    step_id: string
    version: number | null
    digest: string | null
    row: JSONColumnType<PublicRow>
    from_day: string
    words: string
  }
  held_readings: {
    incident_id: string
    kind: 'read' | 'redaction'
    digest: string
    who: string
    at: string
    step_id: string
  }
  correction_requests: {
    seq: GeneratedAlways<number>
    id: string
    incident_id: string
    text: string
    contact: string | null
    at: string
    answer_id: string | null
  }
}
