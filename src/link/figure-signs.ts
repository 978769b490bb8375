/**
 * Whether two tellings can be of one incident, by their numbers of people.
 *
 *     injured 125, injured 125     a number of three digits is seldom the same by chance
 *     killed 1, killed 1           says little
 *     killed 3, killed 41          hardly one incident, unless the toll rose
 *     killed 3, injured 41         says nothing
 */
import type {Evidence} from '../model/link-profile.ts'
import type {Telling} from '../model/telling.ts'

/** Ratio of two tolls that speaks fully against one incident. */
const farRatio = 8

export function figureSigns({figures: a}: Telling, {figures: b}: Telling): Evidence[] {
  if (a.length === 0 || b.length === 0) return []
  const shared = a.filter(figure => b.includes(figure) || b.includes(turned(figure)))
  if (shared.length) {
    const largest = shared.reduce((best, figure) => (numberIn(figure) > numberIn(best) ? figure : best))
    return [{id: 'figure-shared', value: surprise(numberIn(largest)), because: `both give ${largest}`}]
  }
  const [one, other] = [highest(a, 'killed'), highest(b, 'killed')]
  if (one === null || other === null) return []
  const ratio = Math.max(one, other) / Math.min(one, other)
  return [
    {
      id: 'toll-other',
      value: Math.min(1, Math.log(ratio) / Math.log(farRatio)),
      because: `one tells of ${one} killed, the other of ${other}`
    }
  ]
}

/** How little a number is met by chance: 1 0.2, 10 0.6, 100 and more 1. */
function surprise(number: number): number {
  return Math.min(1, 0.2 + 0.4 * Math.log10(number))
}

/** "killed 3" for "killed 3+", and the other way about. */
function turned(figure: string): string {
  return figure.endsWith('+') ? figure.slice(0, -1) : `${figure}+`
}

function highest(figures: readonly string[], outcome: string): number | null {
  const own = figures.filter(figure => figure.startsWith(`${outcome} `)).map(numberIn)
  return own.length ? Math.max(...own) : null
}

function numberIn(figure: string): number {
  return Number(/\d+/.exec(figure)![0])
}
