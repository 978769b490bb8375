/**
 * Little memory before speed, for a process that goes through a store once: what is set here holds for the whole process, as V8 has it.
 *
 * - V8 optimizes what runs often, and to optimize PGlite's interpreter of expressions, one function of 100 KB, it takes 600 MB
 *   for two seconds. Unoptimized, such a walk takes as long.
 * - V8's space for new objects would grow to 96 MB; it stays as it is.
 * - PGlite keeps 16 MB of pages, not 128: what is read once is not asked for again.
 */
import {setFlagsFromString} from 'node:v8'

let lean = false

/** To be called before the store is opened. */
export function beLean(): void {
  lean = true
  for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--semi-space-growth-factor=1'])
    setFlagsFromString(flag)
}

export const isLean = () => lean
