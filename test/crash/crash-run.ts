/**
 * The prefix test (SAFETY R1): a child process that works on a store is killed at a random moment, with the server
 * where there is one. The store must be as after some prefix of the script that holds every acknowledged operation,
 * and when the rest is done, as if nothing had happened.
 */
import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {Store} from '../../src/store/store.ts'
import {verify} from '../../src/workflows/verify.ts'
import {openFor, operationsOf, perform, scriptLength, stateOf, takeUp} from './operations.ts'

const program = fileURLToPath(new URL('./script-child.ts', import.meta.url))
/** An operation takes some 10 to 50 ms: the kill falls in any part of one. */
const longestDelayMs = 40

export interface Scene {
  /** An empty store. */
  readonly make: () => Promise<string>
  /** Takes a store away that was made. */
  readonly drop: (target: string) => Promise<void>
  /** Kills the server too, where there is one, and starts it again. */
  readonly killServer: (() => Promise<void>) | null
}

export interface CrashRun {
  /** Operations that were acknowledged before the kill, and those that are found kept. */
  readonly acknowledged: number
  readonly kept: number
  /** Whether the kill fell between two transactions of one operation. */
  readonly midway: boolean
}

export interface Script {
  readonly seed: number
  /** The state after each number of operations, the empty store first: of all, or of the first ones. */
  readonly states: readonly string[]
}

/** `random`: 0 to 1. `toEnd`: whether the rest of the operations is done too. Throws where anything is lost. */
export async function crashRun(
  {make, drop, killServer}: Scene,
  {seed, states}: Script,
  {random, toEnd}: {readonly random: () => number; readonly toEnd: boolean}
): Promise<CrashRun> {
  const target = await make()
  const acknowledged = await killedAfter(
    target,
    seed,
    Math.floor(random() * (states.length - 2)),
    random() * longestDelayMs,
    killServer
  )
  const clock = {number: acknowledged}
  const store = await openFor(target, clock)
  try {
    const {kept, midway} = await prefixOf(store, states, acknowledged)
    for await (const {item, what} of verify(store)) throw new Error(`${item}: ${what}`)
    if (toEnd) {
      for (const [number, operation] of operationsOf(seed)
        .slice(0, states.length - 1)
        .entries()) {
        if (number < kept) continue
        clock.number = number
        await perform(store, operation)
      }
      const end = await stateOf(store)
      if (end !== states.at(-1)) throw new Error(`The rest of the script led to ${end}`)
    }
    return {acknowledged, kept, midway}
  } finally {
    await store.close()
    await drop(target)
  }
}

/** With the states that its first operations lead through when nothing happens. */
export async function scriptOf(target: string, seed: number, length = scriptLength): Promise<Script> {
  const clock = {number: 0}
  const store = await openFor(target, clock)
  const states = [await stateOf(store)]
  for (const [number, operation] of operationsOf(seed).slice(0, length).entries()) {
    clock.number = number
    await perform(store, operation)
    states.push(await stateOf(store))
  }
  await store.close()
  return {seed, states}
}

async function prefixOf(
  store: Store,
  states: readonly string[],
  acknowledged: number
): Promise<{kept: number; midway: boolean}> {
  // The operation that was cut may be kept, or not; none behind it had begun.
  const isNow = async (number: number) => (await stateOf(store)) === states[number]
  for (const kept of [acknowledged, acknowledged + 1]) if (await isNow(kept)) return {kept, midway: false}
  await takeUp(store)
  if (await isNow(acknowledged + 1)) return {kept: acknowledged + 1, midway: true}
  throw new Error(
    `${acknowledged} operations were acknowledged, and the store is after none such: ${await stateOf(store)}`
  )
}

/** How many operations were acknowledged. Kills `delayMs` after the operation of this number. */
async function killedAfter(
  target: string,
  seed: number,
  number: number,
  delayMs: number,
  killServer: Scene['killServer']
): Promise<number> {
  const child = spawn(process.execPath, [program, target, `${seed}`], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let printed = ''
  let complaint = ''
  child.stderr.on('data', part => (complaint += part))
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const reached = new Promise<void>(resolve =>
    child.stdout.on('data', part => {
      printed += part
      if (printed.split('\n').length - 1 > number) resolve()
    })
  )
  await Promise.race([reached, ended])
  await new Promise(later => setTimeout(later, delayMs))
  if (child.exitCode !== null && child.exitCode !== 0) throw new Error(`The script failed: ${complaint}`)
  // Which of the two goes first is left to chance.
  const serverGone = killServer?.()
  child.kill('SIGKILL')
  await Promise.all([serverGone, ended])
  return printed.split('\n').length - 1
}
