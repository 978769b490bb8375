/** One LinkedIncident a line, as `dateline show ID --json` prints it: everything, and nothing changed. */
import type {Format} from './format.ts'

export const incidentsJsonl: Format = {
  id: 'incidents-jsonl',
  about: 'Every incident whole, one JSON object a line, by the schema that "dateline schema" prints',
  version: 1,
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  rule: 'dateline',
  async *write(incidents) {
    let rows = 0
    for await (const incident of incidents) {
      rows++
      yield `${JSON.stringify(incident)}\n`
    }
    return {rows, incidents: rows, leftOut: {}}
  }
}
