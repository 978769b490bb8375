/**
 * What claims are searched by: a narrow row a claim, for the claims of a large store are too wide to be counted one by one.
 * It comes and goes with its claim. And indexes that give queues in their order, and the reports of an outlet.
 */
import {type Kysely, sql} from 'kysely'

const facts = `
  select claims.report_id, claim_id, position, published_on, about, claim #>> '{casualties,outcome}', claim #>> '{attribution,-1,kind}',
    claim ->> 'interest', claim ->> 'polarity', to_tsvector('simple', search_form(coalesce(claim #>> '{attribution,-1,source}', ''))),
    to_tsvector('simple', search_form(left(claim #>> '{quote,text}', 20000)))`

const statements = [
  `create table claim_facts (
    report_id text not null, claim_id text not null, position integer not null, published_on text, about text not null, outcome text, kind text,
    interest text not null, polarity text not null, source tsvector not null, words tsvector not null,
    primary key (report_id, claim_id), foreign key (report_id, claim_id) references claims on delete cascade)`,
  `create function claims_noted() returns trigger language plpgsql as $$
    begin
      insert into claim_facts ${facts} from written as claims join reports on reports.id = claims.report_id;
      return null;
    end $$`,
  `create function claims_noted_anew() returns trigger language plpgsql as $$
    begin
      delete from claim_facts using written where claim_facts.report_id = written.report_id and claim_facts.claim_id = written.claim_id;
      insert into claim_facts ${facts} from written as claims join reports on reports.id = claims.report_id;
      return null;
    end $$`,
  `create trigger claims_noted after insert on claims referencing new table as written for each statement execute function claims_noted()`,
  `create trigger claims_noted_anew after update on claims referencing new table as written for each statement execute function claims_noted_anew()`,
  `insert into claim_facts ${facts} from claims join reports on reports.id = claims.report_id`,
  `create index claim_facts_listed on claim_facts (published_on desc nulls last, report_id, position)`,
  `create index claim_facts_words on claim_facts using gin (words)`,
  `create index claim_facts_source on claim_facts using gin (source)`,
  `drop index triage_listed`,
  `create index triage_new on triage (published_on desc nulls last, id) where decision is null`,
  `create index triage_decided on triage (published_on desc nulls last, id) where decision is not null`,
  `create index reports_outlet on reports (outlet)`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
