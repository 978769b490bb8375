/** Answers that say which form of a thing they are (RFC 9110): who has it already gets none again. */
import {createHash} from 'node:crypto'
import type {Context} from 'hono'
import type {Env} from './desk.ts'
import {ProblemError} from './problem.ts'

/** The same value, the same tag. */
export function etagOf(value: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)}"`
}

/**
 * True where the asker has this form; the tag is set either way. Of whom something is withheld nothing is kept: a name
 * may be restricted later, and another may have used the same browser before.
 */
export function isKnown(context: Context<Env>, etag: string): boolean {
  if (!context.var.asker.permissions.has('read-restricted')) {
    context.header('Cache-Control', 'no-store')
    return false
  }
  context.header('ETag', etag)
  context.header('Cache-Control', 'no-cache')
  return tagsIn(context.req.header('if-none-match')).some(tag => tag === etag || tag === '*')
}

/** Refuses a change of what is no longer as the asker saw it: another person was faster. */
export function refuseStale(seen: string | undefined, now: unknown): void {
  const tags = tagsIn(seen)
  if (tags.length && !tags.includes('*') && !tags.includes(etagOf(now)))
    throw new ProblemError(412, 'It has changed since you read it', {
      detail: 'Read it again, look at what changed, and decide anew.'
    })
}

function tagsIn(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .filter(Boolean)
}
