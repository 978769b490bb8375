/**
 * Fills a store with a made-up archive, for the suite `scale`: linked as it was made, and written without triggers.
 *
 * Each report has its row, telling and blocks as if it had been ingested; words are those of a few hundred
 * patterns, with the names of the incident. Claims stay out: they lie in a table that linking asks by report alone.
 */
import {type Kysely, sql} from 'kysely'
import {hashString} from '../src/algorithms/hash.ts'
import {createIdentity} from '../src/algorithms/identity.ts'
import {rankOf} from '../src/link/block.ts'
import type {Linking} from '../src/link/linking.ts'
import type {WordProfile} from '../src/model/link-profile.ts'
import type {Telling} from '../src/model/telling.ts'
import type {Tables} from '../src/store/tables.ts'
import {reportOf} from './scale-reports.ts'
import type {MadeUpIncident, World} from './scale-world.ts'

/** Rows a transaction. */
const chunk = 2000
const patterns = 300

export interface Archive {
  readonly world: World
  /** Reports that are in it. */
  size: number
  /** The last day with reports. */
  day: number
  /** Incidents of the last days: fresh reports tell of them too. */
  recent: MadeUpIncident[]
}

export const reportsPerDay = 800

/** Adds reports until there are `size`. */
export async function fill(
  database: Kysely<Tables>,
  archive: Archive,
  size: number,
  linking: Linking
): Promise<void> {
  const {world} = archive
  const made = Array.from({length: patterns}, () => world.incidentOn(0)).map(incident => ({
    type: incident.type,
    telling: linking.tellingsOf(reportOf(incident, 'x', world))[0]!
  }))
  const patternsOf = Map.groupBy(made, ({type}) => type)
  const offset = 1 + (await lastNumber(database)) - archive.size
  let rows: Row[] = []
  while (archive.size < size) {
    archive.day = Math.floor(archive.size / reportsPerDay)
    const incident = world.incidentOn(archive.day)
    archive.recent = [...archive.recent.slice(-reportsPerDay), incident]
    const founding = `m${archive.size}/i1`
    for (let i = 0; i < Math.min(incident.size, size - archive.size); i++) {
      const id = `m${archive.size + i}`
      const own = patternsOf.get(incident.type)!
      const pattern = own[Math.floor(world.random() * own.length)]!.telling
      rows.push({
        id,
        number: offset + archive.size + i,
        component: offset + archive.size,
        incidentId: createIdentity([founding]),
        telling: tellingOf(incident, id, pattern)
      })
    }
    archive.size += Math.min(incident.size, size - archive.size)
    if (rows.length < chunk && archive.size < size) continue
    await write(database, rows, linking)
    rows = []
  }
  for (const table of ['tellings', 'telling_blocks', 'reports'])
    await sql.raw(`analyze ${table}`).execute(database)
}

async function lastNumber(database: Kysely<Tables>): Promise<number> {
  const {last} = await database
    .selectFrom('tellings')
    .select(({fn}) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

interface Row {
  readonly id: string
  readonly number: number
  readonly component: number
  readonly incidentId: string
  readonly telling: Telling
}

async function write(database: Kysely<Tables>, rows: readonly Row[], linking: Linking): Promise<void> {
  const json = (values: unknown) => JSON.stringify(values)
  const blocks = rows.flatMap(({number, telling}) => {
    const rank = rankOf(telling)
    return linking.blocksOf(telling).filed.map(block => [block, rank, number])
  })
  await database.transaction().execute(async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into originals select sha256, '' from jsonb_to_recordset(${json(rows.map(({id}) => ({sha256: id})))}::text::jsonb) as made(sha256 text)`.execute(
      tx
    )
    await sql`insert into reports (id, sha256, outlet, published_on, language, text, coded, linked)
      select id, id, 'Outlet', published, 'en', '', coded, true
      from jsonb_to_recordset(${json(rows.map(({id, telling}) => ({id, published: telling.publishedOn, coded: codedOf(telling)})))}::text::jsonb)
        as made(id text, published text, coded jsonb)`.execute(tx)
    await sql`insert into tellings (number, key, report_id, rank, telling, component, incident_id)
      overriding system value
      select number, key, report, rank, telling, component, incident
      from jsonb_to_recordset(${json(
        rows.map(({id, number, component, incidentId, telling}) => ({
          number,
          key: telling.key,
          report: id,
          rank: rankOf(telling),
          telling: json(telling),
          component,
          incident: incidentId
        }))
      )}::text::jsonb) as made(number integer, key text, report text, rank bigint, telling text, component integer, incident text)`.execute(
      tx
    )
    await sql`insert into telling_blocks
      select * from unnest(${list(blocks.map(([block]) => block!))}::text::bigint[],
        ${list(blocks.map(([, rank]) => rank!))}::text::bigint[],
        ${list(blocks.map(([, , telling]) => telling!))}::text::integer[])`.execute(tx)
    await sql`select setval(pg_get_serial_sequence('tellings', 'number'), (select max(number) from tellings))`.execute(
      tx
    )
  })
}

function list(values: readonly number[]): string {
  return `{${values.join(',')}}`
}

/** A pattern's words with the incident's own names in front. */
function profileOf(pattern: WordProfile, {words, number}: MadeUpIncident): WordProfile {
  const own = words.map(word => [hashString(word.toLowerCase()), 0.3] as const)
  return {
    ...pattern,
    names: [...own, ...pattern.names].slice(0, pattern.names.length),
    wording: pattern.wording.map(value => (value ^ Math.imul(number, 0x9e3779b1)) >>> 0)
  }
}

/** A pattern with the place, day, figures and names of the incident. */
function tellingOf(incident: MadeUpIncident, report: string, pattern: Telling): Telling {
  const {on, place, sides, dead, hurt} = incident
  return {
    ...pattern,
    key: `${report}/i1`,
    report,
    publishedOn: on,
    when: {from: on, to: on, precision: 'day', known: 'stated'},
    place,
    sides: [...new Set(sides)].sort(),
    figures: [`injured ${hurt}`, `killed ${dead}`],
    words: profileOf(pattern.words, incident)
  }
}

/** What reconciling asks of an old report, without claims. */
function codedOf({report, place, type, when, publishedOn}: Telling): object {
  return {
    report: {
      id: report,
      sha256: report,
      url: null,
      outlet: {id: 'outlet', name: 'Outlet'},
      title: null,
      publishedOn,
      dateline: null,
      agency: null,
      language: 'en'
    },
    passages: [],
    actors: [],
    places: [{...place, id: 'p1', role: 'event', mentions: []}],
    incidents: [
      {
        id: 'i1',
        type,
        when,
        place: 'p1',
        sides: {a: [], b: []},
        tactics: [],
        codings: {},
        claims: [],
        relations: []
      }
    ],
    problems: [],
    versions: {dateline: '0', codebook: '0', models: '0', gazetteer: '0'}
  }
}
