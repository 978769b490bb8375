import assert from 'node:assert/strict'
import test, {after} from 'node:test'
import fc from 'fast-check'
import {type Kysely, sql} from 'kysely'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore} from '../../src/store/store.ts'
import type {Tables} from '../../src/store/tables.ts'
import {arrivalOf, codedReport} from '../coded-report.ts'
import {embedded, server, type Target} from './targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
after(() => {
  for (const target of targets) target.stop()
})

/** Text with what makes offsets hard: astral characters, the filler itself, combining marks, Arabic. */
const text = fc
  .array(fc.constantFrom('a', 'é', 'e\u0301', 'ب', '\u{1F6A8}', '\u{10FFFF}', '\uE000', '\uFFFF', '\n'), {
    maxLength: 60
  })
  .map(parts => parts.join(''))

async function slices(database: Kysely<Tables>, rows: readonly (readonly [string, number, number])[]) {
  const asked = JSON.stringify(rows)
  const {rows: cut} = await sql<{cut: string | null}>`
    select utf16_slice(asked ->> 0, (asked ->> 1)::integer, (asked ->> 2)::integer) as cut
    from jsonb_array_elements(${asked}::jsonb) with ordinality as given(asked, n) order by n`.execute(
    database
  )
  return cut.map(row => row.cut)
}

for (const target of targets) {
  test(`${target.name}: utf16_slice cuts as JavaScript does, and gives null where half a character would be left`, async () => {
    const database = await openDatabase(await target.make())
    const rows = fc
      .sample(fc.tuple(text, fc.nat(80), fc.nat(80)), {numRuns: 3000, seed: 20240305})
      .map(([body, a, b]) => [body, Math.min(a, b), Math.max(a, b)] as const)
    const expected = rows.map(([body, from, to]) => {
      const cut = body.slice(from, to)
      return cut.isWellFormed() ? cut : null
    })
    const splits = expected.filter(cut => cut === null).length
    assert.ok(splits > 100, `only ${splits} samples split a character`)
    assert.deepEqual(await slices(database, rows), expected)
    await database.destroy()
  })

  test(`${target.name}: every quote of a claim must stand: statement, evidence, attribution and trigger`, async () => {
    const store = await openStore(await target.make())
    const good = codedReport({before: '\u{1F6A8}\u{1F6A8} ', id: 'r'})
    const [claim] = good.claims as [(typeof good.claims)[0]]
    await store.saveOriginals([{sha256: good.report.sha256, bytes: Buffer.from('x')}])
    const moved = {...claim.quote, from: claim.quote.from - 2, to: claim.quote.to - 2}
    const [outlet] = claim.attribution as [(typeof claim.attribution)[0]]
    const event = {
      type: 'attack',
      agent: [],
      patient: [],
      instruments: [],
      place: null,
      when: null,
      trigger: moved
    }
    for (const wrong of [
      {...claim, quote: moved},
      {...claim, evidence: [claim.quote, moved]},
      {...claim, attribution: [{...outlet, quote: moved}]},
      {...claim, event},
      {...claim, quote: {from: 0, to: 1, text: '\u{1F6A8}'}},
      {...claim, quote: {from: 5, to: 4, text: ''}},
      {...claim, quote: {from: 9999, to: 10_003, text: 'dead'}}
    ]) {
      await assert.rejects(
        store.saveArrivals([arrivalOf({...good, claims: [wrong]})]),
        /claim c1 of report r: the words at/
      )
      assert.equal(await store.report('r'), null)
    }
    await store.saveArrivals([arrivalOf(good)])
    assert.deepEqual(await store.report('r'), good)
    await store.close()
  })

  test(`${target.name}: a claim that was stored cannot be moved off its words, nor the text from under it`, async () => {
    const at = await target.make()
    const store = await openStore(at)
    const report = codedReport()
    await store.saveOriginals([{sha256: report.report.sha256, bytes: Buffer.from('x')}])
    await store.saveArrivals([arrivalOf(report)])
    await store.close()
    const database = await openDatabase(at)
    await assert.rejects(
      sql`update claims set claim = jsonb_set(claim, '{quote,from}', '1')`.execute(database),
      /the words at 1 to/
    )
    await assert.rejects(sql`update reports set text = 'other'`.execute(database), /never changes/)
    await database.destroy()
  })

  test(`${target.name}: checking the quotes of a long text with astral characters takes time in line with its length`, async () => {
    const store = await openStore(await target.make())
    const seconds = async (sentences: number) => {
      const body = codedReport({id: `r${sentences}`, before: 'Two died \u{1F6A8}. '.repeat(sentences)})
      const [claim] = body.claims as [(typeof body.claims)[0]]
      const claims = Array.from({length: sentences}, (_, i) => {
        const quote = {from: i * 13, to: i * 13 + 11, text: 'Two died \u{1F6A8}'}
        return {
          ...claim,
          id: `c${i}`,
          quote,
          evidence: [{...quote, to: quote.from + 3, text: 'Two'}],
          attribution: claim.attribution.slice(0, 1)
        }
      })
      await store.saveOriginals([{sha256: body.report.sha256, bytes: Buffer.from('x')}])
      const start = performance.now()
      await store.saveArrivals([arrivalOf({...body, claims})])
      return (performance.now() - start) / 1000
    }
    await seconds(100)
    const [short, long] = [await seconds(2000), await seconds(16_000)]
    // Eight times the text; sixty-four times the time would be quadratic.
    assert.ok(
      long < 24 * Math.max(short, 0.1),
      `${short.toFixed(2)} s for 2,000 claims, ${long.toFixed(2)} s for 16,000`
    )
    await store.close()
  })
}
