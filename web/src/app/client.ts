/** The routes of the server, typed by the server itself, and their answers. */
import type {ClientResponse} from 'hono/client'
import {hc} from 'hono/client'
import type {Api} from '../../../src/api/api.ts'
import type {Problem} from '../../../src/api/problem.ts'

/** `api.incidents[':id'].$get({param: {id: inPath(id)}})`: parts of a path are encoded by whoever calls. */
export const {api} = hc<Api>(location.origin)

export const inPath = encodeURIComponent

/** An answer that is no good one, as the server explains it (RFC 9457); status 0: there was none. */
export class ProblemFailure extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** Of a server that does not answer. */
export const noAnswer = () =>
  new ProblemFailure({type: 'about:blank', status: 0, title: 'The server does not answer'})

type Answer = ClientResponse<unknown, number, string>
/** The body of the good answer. */
export type Good<R> = R extends ClientResponse<infer T, 200, 'json'> ? T : never

/** The body of a good answer; throws ProblemFailure for any other. */
export async function answer<R extends Answer>(asked: Promise<R>): Promise<Good<R>> {
  return (await tagged(asked)).value
}

/** With the ETag, which a change of what was read names in If-Match. */
export async function tagged<R extends Answer>(asked: Promise<R>): Promise<{value: Good<R>; etag: string}> {
  const response = await asked.catch(() => null)
  if (!response) throw noAnswer()
  const {status} = response as {readonly status: number}
  if (status === 200)
    return {value: (await response.json()) as Good<R>, etag: response.headers.get('etag') ?? ''}
  throw await failureOf(response as unknown as Response)
}

/** What an answer that is no good one says. */
export async function failureOf(response: Response): Promise<ProblemFailure> {
  const {status} = response
  // The session is over: log in, and come back here.
  if (status === 401)
    location.assign(`/login?${new URLSearchParams({next: location.pathname + location.search})}`)
  const told = (await response.json().catch(() => null)) as Problem | null
  return new ProblemFailure(told?.title ? told : {type: 'about:blank', status, title: `Error ${status}`})
}
