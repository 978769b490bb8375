/** Many runs of the prefix test, each of its own seed. */
import {crashRun, type Script} from './crash-run.ts'
import type {NamedScene} from './scenes.ts'

export interface Told {
  readonly runs: number
  readonly midway: number
  readonly lost: readonly string[]
}

/** `from`: seed before the first run. `toEnd`: every so many go on to the end of the script, 0 for none. A run that fails is told and the others go on. */
export async function crashRuns(
  scene: NamedScene,
  script: Script,
  {
    runs,
    from,
    toEnd = 10,
    onRun
  }: {
    readonly runs: number
    readonly from: number
    readonly toEnd?: number
    readonly onRun?: (words: string) => void
  }
): Promise<Told> {
  const lost: string[] = []
  let midway = 0
  for (let run = 1; run <= runs; run++) {
    const seed = from + run
    try {
      const done = await crashRun(scene, script, {random: randomOf(seed), toEnd: run % toEnd === 0})
      if (done.midway) midway++
      onRun?.(
        `${scene.name} ${run}/${runs}: ${done.acknowledged} acknowledged, ${done.kept} kept; ${lost.length} failed`
      )
    } catch (error) {
      lost.push(`seed ${seed}: ${(error as Error).message}`)
      onRun?.(`${scene.name} ${run}/${runs}: ${lost.at(-1)}`)
    }
  }
  return {runs, midway, lost}
}

/** mulberry32: numbers from 0 to 1. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
