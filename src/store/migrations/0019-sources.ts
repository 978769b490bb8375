/**
 * Sources over the whole store: what each published, was credited with and said, what became of its figures, and who carries whom.
 *
 * Rows of reports and incidents are written where these are linked; the sums of a source are counted by the database whenever rows
 * of it come or go, so that a list of fifty thousand reports' sources reads no report. An older store has none: all its reports are
 * marked as not linked, and the next ingest links them.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create table sources (
    id text primary key, name text, kind text not null, known text, country text,
    reports integer not null default 0, published integer not null default 0, credited integer not null default 0,
    quoted integer not null default 0, claims integer not null default 0, sided integer not null default 0, first_on text, last_on text,
    figures integer not null default 0, superseded integer not null default 0, set_aside integer not null default 0,
    words tsvector generated always as (to_tsvector('simple', search_form(coalesce(name, '')))) stored)`,
  `create index sources_words on sources using gin (words)`,
  `create table report_sources (
    report_id text not null references reports on delete cascade, source_id text not null references sources,
    published boolean not null, credited boolean not null, quoted boolean not null, claims jsonb not null, said integer not null,
    sided integer not null, published_on text, primary key (report_id, source_id))`,
  `create index report_sources_source on report_sources (source_id, published_on desc nulls last, report_id)`,
  `create table source_figures (
    incident_id text not null references incidents on delete cascade, position integer not null, source_id text not null references sources,
    outcome text not null, least integer not null, most integer, of_group text, state text not null, why text, claim text not null,
    primary key (incident_id, position))`,
  `create index source_figures_source on source_figures (source_id, incident_id, position)`,
  `create table source_ties (
    incident_id text not null references incidents on delete cascade, kind text not null, from_report text not null, to_node text not null,
    from_source text not null references sources, to_source text not null references sources,
    primary key (incident_id, kind, from_report, to_node))`,
  `create index source_ties_ends on source_ties (from_source, to_source, kind, incident_id)`,
  `create table tied_sources (
    from_source text not null references sources, to_source text not null references sources, kind text not null,
    reports integer not null, incidents integer not null, primary key (from_source, to_source, kind))`,
  `create index tied_sources_most on tied_sources (reports desc, from_source, to_source, kind)`,
  `create index tied_sources_to on tied_sources (to_source)`,
  `create function sources_counted() returns trigger language plpgsql as $$
    begin
      update sources set reports = own.reports, published = own.published, credited = own.credited, quoted = own.quoted,
        claims = own.claims, sided = own.sided, first_on = own.first_on, last_on = own.last_on
      from (select distinct source_id from changed) as touched, lateral (
        select count(*) as reports, count(*) filter (where published) as published, count(*) filter (where credited) as credited,
          count(*) filter (where quoted) as quoted, coalesce(sum(said), 0) as claims, coalesce(sum(report_sources.sided), 0) as sided,
          min(published_on) as first_on, max(published_on) as last_on
        from report_sources where source_id = touched.source_id) as own
      where sources.id = touched.source_id;
      return null;
    end $$`,
  `create function source_figures_counted() returns trigger language plpgsql as $$
    begin
      update sources set figures = own.figures, superseded = own.superseded, set_aside = own.set_aside
      from (select distinct source_id from changed) as touched, lateral (
        select count(*) as figures, count(*) filter (where state = 'superseded') as superseded,
          count(*) filter (where state = 'set-aside') as set_aside
        from source_figures where source_id = touched.source_id) as own
      where sources.id = touched.source_id;
      return null;
    end $$`,
  `create function source_ties_counted() returns trigger language plpgsql as $$
    begin
      delete from tied_sources using changed
        where (tied_sources.from_source, tied_sources.to_source, tied_sources.kind) = (changed.from_source, changed.to_source, changed.kind);
      insert into tied_sources
        select from_source, to_source, kind, count(distinct from_report), count(distinct incident_id)
        from source_ties join (select distinct from_source, to_source, kind from changed) as touched using (from_source, to_source, kind)
        group by from_source, to_source, kind;
      return null;
    end $$`,
  ...['insert', 'delete'].flatMap(change => {
    const rows = `referencing ${change === 'insert' ? 'new' : 'old'} table as changed for each statement`
    return [
      `create trigger sources_counted_${change} after ${change} on report_sources ${rows} execute function sources_counted()`,
      `create trigger source_figures_counted_${change} after ${change} on source_figures ${rows} execute function source_figures_counted()`,
      `create trigger source_ties_counted_${change} after ${change} on source_ties ${rows} execute function source_ties_counted()`
    ]
  }),
  `update reports set linked = false`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
