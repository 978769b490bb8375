/**
 * A line on the terminal that says how far a long work is; nothing where no terminal is.
 *
 *     [=========>                    ] 312/1000  48/s
 *     312  48/s                                    while nobody knows how many there are
 */
import type {Context} from './context.ts'

export interface Progress {
  /** One more is done. */
  step(): void
  /** Takes the line away, so that something else can be said. */
  clear(): void
}

const width = 30
const pauseMs = 100

/** `total`: `null` where it is unknown. `now`: milliseconds of a clock. */
export function progressOf(
  {process: {stderr}}: Context,
  total: number | null,
  now: () => number = () => performance.now()
): Progress {
  if (!stderr.isTTY) return {step() {}, clear() {}}
  const start = now()
  let done = 0
  let drawnAt = Number.NEGATIVE_INFINITY
  return {
    step() {
      done++
      if (now() - drawnAt < pauseMs && done !== total) return
      drawnAt = now()
      stderr.write(`\r${lineOf(done, total, (1000 * done) / Math.max(1, drawnAt - start))}\u001b[K`)
    },
    clear() {
      if (done) stderr.write('\r\u001b[K')
      drawnAt = Number.NEGATIVE_INFINITY
    }
  }
}

function lineOf(done: number, total: number | null, perSecond: number): string {
  const rate = `${perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1)}/s`
  if (total === null) return `${done}  ${rate}`
  const filled = Math.min(width, Math.floor((width * done) / Math.max(1, total)))
  const bar = `${'='.repeat(filled)}>`.slice(0, width).padEnd(width)
  return `[${bar}] ${done}/${total}  ${rate}`
}
