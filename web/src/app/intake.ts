/** What is being brought in, and how far it is: asked for once, then told by the server as it goes. */
import {queryOptions, useQuery, useQueryClient} from '@tanstack/react-query'
import type {InferResponseType} from 'hono/client'
import {useEffect} from 'react'
import {answer, api, inPath, ProblemFailure} from './client.ts'
import {refresh} from './live.ts'

type Jobs = InferResponseType<typeof api.ingest.jobs.$get, 200>
export type IntakeJob = Jobs['jobs'][number]

const jobsQuery = queryOptions({queryKey: ['intake'], queryFn: () => answer(api.ingest.jobs.$get())})

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ['intake', id],
    queryFn: () => answer(api.ingest.jobs[':id'].$get({param: {id: inPath(id)}}))
  })

export const isOver = ({state}: Pick<IntakeJob, 'state'>) => ['done', 'failed', 'stopped'].includes(state)

/** The newest first, as they go. */
export function useIntake() {
  const queries = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/ingest/events')
    source.addEventListener('jobs', event => {
      const {jobs} = JSON.parse((event as MessageEvent<string>).data) as {jobs: IntakeJob[]}
      if (jobs.length === 0) return
      const known = queries.getQueryData(jobsQuery.queryKey)?.jobs ?? []
      const told = new Map(jobs.map(job => [job.id, job]))
      if (jobs.some(job => isOver(job) || !known.some(({id}) => id === job.id)))
        void queries.invalidateQueries({queryKey: ['intake']})
      else
        queries.setQueryData(
          jobsQuery.queryKey,
          was => was && {...was, jobs: was.jobs.map(job => ({...job, ...told.get(job.id)}))}
        )
      if (jobs.some(isOver)) {
        refresh(queries, [])
        for (const list of ['items', 'feeds', 'item-sums', 'queues'])
          void queries.invalidateQueries({queryKey: [list]})
      }
    })
    return () => source.close()
  }, [queries])
  return useQuery(jobsQuery)
}

/** Sends a file as it is. `onShare`: how much of it is sent, from 0 to 1. Waits where the server asks for patience. */
export async function sendFile(file: File, onShare: (share: number) => void): Promise<void> {
  while (true) {
    const {status, retryAfterMs, text} = await sent(file, onShare)
    if (status === 200) return
    if (status !== 429) throw failure(status, text)
    await new Promise(resolve => setTimeout(resolve, retryAfterMs))
  }
}

function sent(file: File, onShare: (share: number) => void) {
  return new Promise<{status: number; retryAfterMs: number; text: string}>(resolve => {
    // Unlike fetch it tells how much is sent.
    const request = new XMLHttpRequest()
    request.open('POST', `/api/ingest/files?${new URLSearchParams({name: file.name.slice(0, 300)})}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({loaded, total}) => onShare(total ? loaded / total : 0)
    request.onloadend = () =>
      resolve({
        status: request.status,
        retryAfterMs: 1000 * (Number(request.getResponseHeader('retry-after')) || 5),
        text: request.responseText
      })
    request.send(file)
  })
}

function failure(status: number, text: string): ProblemFailure {
  try {
    const problem = JSON.parse(text) as ProblemFailure['problem']
    if (problem.title) return new ProblemFailure(problem)
  } catch {
    // Not of this server, or none at all.
  }
  return new ProblemFailure({type: 'about:blank', status, title: `Error ${status}`})
}
