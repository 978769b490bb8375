/**
 * Originals, reports, claims with their words, incidents, ingested items.
 *
 * The invariant stands here, in the database: a claim whose quote is not the
 * text at its offsets is refused, and a report's text never changes. Offsets
 * count UTF-16 units, PostgreSQL counts code points, so each character outside
 * the basic plane is given a filler behind it before the text is cut.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create table originals (sha256 text primary key, bytes bytea not null)`,
  `create table reports (
    id text primary key, sha256 text not null references originals, url text, outlet text, title text,
    published_on text, language text not null, text text not null, coded jsonb not null)`,
  `create index reports_published_on on reports (published_on)`,
  `create table claims (
    report_id text not null references reports on delete cascade, claim_id text not null, about text not null, claim jsonb not null,
    primary key (report_id, claim_id))`,
  `create table quotes (
    report_id text not null, claim_id text not null, quote_from integer not null, quote_to integer not null, quote text not null,
    foreign key (report_id, claim_id) references claims on delete cascade)`,
  `create index quotes_claim on quotes (report_id, claim_id)`,
  `create table incidents (
    id text primary key, type text not null, from_day text not null, to_day text not null, place text, country text,
    lat double precision, lon double precision, incident jsonb not null)`,
  `create index incidents_days on incidents (from_day, to_day)`,
  `create table incident_reports (
    incident_id text not null references incidents on delete cascade, report_id text not null references reports,
    primary key (incident_id, report_id))`,
  `create table items (origin text not null, state text not null check (state in ('done', 'failed', 'skipped')), reason text, report_id text)`,
  String.raw`create function utf16_slice(body text, low integer, high integer) returns text language plpgsql immutable strict as $$
    begin
      if body !~ '[\U00010000-\U0010FFFF]' then return substring(body from low + 1 for high - low); end if;
      return regexp_replace(
        substring(regexp_replace(body, '([\U00010000-\U0010FFFF])', E'\\1\uE000', 'g') from low + 1 for high - low),
        E'([\\U00010000-\\U0010FFFF])\uE000', E'\\1', 'g');
    end $$`,
  `create function quote_stands() returns trigger language plpgsql as $$
    begin
      if utf16_slice((select text from reports where id = new.report_id), new.quote_from, new.quote_to) is distinct from new.quote then
        raise exception 'claim % of report %: the words at % to % are not "%"', new.claim_id, new.report_id, new.quote_from, new.quote_to, new.quote
          using errcode = 'check_violation';
      end if;
      return new;
    end $$`,
  `create trigger quote_stands before insert or update on quotes for each row execute function quote_stands()`,
  `create function text_stays() returns trigger language plpgsql as $$
    begin
      raise exception 'the text of report % never changes', old.id using errcode = 'check_violation';
    end $$`,
  `create trigger text_stays before update of text on reports for each row when (old.text is distinct from new.text) execute function text_stays()`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
