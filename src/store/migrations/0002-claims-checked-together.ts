/**
 * The invariant on the claims themselves, checked once a statement.
 *
 * Every quote of a claim (statement, evidence, attribution, trigger) must be the
 * words of its report at its offsets. The quotes of a statement are walked in
 * text order under a sliding window, so that a text of megabytes with thousands
 * of claims costs one pass. Offsets count UTF-16 units and PostgreSQL counts code
 * points, so each astral character is given a filler behind it before the text is
 * cut; an offset between a character and its filler splits a surrogate pair, and
 * is refused.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  String.raw`create function utf16_spread(body text) returns text language sql immutable strict as $$
    select case when body ~ '[\U00010000-\U0010FFFF]'
      then regexp_replace(body, '([\U00010000-\U0010FFFF])', E'\\1\uE000', 'g') else body end $$`,
  // Null where a surrogate pair is split: no text is equal to half a character.
  String.raw`create or replace function utf16_slice(body text, low integer, high integer) returns text language plpgsql immutable strict as $$
    declare
      spread text := utf16_spread(body);
      cut text;
    begin
      if high < low then return null; end if;
      if high = low then return ''; end if;
      cut := substring(spread from low + 1 for high - low);
      if spread = body then return cut; end if;
      if low > 0 and ascii(substring(spread from low for 1)) > 65535 then return null; end if;
      if ascii(right(cut, 1)) > 65535 then return null; end if;
      return regexp_replace(cut, E'([\\U00010000-\\U0010FFFF])\uE000', E'\\1', 'g');
    end $$`,
  `drop table quotes`,
  `drop function quote_stands`,
  `alter table claims add column position integer not null default 0`,
  `update claims set position = told.position - 1
    from reports, jsonb_array_elements(reports.coded -> 'claims') with ordinality as told(claim, position)
    where reports.id = claims.report_id and told.claim ->> 'id' = claims.claim_id`,
  `update reports set coded = coded - 'claims'`,
  // Windows of 64K and 2K characters: substring() counts from the start of what it is given.
  `create function claims_stand() returns trigger language plpgsql as $$
    declare
      asked record;
      report text := null;
      body text; spread text; wide text; near text;
      wide_from integer; near_from integer; start integer; size integer;
      stands boolean;
    begin
      for asked in
        select written.report_id, written.claim_id, (words ->> 'from')::integer as low, (words ->> 'to')::integer as high, words ->> 'text' as quote
        from written, lateral (
          select written.claim -> 'quote'
          union all select jsonb_array_elements(written.claim -> 'evidence')
          union all select link -> 'quote' from jsonb_array_elements(written.claim -> 'attribution') as link
          union all select written.claim #> '{event,trigger}'
        ) as own(words)
        where jsonb_typeof(words) = 'object'
        order by written.report_id, low, high desc
      loop
        if report is distinct from asked.report_id then
          report := asked.report_id;
          select text into body from reports where id = report;
          spread := utf16_spread(body);
          wide := null;
          near := null;
        end if;
        stands := asked.low >= 0 and asked.high >= asked.low;
        if stands then
          start := greatest(asked.low - 1, 0);
          size := asked.high - start + 1;
          if wide is null or asked.high > wide_from + 65536 then
            wide_from := start;
            wide := substring(spread from start + 1 for greatest(65536, size));
            near := null;
          end if;
          if near is null or asked.high > near_from + 2048 then
            near_from := start;
            near := substring(wide from start - wide_from + 1 for greatest(2048, size));
          end if;
          stands := substring(near from asked.low - near_from + 1 for asked.high - asked.low) = utf16_spread(asked.quote)
            and (asked.low in (0, asked.high) or ascii(substring(near from asked.low - near_from for 1)) <= 65535);
        end if;
        if stands is not true then
          raise exception 'claim % of report %: the words at % to % are not "%"', asked.claim_id, report, asked.low, asked.high, asked.quote
            using errcode = 'check_violation';
        end if;
      end loop;
      return null;
    end $$`,
  `create trigger claims_stand_new after insert on claims referencing new table as written for each statement execute function claims_stand()`,
  `create trigger claims_stand_changed after update on claims referencing new table as written for each statement execute function claims_stand()`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
