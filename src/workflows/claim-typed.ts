/** A claim to be added as a person typed it: its words are looked for in the report. */
import {ClaimDraft} from '../model/ruling.ts'
import type {Store} from '../store/store.ts'
import {reportNamed} from './what-is-named.ts'

/** `at`: where the words begin; needed where they stand more than once. */
export async function claimOf(
  store: Store,
  name: string,
  {quote, ...values}: {readonly quote: string} & Readonly<Record<string, unknown>>,
  at?: number
): Promise<ClaimDraft> {
  const [id] = await reportNamed(store, name)
  const {text} = (await store.report(id))!.report
  const places = placesOf(quote, text)
  const from = at ?? places[0]
  if (from === undefined) throw new Error(`Report ${id} does not say "${quote}"; give its exact words`)
  if (at === undefined && places.length > 1)
    throw new Error(
      `Report ${id} says "${quote}" ${places.length} times; name one, as --at ${places.slice(0, 5).join(' or ')}`
    )
  const {data, error} = ClaimDraft.safeParse({...values, quote, from, to: from + quote.length})
  if (data) return data
  const [{path, message}] = error.issues as [(typeof error.issues)[number]]
  throw new Error(`--${path.map(String).join('-')}: ${message}`)
}

function placesOf(words: string, text: string): number[] {
  const places: number[] = []
  for (let from = text.indexOf(words); words && from >= 0; from = text.indexOf(words, from + 1))
    places.push(from)
  return places
}
