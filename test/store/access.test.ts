import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {sql} from 'kysely'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore, Store} from '../../src/store/store.ts'
import {embedded, server, type Target} from './targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

const clerk = {who: 'ada', now: () => new Date('2024-03-07T09:30:00Z')}
const event = (who: string) => ({who, action: 'log in', object: null, address: '192.0.2.1'})
const faultsOf = async (store: Store) => {
  const faults: string[] = []
  for await (const {item, what} of store.faults()) faults.push(`${item} ${what}`)
  return faults
}

for (const target of targets) {
  test(`${target.name}: the security log is only added to, and what was changed past the database is found`, async () => {
    const database = await openDatabase(await target.make())
    const store = new Store(database, clerk)
    for (const who of ['bo', 'cy\0\ud800', 'di']) await store.access.log.add(event(who))
    await Promise.all(['ed', 'flo', 'gil'].map(who => store.access.log.add(event(who))))
    const {total, rows, next} = await store.access.log.page({}, {limit: 4, after: null})
    assert.deepEqual([total, rows.length, rows[0]!.seq, next], [6, 4, 6, ['3']])
    for (const statement of [
      sql`update security_log set who = 'zed'`,
      sql`delete from security_log`,
      sql`truncate security_log`,
      sql`delete from security_log_head`
    ])
      await assert.rejects(statement.execute(database), /never changed or deleted/)
    assert.deepEqual(await faultsOf(store), [])

    const past = async (statement: ReturnType<typeof sql>) => {
      await sql`alter table security_log disable trigger append_only`.execute(database)
      await statement.execute(database)
      await sql`alter table security_log enable trigger append_only`.execute(database)
    }
    await past(sql`update security_log set address = '192.0.2.9' where seq = 2`)
    assert.deepEqual(await faultsOf(store), ['security log row 2 is not as it was written'])
    await past(sql`update security_log set address = '192.0.2.1' where seq = 2`)
    await past(sql`delete from security_log where seq = 6`)
    assert.deepEqual(await faultsOf(store), ['security log does not end with the row that it ended with'])
    await store.close()
  })

  test(`${target.name}: what changes a user, a key or a restricted name is told in the audit, without secrets`, async () => {
    const store = await openStore(await target.make(), clerk)
    const {users, keys, restrictedNames} = store.access
    const id = (await users.add('Bo', 'admin', 'scrypt$a-hash'))!
    assert.equal(await users.add('bO', 'reader', null), null, 'a name that differs in case alone')
    await users.offerSecondFactor(id, 'A SECRET')
    await users.beginSecondFactor(id, 5, ['code-hash'])
    assert.deepEqual(
      [await users.takeStep(id, 5), await users.takeStep(id, 6), await users.takeStep(id, 6)],
      [false, true, false]
    )
    assert.deepEqual(
      [await users.takeRecoveryCode(id, 'code-hash'), await users.takeRecoveryCode(id, 'code-hash')],
      [true, false]
    )
    await keys.add(id, {
      hash: 'key-hash',
      name: 'nightly',
      scopes: ['read'],
      expiresAt: '2024-04-01T00:00:00.000Z'
    })
    assert.deepEqual((await keys.held('key-hash'))!.scopes, ['read'])
    await restrictedNames.add('Karim Haddad', 'a minor', 'ada')
    await users.reset(id)
    assert.equal(await keys.held('key-hash'), null)
    const {rows} = await store.listings.audit({}, {limit: 100, after: null})
    assert.deepEqual(rows.map(({action}) => action).reverse(), [
      'add user',
      'change user',
      'make key',
      'restrict name',
      'change user',
      'revoke key'
    ])
    assert.doesNotMatch(JSON.stringify(rows), /hash"|a-hash|SECRET|Haddad/)
    assert.deepEqual(await faultsOf(store), [])
    await store.close()
  })

  test(`${target.name}: of two who use one link, one set of codes or take each other's admin away at once, one succeeds`, async () => {
    const store = await openStore(await target.make(), clerk)
    const {users, setUpTokens} = store.access
    await setUpTokens.add(null, 'link', '2024-03-07T10:00:00.000Z')
    assert.deepEqual(await setUpTokens.held('link'), {userId: null})
    const taken = await Promise.all([setUpTokens.take('link'), setUpTokens.take('link')])
    assert.deepEqual(taken.toSorted(), [false, true])
    assert.equal(await setUpTokens.held('link'), null)
    await setUpTokens.add(null, 'old', '2024-03-07T09:00:00.000Z')
    assert.equal(await setUpTokens.take('old'), false)
    await users.add('bo', 'admin', null)
    await users.add('cy', 'admin', null)
    const gone = await Promise.all([users.alter('bo', {disabled: true}), users.alter('cy', {role: 'reader'})])
    assert.deepEqual(gone.toSorted(), [false, true])
    await store.close()
  })
}
