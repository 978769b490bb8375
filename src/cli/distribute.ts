/** `dateline ingest --distribute`: gives inputs out to workers. */
import {type Context, pathIn, say} from './context.ts'
import {progressOf} from './progress.ts'
import {withServer} from './store.ts'

interface Options {
  readonly regions: readonly string[]
  readonly inPlace: boolean
  readonly lines: number | undefined
  readonly wait: boolean
  readonly json: boolean
}

export async function distributeInputs(
  context: Context,
  target: string,
  inputs: readonly string[],
  {regions, inPlace, lines, wait, json}: Options
): Promise<void> {
  const url = inputs.find(input => /^https?:/.test(input))
  if (url)
    throw new Error(
      `${url}: pages are fetched by one process, which keeps to one connection a host; give URLs to "dateline ingest" or "dateline watch" without --distribute`
    )
  await withServer(context, target, async store => {
    const {distributePaths, shardSizes, waitForJobs} = await import('../workflows/distribute.ts')
    const {ids, ...given} = await distributePaths(target, store, {
      paths: inputs.map(input => pathIn(context, input)),
      stdin: context.stdin,
      regions,
      inPlace,
      ...(lines !== undefined && {sizes: {...shardSizes, lines}}),
      onShard: ({name}) => say(context, name)
    })
    const {shards, known, revived} = given
    if (!wait) {
      context.process.stdout.write(
        json
          ? `${JSON.stringify(given)}\n`
          : `${shards} jobs: ${shards - known - revived} new, ${known} known already, ${revived} that were dead. "dateline jobs" shows how they stand.\n`
      )
      return
    }
    const bar = progressOf(context)
    const sums = await waitForJobs(store, ids, ({items, left, uncounted, shards: {done, dead}}) => {
      const taken = items.done + items.failed + items.skipped
      bar.show(taken, uncounted ? (done + dead) / Math.max(1, ids.length) : taken / Math.max(1, taken + left))
    })
    bar.clear()
    const {items, shards: states} = sums
    context.process.stdout.write(
      json
        ? `${JSON.stringify({...given, ...sums})}\n`
        : `${items.done + items.failed + items.skipped} items: ${items.done} done, ${items.failed} failed, ${items.skipped} skipped; ${states.done} jobs done, ${states.dead} dead.\n`
    )
    if (items.failed || states.dead) context.process.exitCode = 1
  })
}
