/**
 * `npm run test:crash -- --runs 500`: the prefix test as often as one likes; exit code 1 where anything was lost.
 *
 *     --runs N      runs on each store [20]
 *     --from N      seed of the first run, of the clock where left out
 *     --store NAME  embedded or PostgreSQL alone
 */
import {parseArgs} from 'node:util'
import {scriptOf} from './crash-run.ts'
import {crashRuns} from './runs.ts'
import {embeddedScene, type NamedScene, serverScene} from './scenes.ts'

const {values} = parseArgs({
  options: {runs: {type: 'string', default: '20'}, from: {type: 'string'}, store: {type: 'string'}}
})
const runs = Number(values.runs)
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no number of runs`)
const from = Number(values.from ?? Date.now() % 1_000_000)

const found = await serverScene()
if (typeof found === 'string') console.log(`PostgreSQL: ${found}`)
const all: readonly NamedScene[] = typeof found === 'string' ? [embeddedScene] : [found, embeddedScene]
const scenes = all.filter(({name}) => (values.store ?? name) === name)
try {
  const script = await scriptOf(await all[0]!.make(), 3)
  for (const scene of scenes) {
    const {midway, lost} = await crashRuns(scene, script, {runs, from, onRun: words => console.log(words)})
    console.log(
      `${scene.name}: ${runs - lost.length} of ${runs} runs kept every acknowledged operation; ${midway} were cut between two transactions of one`
    )
    if (lost.length) process.exitCode = 1
  }
} finally {
  for (const scene of all) scene.stop()
}
