/** Runs a script, or its first operations, and writes the number of each as soon as it is kept: script-child.ts STORE SEED [COUNT]. */
import {writeSync} from 'node:fs'
import {openFor, operationsOf, perform, scriptLength} from './operations.ts'

const [target, seed, count] = process.argv.slice(2) as [string, string, string?]
const clock = {number: 0}
const store = await openFor(target, clock)
for (const [number, operation] of operationsOf(Number(seed))
  .slice(0, Number(count ?? scriptLength))
  .entries()) {
  clock.number = number
  await perform(store, operation)
  writeSync(1, `${number}\n`)
}
await store.close()
