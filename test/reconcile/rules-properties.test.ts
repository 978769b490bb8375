/** What holds of every rule, whatever the accounts: over incidents made up of random rows. */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {loadKnowledge} from '../../src/codebook/load.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {type Member, reconciler} from '../../src/reconcile/reconcile.ts'
import {membersOf, type Stage, type ToldRow} from './told-rows.ts'

const reconcile = reconciler(loadKnowledge().codebook)
const runs = {seed: 11, numRuns: 300}

const accounts = [
  'the regional hospital',
  'the health ministry',
  'the Oru Front',
  'the Lakeside Monitor',
  'the mayor'
]
const number = fc.oneof(
  fc.nat(12).map(n => (n === 0 ? 'no one' : `${n}`)),
  fc.integer({min: 1, max: 12}).map(n => `at least ${n}`),
  fc.integer({min: 1, max: 12}).map(n => `more than ${n}`),
  fc.constantFrom('up to 9', '3 to 5', 'several', 'dozens', '-')
)
const row = fc
  .record({
    report: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6'),
    account: fc.constantFrom(...accounts),
    kind: fc.constantFrom('medical', 'official', 'unnamed'),
    interest: fc.constantFrom('independent', 'unknown', 'party', 'allied'),
    side: fc.constantFrom('a', 'b'),
    outcome: fc.constantFrom('killed', 'injured', 'arrested', 'unspecified'),
    group: fc.constantFrom('people', 'people', 'civilians', 'militants', 'security-forces', 'protesters'),
    number,
    marks: fc.constantFrom(
      '',
      '',
      '',
      'possible',
      'cumulative',
      'feared',
      'denied',
      'own',
      'title',
      'together'
    )
  })
  .map(({side, ...rest}): ToldRow => (/party|allied/.test(rest.interest) ? {...rest, side} : rest))
const rows = fc.array(row, {minLength: 1, maxLength: 12}).map(all => dated(all))
const stage = fc.constantFrom<Stage>(
  {},
  {a: 'the army, state-forces', b: 'the Oru Front, rebel-group', doer: 'a', type: 'air-strike'},
  {a: 'riot police, state-forces', b: 'marchers, protesters', type: 'clash'},
  {a: 'the Oru Front, rebel-group', doer: 'a', type: 'suicide-bombing', acled: 'Explosions/Remote violence'},
  {a: 'the army, state-forces', b: 'the Oru Front, rebel-group', when: '2024-03-05 to 2024-03-07'}
)

/** A report has one day. */
function dated(all: readonly ToldRow[]): ToldRow[] {
  return all.map(each => ({...each, day: `2024-03-0${4 + Number(each.report!.slice(1))}`}))
}

function figures({assessments}: LinkedIncident) {
  return Object.entries(assessments).flatMap(([rule, outcomes]) =>
    Object.entries(outcomes).map(([outcome, {low, best, high, open, contested, grade}]) => ({
      rule,
      outcome,
      low,
      best,
      high,
      open,
      contested,
      grade: grade?.value
    }))
  )
}

function copyOf({report, incident, why}: Member, publishedOn: string): Member {
  return {
    report: {
      ...report,
      report: {
        ...report.report,
        id: `z copy of ${report.report.id}`,
        publishedOn,
        url: 'https://example.org/copy',
        outlet: {id: 'copycat', name: 'Copycat Post'}
      }
    },
    incident,
    why
  }
}

test('the order of arrival changes nothing', () => {
  fc.assert(
    fc.property(rows, stage, fc.infiniteStream(fc.nat()), (told, scene, chance) => {
      const members = membersOf(told, scene)
      const shuffled = members
        .map(member => ({member, at: chance.next().value as number}))
        .sort((a, b) => a.at - b.at)
        .map(({member}) => member)
      assert.deepEqual(reconcile(shuffled), reconcile(members))
    }),
    runs
  )
})

test('a copy changes no low, best, high, open end, contest or grade, under any rule, whenever it appears', () => {
  fc.assert(
    fc.property(rows, stage, fc.nat(), fc.nat(9), (told, scene, which, later) => {
      const members = membersOf(told, scene)
      const original = members[which % members.length]!
      const day = Number(original.report.report.publishedOn!.slice(-2)) + later
      const copy = copyOf(original, `2024-03-${String(day).padStart(2, '0')}`)
      assert.deepEqual(figures(reconcile([...members, copy])), figures(reconcile(members)))
    }),
    runs
  )
})

test('an independent account never narrows the ranges of dateline and ibc', () => {
  fc.assert(
    fc.property(rows, stage, number, fc.constantFrom('killed', 'injured'), (told, scene, said, outcome) => {
      const before = reconcile(membersOf(told, scene))
      const another = {
        report: 'r9',
        account: 'the Hill Observatory',
        kind: 'document',
        interest: 'independent'
      }
      const after = reconcile(
        membersOf([...told, {...another, day: '2024-03-09', number: said, outcome}], scene)
      )
      for (const rule of ['dateline', 'ibc']) {
        const [old, now] = [before.assessments[rule]![outcome], after.assessments[rule]![outcome]]
        if (old?.low == null || old.high === null) continue
        assert.ok(now!.low! <= old.low && now!.high! >= old.high, `${rule}: ${old.low}-${old.high}`)
        assert.ok(now!.open || !old.open || now!.high! > old.high)
      }
    }),
    runs
  )
})

test('parts of a total lower no figure', () => {
  fc.assert(
    fc.property(rows, stage, fc.integer({min: 1, max: 5}), (told, scene, part) => {
      const total = {
        report: 'r9',
        account: 'the Hill Observatory',
        kind: 'document',
        interest: 'independent',
        day: '2024-03-09'
      }
      const all = [...told, {...total, number: '20'}]
      const split = [
        ...all,
        {...total, number: `${part}`, group: 'civilians', marks: `part of ${all.length}`}
      ]
      const lows = (incident: LinkedIncident) =>
        figures(incident)
          .filter(({outcome}) => outcome === 'killed')
          .map(({rule, low, best, high}) => ({rule, low, best, high}))
      assert.deepEqual(lows(reconcile(membersOf(split, scene))), lows(reconcile(membersOf(all, scene))))
    }),
    runs
  )
})

test('every claim of casualties is used or set aside, once, by every rule that knows its outcome', () => {
  fc.assert(
    fc.property(rows, stage, (told, scene) => {
      const {claims, assessments} = reconcile(membersOf(told, scene))
      for (const [rule, outcomes] of Object.entries(assessments))
        for (const [outcome, figure] of Object.entries(outcomes)) {
          const own = claims.filter(({casualties}) => casualties?.outcome === outcome).map(({key}) => key)
          const used = figure.accounts.flatMap(account => account.claims)
          const aside = figure.setAside.map(({claim}) => claim)
          assert.deepEqual([...used, ...aside].sort(), own.sort(), `${rule} ${outcome}`)
          for (const {claims: named} of figure.derivation.steps)
            assert.ok(named.every(key => own.includes(key)))
        }
    }),
    runs
  )
})

test('the history ends where the rule dateline stands', () => {
  fc.assert(
    fc.property(rows, stage, (told, scene) => {
      const {assessments, history} = reconcile(membersOf(told, scene))
      for (const [outcome, {low, high}] of Object.entries(assessments.dateline!)) {
        const last = history
          .flatMap(({change}) => change.split('; '))
          .findLast(change => change.startsWith(`${outcome}: `))
        const range = low === null ? undefined : low === high ? `${low}` : `${low}-${high}`
        const shown = last?.replace(/^\S+ (?:.* -> )?/, '').match(/^[\d-]+/)?.[0]
        assert.equal(shown, range)
      }
    }),
    runs
  )
})

test('a thousand reports more cost a thousand times as much, not a million', () => {
  const many = (count: number) =>
    membersOf(
      Array.from(
        {length: count},
        (_, i): ToldRow => ({
          account: `Source ${i % (count / 4)} of the town`,
          interest: 'independent',
          number: i % 3 ? `${i % 40}` : `at least ${i % 60}`
        })
      )
    )
  const timeOf = (members: readonly Member[]) => {
    const start = process.cpuUsage().user
    reconcile(members)
    return process.cpuUsage().user - start
  }
  timeOf(many(400))
  const [some, more] = [timeOf(many(400)), timeOf(many(3200))]
  assert.ok(more < some * 8 * 4, `${some} then ${more} microseconds`)
})
