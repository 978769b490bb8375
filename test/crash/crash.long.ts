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

const script = await scriptOf(await scenes[0]!.make(), 2)

for (const scene of scenes)
  test(`${scene.name}: 20 of 20 kills keep what was acknowledged`, async () => {
    const {lost} = await crashRuns(scene, script, {runs: 20, from: 0})
    assert.deepEqual(lost, [])
  })
