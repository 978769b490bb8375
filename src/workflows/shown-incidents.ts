/**
 * Incidents and their texts as an export shows them: as they are, or so that anybody may have them.
 *
 * For anybody (SAFETY D1 to D3, A5): no name that may be a private person's and that nobody cleared, no restricted name, no
 * contact, no coordinates finer than the grid, nobody who posted. Quotes stand at their offsets in the texts as they are shown.
 */
import {createHash} from 'node:crypto'
import type {QuotedText} from '../export/format.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import type {FindNames} from '../review/private-names.ts'
import {linkShown, redactionOf} from '../review/redaction.ts'
import {reasonsIn, unsigned} from '../review/unsigned.ts'
import {stringsIn, withholdSpans} from '../review/withhold.ts'
import type {QuotedReport, Store} from '../store/store.ts'

type Texts = ReadonlyMap<string, QuotedText>

export interface ShownIncidents {
  readonly incident: (held: LinkedIncident) => Promise<LinkedIncident>
  /** Of one that `incident` gave. */
  readonly textsOf: (shown: LinkedIncident) => Promise<Texts>
  /** What belongs to one that `incident` gave. */
  readonly beside: <Value>(shown: LinkedIncident, value: Value) => Value
}

export function asItIs(store: Store): ShownIncidents {
  return {
    incident: async held => held,
    textsOf: async ({reports}) => {
      const held = await store.quotedReports(reports.map(({id}) => id))
      return new Map([...held].map(([id, report]) => [id, quotedText(report, report.text)]))
    },
    beside: (_, value) => value
  }
}

/** `findNames`: by the outlets that an incident names, whatever may be the name of a private person. */
export async function safeForAnybody(
  store: Store,
  findNames: (registered: readonly string[]) => FindNames
): Promise<ShownIncidents> {
  const {restrictedNames, clearedNames} = store.access
  const restricted = (await restrictedNames.all()).map(({name}) => name)
  const everyCleared = await clearedNames.all()
  const known = new WeakMap<LinkedIncident, {texts: Texts; beside: <Value>(value: Value) => Value}>()
  return {
    async incident(held) {
      const reports = await store.quotedReports(held.reports.map(({id}) => id))
      const texts = new Map([...reports].map(([id, {text}]) => [id, text]))
      const find = findNames(held.reports.flatMap(({outlet, agency}) => [outlet ?? '', agency ?? '']))
      const titles = held.reports.flatMap(({title}) => title ?? [])
      // Only what reports and people say can name somebody; elsewhere names are known by that.
      const told = new Set([...texts.values(), ...titles, ...reasonsIn(held)])
      const named = {
        cleared: everyCleared
          .filter(({incident}) => incident === null || incident === held.id)
          .map(({name}) => name),
        restricted
      }
      const redaction = redactionOf(
        {...named, find: (text, seen) => (told.has(text) ? find(text, seen) : [])},
        [
          ...[...reports.values()].map(({text, places}) => ({text, seen: {people: [], places}})),
          ...titles.map(text => ({text, seen: {people: [], places: []}}))
        ],
        stringsIn(held)
      )
      const linked = {
        ...unsigned(held),
        reports: held.reports.map(own => ({...own, url: own.url && linkShown(own.url, redaction)}))
      }
      const both = {incident: linked, texts: [...texts].map(([report, text]) => ({report, text}))}
      const shown = withholdSpans(both, redaction.spans, texts)
      known.set(shown.incident, {
        texts: new Map(shown.texts.map(({report, text}) => [report, quotedText(reports.get(report)!, text)])),
        beside(value) {
          const reasons = new Set(reasonsIn(value))
          const own = redactionOf(
            {...named, find: (text, seen) => (reasons.has(text) ? find(text, seen) : [])},
            [],
            stringsIn(value)
          )
          // Names that reports tell, then those that people tell besides.
          return withholdSpans(withholdSpans(unsigned(value), redaction.spans, texts), own.spans, new Map())
        }
      })
      return shown.incident
    },
    textsOf: async shown => known.get(shown)?.texts ?? new Map(),
    beside: (shown, value) => known.get(shown)!.beside(value)
  }
}

function quotedText({text: whole, original, fetchedAt}: QuotedReport, text: string): QuotedText {
  const sha256 = createHash('sha256').update(text).digest('hex')
  // Whoever has the hash of a text, and all of it but a name, can try names.
  return {text, sha256, original: text === whole ? original : null, fetchedAt}
}
