import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {after, test} from 'node:test'
import {type Kysely, sql} from 'kysely'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore, Store} from '../../src/store/store.ts'
import type {Tables} from '../../src/store/tables.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {linkPending, linkReports} from '../../src/workflows/link-reports.ts'
import {verify} from '../../src/workflows/verify.ts'
import {arrivalOf, codedReport} from '../coded-report.ts'
import {embedded, server, type Target} from './targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const link = createLinker(loadKnowledge().codebook)
const reports = [
  codedReport({outlet: 'Radio Oru'}),
  codedReport({outlet: 'Canal Uno', publishedOn: '2024-03-06', on: '2024-03-05'}),
  codedReport({publishedOn: '2024-04-05'})
].map(coded => {
  const sha256 = createHash('sha256').update(coded.report.text).digest('hex')
  return {...coded, report: {...coded.report, sha256}}
})
const clerk = {who: 'ada', now: () => new Date('2024-03-07T09:30:00.250Z')}

async function made(target: Target): Promise<string> {
  const at = await target.make()
  const store = await openStore(at, clerk)
  for (const report of reports) {
    const {sha256, text} = report.report
    await store.saveOriginals([{sha256, bytes: Buffer.from(text)}])
    await store.saveArrivals([arrivalOf(report)])
    await linkPending(store, link)
  }
  await store.close()
  return at
}

async function faultsIn(database: Kysely<Tables>): Promise<string[]> {
  const all: string[] = []
  for await (const {item, what} of verify(new Store(database, clerk))) all.push(`${item}: ${what}`)
  return all
}

/** What `verify` finds once the statements have run, which are then taken back. */
async function faultsAfter(database: Kysely<Tables>, ...statements: readonly string[]): Promise<string[]> {
  const undone = new Error('undone')
  let found: string[] = []
  await database
    .transaction()
    .execute(async tx => {
      for (const statement of statements) await sql.raw(statement).execute(tx)
      found = await faultsIn(tx)
      throw undone
    })
    .catch(error => {
      if (error !== undone) throw error
    })
  return found
}

for (const target of targets) {
  test(`${target.name}: each change of an incident appends one row, with who, when, and what moved`, async () => {
    const at = await made(target)
    const store = await openStore(at)
    const incident = (await store.incidents()).find(({reports}) => reports.length === 2)!
    const rows = await store.auditOf(`incident ${incident.id}`)
    assert.deepEqual(
      rows.map(({action, who, at}) => [action, who, at]),
      [
        ['add incident', 'ada', '2024-03-07T09:30:00.250Z'],
        ['change incident', 'ada', '2024-03-07T09:30:00.250Z']
      ]
    )
    const [, change] = rows as unknown as {old: Record<string, unknown>; new: Record<string, unknown>}[]
    assert.deepEqual(change!.old.members, [])
    assert.deepEqual(change!.new.members, [`${reports[1]!.report.id}/i1`])
    assert.deepEqual([change!.old.reports, change!.new.reports], [1, 2])
    await store.close()
  })

  test(`${target.name}: what is saved again unchanged leaves no row`, async () => {
    const at = await made(target)
    const store = await openStore(at, clerk)
    const before = await store.auditHead()
    const ids = reports.map(({report}) => report.id)
    await store.linking(rows => linkReports(ids, rows, link))
    assert.equal(await store.auditHead(), before)
    await store.close()
  })

  test(`${target.name}: the audit, originals and rulings refuse to be changed, deleted or emptied`, async () => {
    const database = await openDatabase(await made(target))
    for (const table of [
      'audit',
      'audit_head',
      'originals',
      'rulings',
      'incident_versions',
      'report_codings'
    ]) {
      const column =
        table === 'originals' ? 'sha256' : table === 'rulings' ? 'kind' : table === 'audit' ? 'who' : null
      const change = column ? `update ${table} set ${column} = 'x'` : `delete from ${table}`
      for (const statement of [change, `delete from ${table}`, `truncate ${table} cascade`])
        await assert.rejects(sql.raw(statement).execute(database), /are never changed or deleted/, statement)
    }
    await assert.rejects(
      sql.raw('update audit_head set seq = 1').execute(database),
      /the end of the audit is its last row/
    )
    assert.deepEqual(await faultsIn(database), [])
    await database.destroy()
  })

  test(`${target.name}: a store that was tampered with past the triggers is found out, item by item`, async () => {
    const id = reports[0]!.report.id
    const off = (table: string) => `alter table ${table} disable trigger all`
    const tampering: [RegExp, ...string[]][] = [
      [/^audit row 2: is not as it was written$/, off('audit'), `update audit set who = 'eve' where seq = 2`],
      [/^audit row 3: the 1 before it are missing$/, off('audit'), 'delete from audit where seq = 2'],
      [
        /^audit row \d+: the last rows, up to this one, are missing$/,
        off('audit'),
        'delete from audit where seq = (select max(seq) from audit)'
      ],
      [
        /^audit row 2: does not follow from the row before it$/,
        off('audit'),
        'update audit set seq = case seq when 2 then -3 else -2 end where seq in (2, 3)',
        'update audit set seq = -seq where seq < 0'
      ],
      [
        /^original \w+: its bytes have another SHA-256$/,
        off('originals'),
        `update originals set bytes = set_byte(bytes, 0, 64) where sha256 = '${reports[0]!.report.sha256}'`
      ],
      [
        new RegExp(`^report ${id}: its text is not that of its original$`),
        off('reports'),
        `update reports set text = replace(text, 'two', 'six') where id = '${id}'`
      ],
      [
        new RegExp(`^claim ${id}/c1: the words at \\d+ to \\d+ are not "three people were killed"$`),
        off('claims'),
        `update claims set claim = jsonb_set(claim, '{quote,text}', '"three people were killed"') where report_id = '${id}'`
      ],
      [
        /^incident \w+: is not the one that the audit tells of$/,
        off('incidents'),
        `update incidents set incident = jsonb_set(incident, '{assessments,dateline,killed,low}', '1')`
      ],
      [
        /^incident \w+: is missing, though the audit tells of it$/,
        off('incidents'),
        off('incident_reports'),
        'delete from incident_reports',
        'delete from incidents'
      ],
      [
        /^incident \w+: its version until \S+ is not the one that the audit tells of$/,
        off('incident_versions'),
        `update incident_versions set incident = incident || '{"type": "riot"}'`
      ]
    ]
    const database = await openDatabase(await made(target))
    for (const [expected, ...statements] of tampering) {
      const told = await faultsAfter(database, ...statements)
      assert.ok(
        told.some(line => expected.test(line)),
        `${expected} in ${told.join('\n')}`
      )
    }
    await database.destroy()
  })
}

test('PostgreSQL: writers at one moment leave one chain without a gap', {
  skip: typeof found === 'string' ? found : false
}, async () => {
  const at = await (found as Target).make()
  const stores = []
  for (const who of ['ada', 'ben', 'eve']) stores.push(await openStore(at, {...clerk, who}))
  const writing = stores.map(async (store, i) => {
    for (let n = 0; n < 10; n++) {
      const coded = codedReport({id: `${i}-${n}`, outlet: `Outlet ${i} ${n}`})
      await store.saveOriginals([{sha256: coded.report.sha256, bytes: Buffer.from(coded.report.text)}])
      await store.saveArrivals([arrivalOf(coded)])
    }
  })
  await Promise.all(writing)
  const [first] = stores
  assert.match(await first!.auditHead(), /^30:/)
  for await (const {item, what} of first!.faults()) assert.match(item, /^original/, what)
  for (const store of stores) await store.close()
})
