import assert from 'node:assert/strict'
import test from 'node:test'
import type {PublicationStep} from '../../src/model/publication.ts'
import {publicIntervals, publicVersions} from '../../src/review/publication-state.ts'

/** "v1 at 8 from 12", "undo v1 at 10: why": hours of one day; a name before "=" lets an undo be undone. */
function stepsOf(lines: readonly string[]): PublicationStep[] {
  const ids = new Map<string, string>()
  return lines.map((line, i) => {
    const [, name, what, target, at, from, reason] =
      /^(?:(\w+) = )?(v\d+|withdraw|keep|undo)(?: (\w+))? at (\d+)(?: from (\d+))?(?:: (.+))?$/.exec(line)!
    const isVersion = /^v\d/.test(what!)
    ids.set(name ?? what!, `step ${i}`)
    return {
      id: `step ${i}`,
      kind: isVersion ? 'publish' : (what as 'withdraw'),
      on: [{incident: 'a', digest: `state ${at}`}],
      version: isVersion ? Number(what!.slice(1)) : null,
      publicFrom: isVersion ? instant(from!) : null,
      hash: null,
      gate: null,
      override: null,
      leadsTo: null,
      settings: null,
      request: null,
      outcome: null,
      undoes: target ? ids.get(target)! : null,
      reason: reason ?? null,
      by: 'ada',
      at: instant(at!)
    }
  })
}
const instant = (hour: string) => `2026-03-05T${hour.padStart(2, '0')}:00:00.000Z`
const hourOf = (at: string) => String(Number(at.slice(11, 13)))

interface Case {
  readonly says: string
  readonly steps: readonly string[]
  /** What is shown, from when. */
  readonly shown: string
  /** What the page tells at 23, the oldest first. */
  readonly told: string
}

const cases: readonly Case[] = [
  {says: 'a version waits for its time', steps: ['v1 at 8 from 12'], shown: '12 v1', told: '12 published 1'},
  {
    says: 'what is undone while it waits is never shown',
    steps: ['v1 at 8 from 12', 'undo v1 at 10'],
    shown: '',
    told: ''
  },
  {
    says: 'what is undone while it waits and brought back is shown in its time',
    steps: ['v1 at 8 from 12', 'u = undo v1 at 9', 'undo u at 10'],
    shown: '12 v1',
    told: '12 published 1'
  },
  {
    says: 'what is brought back after its time is shown from then on',
    steps: ['v1 at 8 from 12', 'u = undo v1 at 9', 'undo u at 14'],
    shown: '14 v1',
    told: '14 published 1'
  },
  {
    says: 'what is undone when it was seen leaves its trace',
    steps: ['v1 at 8 from 12', 'undo v1 at 15: wrong town'],
    shown: '12 v1, 15 withdrawn',
    told: '12 published 1, 15 withdrawn 1 wrong town'
  },
  {
    says: 'a correction takes the place of the version before when its own time comes',
    steps: ['v1 at 8 from 8', 'v2 at 10 from 14: two more reports'],
    shown: '8 v1, 14 v2',
    told: '8 published 1, 14 corrected 2 two more reports'
  },
  {
    says: 'a correction that is undone leaves the version before, and both are told',
    steps: ['v1 at 8 from 8', 'v2 at 10 from 10: more', 'undo v2 at 12: it was a mistake'],
    shown: '8 v1, 10 v2, 12 v1',
    told: '8 published 1, 10 corrected 2 more, 12 restored 1 it was a mistake'
  },
  {
    says: 'a correction that is undone while it waits is not told',
    steps: ['v1 at 8 from 8', 'v2 at 10 from 20: more', 'undo v2 at 12'],
    shown: '8 v1',
    told: '8 published 1'
  },
  {
    says: 'a withdrawal ends what waits too',
    steps: ['v1 at 8 from 8', 'v2 at 9 from 20: more', 'withdraw at 10: a source is in danger'],
    shown: '8 v1, 10 withdrawn',
    told: '8 published 1, 10 withdrawn 1 a source is in danger'
  },
  {
    says: 'a withdrawal that is undone shows the version again',
    steps: ['v1 at 8 from 8', 'withdraw at 10: doubt', 'undo withdraw at 12: settled'],
    shown: '8 v1, 10 withdrawn, 12 v1',
    told: '8 published 1, 10 withdrawn 1 doubt, 12 restored 1 settled'
  },
  {
    says: 'what is published again after it was withdrawn is a correction',
    steps: ['v1 at 8 from 8', 'withdraw at 10: doubt', 'v2 at 12 from 14: settled'],
    shown: '8 v1, 10 withdrawn, 14 v2',
    told: '8 published 1, 10 withdrawn 1 doubt, 14 corrected 2 settled'
  },
  {
    says: 'a later version with less delay outruns an earlier one',
    steps: ['v1 at 8 from 8', 'v2 at 9 from 20: a', 'v3 at 10 from 12: b'],
    shown: '8 v1, 12 v3',
    told: '8 published 1, 12 corrected 3 b'
  }
]

for (const {says, steps, shown, told} of cases)
  test(says, () => {
    const made = stepsOf(steps)
    assert.equal(
      publicIntervals(made)
        .map(({from, version}) => `${hourOf(from)} ${version === null ? 'withdrawn' : `v${version}`}`)
        .join(', '),
      shown
    )
    assert.equal(
      publicVersions(made, instant('23'))
        .toReversed()
        .map(({at, kind, version, note}) => [hourOf(at), kind, version, note].filter(Boolean).join(' '))
        .join(', '),
      told
    )
  })

test('what lies ahead is not told yet', () => {
  const steps = stepsOf(['v1 at 8 from 12', 'v2 at 9 from 20: more'])
  assert.equal(publicVersions(steps, instant('11')).length, 0)
  assert.equal(publicVersions(steps, instant('13')).length, 1)
})

test('a version stands for the state it was made of, or for the one it was kept for', () => {
  const digestOf = (lines: string[]) => publicIntervals(stepsOf(lines)).at(-1)!.digest
  assert.equal(digestOf(['v1 at 8 from 8']), 'state 8')
  assert.equal(digestOf(['v1 at 8 from 8', 'keep at 9']), 'state 9')
  assert.equal(digestOf(['v1 at 8 from 8', 'keep at 9', 'undo keep at 10']), 'state 8')
  assert.equal(digestOf(['v1 at 8 from 8', 'keep at 9', 'v2 at 10 from 10']), 'state 10')
})
