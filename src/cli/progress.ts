/**
 * A line on the terminal that says how far a long work is; nothing where no terminal is.
 *
 *     [=========>                    ]  31%  312  48/s  3 min left
 *     312  48/s                                          while nobody knows how many there are
 *     linking  [===>                          ]  10%  5000  410/s  2 min left
 */
import type {Context} from './context.ts'

export interface Progress {
  /** So many are done, `share` of all of them (0 to 1; null where nobody knows); `part`: the name of a part of the work, with a clock of its own. */
  show(count: number, share: number | null, part?: string): void
  /** Takes the line away, so that something else can be said. */
  clear(): void
}

const width = 30
const pauseMs = 100
/** What is left is guessed once so much of the work shows how fast it goes. */
const tellingMs = 2000

/** `now`: milliseconds of a clock. */
export function progressOf(
  {process: {stderr}}: Context,
  now: () => number = () => performance.now()
): Progress {
  if (!stderr.isTTY) return {show() {}, clear() {}}
  let start = now()
  let shownAt = start
  let of = ''
  let drawnAt = Number.NEGATIVE_INFINITY
  let isDrawn = false
  return {
    show(count, share, part = '') {
      const at = now()
      const isNew = part !== of
      if (isNew) start = shownAt
      of = part
      shownAt = at
      if (!isNew && at - drawnAt < pauseMs && share !== 1) return
      drawnAt = at
      isDrawn = true
      stderr.write(`\r${part && `${part}  `}${lineOf(count, share, at - start)}\u001b[K`)
    },
    clear() {
      if (isDrawn) stderr.write('\r\u001b[K')
      isDrawn = false
      drawnAt = Number.NEGATIVE_INFINITY
    }
  }
}

function lineOf(count: number, share: number | null, ms: number): string {
  const perSecond = (1000 * count) / Math.max(1, ms)
  const rate = `${count}  ${perSecond >= 10 ? Math.round(perSecond) : perSecond.toFixed(1)}/s`
  if (share === null) return rate
  const filled = Math.min(width, Math.floor(width * share))
  const bar = `${'='.repeat(filled)}>`.slice(0, width).padEnd(width)
  const percent = `${Math.floor(100 * share)}%`.padStart(4)
  const left = ms >= tellingMs && share > 0 && share < 1 ? `  ${inWords((ms / share - ms) / 1000)} left` : ''
  return `[${bar}] ${percent}  ${rate}${left}`
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
