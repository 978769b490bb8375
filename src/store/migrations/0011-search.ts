/**
 * What lists of incidents and reports are drawn from and searched by, beside the whole of each.
 *
 * Text is looked for as people write it: case, Arabic vowel marks and stretched letters, the spellings of
 * alef, ya and ta marbuta, and the digits of either script make no difference. Originals stay as they are.
 */
import {type Kysely, sql} from 'kysely'

/** The words of a tsvector may take up to 1 MB; a report longer than this is found by its beginning. */
const longestSearched = 200_000

const statements = [
  String.raw`create function search_form(words text) returns text language sql immutable parallel safe as $$
    select translate(lower(regexp_replace(words, '[\u0640\u064B-\u065F\u0670]', '', 'g')),
      'أإآٱىةؤئکی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'اااايهويكي01234567890123456789') $$`,
  `create function incident_row(incident jsonb) returns jsonb language sql immutable parallel safe as $$
    select jsonb_build_object('headline', incident -> 'headline', 'type', incident -> 'type', 'when', incident -> 'when',
      'place', case when jsonb_typeof(incident -> 'place') = 'object' then jsonb_build_object('name', incident #> '{place,name}', 'country', incident #> '{place,country}',
        'precision', incident #> '{place,precision}', 'lat', incident #> '{place,lat}', 'lon', incident #> '{place,lon}') end,
      'sides', incident -> 'sides', 'figures', incident_figures(incident),
      'reports', jsonb_array_length(incident -> 'reports'), 'accounts', jsonb_array_length(incident -> 'accounts'),
      'languages', (select coalesce(jsonb_agg(distinct report -> 'language'), '[]') from jsonb_array_elements(incident -> 'reports') as own(report)),
      'contested', jsonb_path_exists(incident, '$.assessments.dateline.*.contested ? (@ == true)')
        or jsonb_path_exists(incident, '$.facts[*].contested ? (@ == true)')) $$`,
  `create function incident_words(incident jsonb) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', search_form(concat_ws(' ', incident ->> 'headline', incident #>> '{place,name}', incident ->> 'sides',
      (select string_agg(concat_ws(' ', report ->> 'title', report ->> 'outlet'), ' ') from (
        select report from jsonb_array_elements(incident -> 'reports') as own(report) limit 200) as named)))) $$`,
  `alter table incidents
    add column row jsonb generated always as (incident_row(incident)) stored,
    add column contested boolean generated always as ((incident_row(incident) ->> 'contested')::boolean) stored,
    add column precision text generated always as (incident #>> '{place,precision}') stored,
    add column words tsvector generated always as (incident_words(incident)) stored`,
  `create index incidents_listed on incidents (from_day desc, id)`,
  `create index incidents_words on incidents using gin (words)`,
  `create index incidents_type on incidents (type)`,
  `alter table reports add column words tsvector generated always as (
    to_tsvector('simple', search_form(coalesce(title, '') || ' ' || coalesce(outlet, '') || ' ' || left(text, ${longestSearched})))) stored`,
  `create index reports_words on reports using gin (words)`,
  `create index reports_listed on reports (published_on desc nulls last, id)`,
  `create index reports_url on reports (md5(url))`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
