/** What became of the items of an ingest, in words. */
import type {Summary} from '../../workflows/ingest.ts'

/** Reasons of each kind that are named. */
const mostReasons = 5

export function printSummary({items, done, failed, skipped, reasons, incidents, stopped}: Summary): string {
  const lines = [
    `${items} items: ${done} done, ${failed} failed, ${skipped} skipped. ${incidents} incidents around them.`
  ]
  for (const state of ['failed', 'skipped'] as const) {
    const own = reasons.filter(each => each.state === state)
    for (const {reason, count} of own.slice(0, mostReasons)) lines.push(`  ${count} ${state}: ${reason}`)
    if (own.length > mostReasons)
      lines.push(`  ${own.length - mostReasons} more reasons: --json has them all`)
  }
  if (stopped) lines.push('Ended before its end. Run it again to go on: what is kept is skipped.')
  return `${lines.join('\n')}\n`
}
