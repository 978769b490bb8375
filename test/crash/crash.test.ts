import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {scriptOf} from './crash-run.ts'
import {crashRuns} from './runs.ts'
import {embeddedScene, type NamedScene, serverScene} from './scenes.ts'

const found = await serverScene()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const scenes: readonly NamedScene[] = typeof found === 'string' ? [embeddedScene] : [found, embeddedScene]
after(() => {
  for (const scene of scenes) scene.stop()
})

// The kills fall into the first half of the script; into all of it by `npm run test:long`.
const script = await scriptOf(await scenes[0]!.make(), 1, 100)
const seed = Date.now() % 1_000_000

for (const scene of scenes)
  test(`${scene.name}: killed at any moment it keeps what was acknowledged, and nothing by halves (3 runs from seed ${seed})`, async () => {
    const {lost} = await crashRuns(scene, script, {runs: 3, from: seed, toEnd: 0})
    assert.deepEqual(lost, [])
  })
