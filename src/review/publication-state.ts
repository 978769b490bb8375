/**
 * What the steps of one incident come to: what the public sees from when until when, and what its page tells of its past.
 *
 *     publish v1 (from noon)                              v1 from noon
 *     publish v1, undone before noon                      nothing ever
 *     publish v1, undone after noon                       v1 from noon, from the undo on that it was withdrawn
 *     publish v1, publish v2 (from Friday)                v1 until Friday, then v2
 *     publish v1, withdraw, undone                        v1, then that it was withdrawn, then v1
 *
 * Time is gone through instant by instant, so that what was seen once is never untold by what is decided later.
 */
import type {PublicVersion} from '../model/public-incident.ts'
import type {PublicationStep as Step} from '../model/publication.ts'

/** What is shown from an instant until another. */
export interface PublicInterval {
  readonly from: string
  readonly until: string | null
  /** The version; where it was withdrawn, the step that withdrew it or took it back. */
  readonly step: Step
  /** null: that it was withdrawn. */
  readonly version: number | null
  /** The step by which it came to be shown. */
  readonly cause: Step
  /** The state of the incident that it stands for. */
  readonly digest: string | null
}

/** Steps that no step undoes that itself holds; `steps` in the order they were made. */
export function heldSteps(steps: readonly Step[]): Step[] {
  const undone = new Set<string>()
  for (const {id, undoes} of steps.toReversed()) if (undoes !== null && !undone.has(id)) undone.add(undoes)
  return steps.filter(({id, kind}) => kind !== 'undo' && !undone.has(id))
}

/** `steps`: of one incident, in the order they were made. What lies ahead is as it will be if nobody decides anything more. */
export function publicIntervals(steps: readonly Step[]): PublicInterval[] {
  const digests = keptDigests(heldSteps(steps))
  const instants = [...new Set(steps.flatMap(({at, publicFrom}) => [at, publicFrom ?? at]))].sort()
  const intervals: PublicInterval[] = []
  for (const at of instants) {
    const made = steps.filter(step => step.at <= at)
    const before = intervals.at(-1)
    const cause = made.findLast(step => step.at === at)
    const step = shownAt(made, at) ?? (before && (before.version === null ? before.step : cause))
    if (!step || before?.step === step) continue
    if (before) intervals[intervals.length - 1] = {...before, until: at}
    const isVersion = step.kind === 'publish'
    intervals.push({
      from: at,
      until: null,
      step,
      version: isVersion ? step.version : null,
      cause: cause ?? step,
      digest: isVersion ? (digests.get(step.id) ?? null) : null
    })
  }
  return intervals
}

/** What the page tells of its past at an instant, the newest first. What the public never saw is not told. */
export function publicVersions(steps: readonly Step[], now: string): PublicVersion[] {
  const told: PublicVersion[] = []
  for (const {from, step, version, cause} of publicIntervals(steps)) {
    if (from > now) break
    const last = told.at(-1)?.version ?? 0
    if (version === null) told.push({version: last, kind: 'withdrawn', at: from, note: step.reason})
    else if (told.some(former => former.version === version))
      told.push({version, kind: 'restored', at: from, note: cause.reason})
    else told.push({version, kind: told.length ? 'corrected' : 'published', at: from, note: step.reason})
  }
  return told.reverse()
}

/** The last step that was made of those that can be seen by then. */
function shownAt(made: readonly Step[], at: string): Step | undefined {
  return heldSteps(made).findLast(
    ({kind, publicFrom}) =>
      kind === 'withdraw' || (kind === 'publish' && publicFrom !== null && publicFrom <= at)
  )
}

/** By the id of each version: the state of the incident that it was made of, or that somebody last said it stands for. */
function keptDigests(held: readonly Step[]): Map<string, string | null> {
  const digests = new Map<string, string | null>()
  let last: string | null = null
  for (const {id, kind, on} of held) {
    if (kind === 'publish') last = id
    if (last !== null && (kind === 'publish' || kind === 'keep')) digests.set(last, on[0]?.digest ?? null)
  }
  return digests
}
