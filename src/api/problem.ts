/** Errors as problem details (RFC 9457), and what may go wrong with any request. */
import {z} from '@hono/zod-openapi'
import {HTTPException} from 'hono/http-exception'
import type {ContentfulStatusCode} from 'hono/utils/http-status'

export const Problem = z
  .object({
    type: z.string().describe('"about:blank": the status says it all'),
    status: z.number().int(),
    title: z.string(),
    detail: z.string().optional().describe('What to do about it'),
    errors: z
      .array(z.object({at: z.string(), message: z.string()}))
      .optional()
      .describe('Each value that cannot be taken')
  })
  .openapi('Problem')

export type Problem = z.infer<typeof Problem>

/** Thrown by a route: becomes the answer. */
export class ProblemError extends HTTPException {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>

  /** `headers`: of the answer. */
  constructor(
    status: ContentfulStatusCode,
    title: string,
    more: Partial<Problem> = {},
    headers: Readonly<Record<string, string>> = {}
  ) {
    super(status, {message: title})
    this.problem = {type: 'about:blank', status, title, ...more}
    this.headers = headers
  }
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {'content-type': 'application/problem+json', ...headers}
  })
}

const meanings: Readonly<Record<number, string>> = {
  400: 'A value cannot be taken; `errors` names it',
  401: 'Nobody is logged in',
  403: 'The role does not allow it',
  404: 'There is no such thing',
  409: 'It stands against what is there',
  412: 'It has changed since it was read',
  413: 'What is sent is too large',
  415: 'What is sent must be JSON',
  421: 'Asked for by a name or way that this server does not serve',
  429: 'Too many requests; Retry-After says when to go on'
}

/** For the document of the API: the errors that a route may answer with. */
export function problems<Status extends number>(...statuses: readonly Status[]) {
  const answer = (status: Status) => ({
    description: meanings[status] as string,
    content: {'application/problem+json': {schema: Problem}}
  })
  // Each status by its number, so that the client knows which answer is the good one.
  return Object.fromEntries(statuses.map(status => [status, answer(status)])) as Record<
    Status,
    ReturnType<typeof answer>
  >
}
