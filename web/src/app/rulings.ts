/** Rulings as screens make them: seen before they are made, refused where somebody was faster. */
import type {InferRequestType, InferResponseType} from 'hono/client'
import {answer, api} from './client.ts'

type Post = typeof api.rulings.$post
export type Draft = InferRequestType<Post>['json']
export type Ruled = InferResponseType<Post, 200>
export type Change = Ruled['changes'][number]

/** What it would change; nothing is kept. */
export function previewRuling(draft: Draft): Promise<Ruled> {
  return answer(api.rulings.$post({json: {...draft, preview: true}, header: {}}))
}

/** `seen`: the incidents as the person saw them. Fails with status 412 where one has changed since. */
export function makeRulingOnSeveral(
  draft: Draft,
  seen: readonly {readonly incident: string; readonly etag: string}[]
): Promise<Ruled> {
  return answer(
    api.rulings.$post({
      json: {...draft, preview: false, seen: seen.filter(({etag}) => etag !== '').map(one => ({...one}))},
      header: {}
    })
  )
}

/** `seen`: the incident as the person saw it. Fails with status 412 where it has changed since. */
export function makeRuling(
  draft: Draft,
  seen: {readonly incident: string; readonly etag: string}
): Promise<Ruled> {
  return answer(
    api.rulings.$post({
      json: {...draft, incident: seen.incident, preview: false},
      header: {'if-match': seen.etag}
    })
  )
}
