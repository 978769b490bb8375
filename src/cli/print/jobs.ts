/** Jobs as a person reads them. */
import type {Job, Jobs} from '../../workflows/jobs.ts'

/**
 *     Jobs: 12 waiting, 2 running, 86 done, 1 dead
 *     Items: 859,000 done, 3 failed, 1,997 skipped; 139,000 to come
 */
export function printSums({shards, items, left, uncounted}: Jobs['sums'], unlinked: number): string {
  const {waiting, running, done, dead} = shards
  return [
    `Jobs: ${count(waiting)} waiting, ${count(running)} running, ${count(done)} done, ${count(dead)} dead`,
    `Items: ${count(items.done)} done, ${count(items.failed)} failed, ${count(items.skipped)} skipped${left ? `; ${count(left)} to come` : ''}${uncounted ? `; those of ${count(uncounted)} jobs are counted as they are read` : ''}`,
    ...(unlinked ? [`Reports not linked yet: ${count(unlinked)}`] : []),
    ...(dead ? ['"dateline retry --dead" tries the dead ones again'] : []),
    ''
  ].join('\n')
}

export function printShard(
  {id, name, state, inputs, done, failed, skipped, worker, begunAt, savedAt, heardOf, attempt, reason}: Job,
  now: Date
): string {
  const ago = (at: string) => `${spell((now.getTime() - Date.parse(at)) / 1000)} ago`
  const taken = done + failed + skipped
  const items = `${count(taken)}${inputs === null || state === 'done' ? '' : ` of ${count(inputs)}`} items${failed ? `, ${count(failed)} failed` : ''}`
  const lines = [`${state.padEnd(8)} ${id}  ${name}: ${items}`]
  if (state === 'running' && begunAt) {
    const heard = heardOf ? `heard of ${ago(heardOf)}` : 'not heard of since'
    lines.push(
      `         by ${worker}, begun ${ago(begunAt)}${attempt > 1 ? ` (attempt ${attempt})` : ''}, ${savedAt ? `saved ${ago(savedAt)}` : 'nothing saved yet'}, ${heard}`
    )
  }
  if (reason && state !== 'done') lines.push(`         ${state === 'dead' ? '' : 'last attempt: '}${reason}`)
  return `${lines.join('\n')}\n`
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}

function spell(seconds: number): string {
  if (seconds < 90) return `${Math.max(0, Math.round(seconds))} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}
