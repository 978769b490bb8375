/**
 * Reads reports that are known to tell of one incident or another: the form of ECB+ (Cybulska & Vossen 2014).
 *
 * Words stand apart by blanks; a first line that is an address is no part of the text.
 */
import {linesOf} from '../evaluation/json-lines.ts'

export interface IncidentText {
  readonly id: string
  /** Incidents of one topic are of one kind and hard to tell apart. */
  readonly topic: number
  readonly incident: string
  readonly text: string
  readonly sentences: readonly string[]
  /** For each sentence, the happenings it tells: one name in all reports. */
  readonly happenings: readonly ReadonlySet<string>[]
}

interface Row {
  readonly id: string
  readonly topic: number
  readonly incident: string
  readonly sentences: readonly {readonly sent: number; readonly tokens: readonly string[]}[]
  readonly events: readonly {readonly chain: string; readonly sent: number}[]
}

export function readIncidentTexts(path: string): IncidentText[] {
  return linesOf<Row>(path).map(({id, topic, incident, sentences, events}) => {
    const own = sentences.filter(({tokens}) => !tokens[0]?.startsWith('http'))
    const written = own.map(({tokens}) => tokens.join(' '))
    return {
      id,
      topic,
      incident,
      text: written.join('\n'),
      sentences: written,
      happenings: own.map(
        ({sent}) => new Set(events.filter(event => event.sent === sent).map(({chain}) => chain))
      )
    }
  })
}
