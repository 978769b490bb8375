/** Runs a script from an operation on, and writes the number of each as soon as it is kept: script-child.ts STORE SEED FROM. */
import {writeSync} from 'node:fs'
import {openFor, operationsOf, perform} from './operations.ts'

const [target, seed, from] = process.argv.slice(2) as [string, string, string]
const clock = {number: 0}
const store = await openFor(target, clock)
for (const [number, operation] of operationsOf(Number(seed)).entries()) {
  if (number < Number(from)) continue
  clock.number = number
  await perform(store, operation)
  writeSync(1, `${number}\n`)
}
await store.close()
