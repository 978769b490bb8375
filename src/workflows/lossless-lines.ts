/** The lines of a lossless export as text, from its header to its end. */
import {createHash} from 'node:crypto'
import type {HeldText, Setting} from '../export/format.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import {
  type EndLine,
  type HeaderLine,
  type HeldLine,
  linesVersion,
  type NameLine
} from '../model/held-line.ts'
import {wordsWithheld} from '../review/restricted-words.ts'
import type {IncidentFilter, Store} from '../store/store.ts'
import {toolVersion} from './version.ts'

export interface About {
  readonly filter: IncidentFilter
  /** Version of the codebook. */
  readonly codebook: string
  /** Called for each report that is written. */
  readonly onReport: () => void
}

/** `store`: as it is at one moment. */
export async function* losslessLines(store: Store, about: About): AsyncGenerator<HeldText> {
  const {filter, onReport} = about
  const isWhole = store.lossless.takesAll(filter)
  const written = writer()
  yield written.line(headerOf(about, false, isWhole ? await store.contentHash() : null))
  const names = await store.lossless.names()
  const look = isWhole ? null : lookFor(names)
  for await (const line of store.lossless.lines(filter)) {
    if (line.kind === 'report') {
      look?.in(line.coded.report.text)
      onReport()
      yield written.line(line)
    } else yield written.line(line)
  }
  const incidents = new Set<string>()
  for await (const line of store.lossless.incidents(filter)) {
    if (look) incidents.add(line.id)
    yield written.line(line)
  }
  for (const name of names)
    if (!look || look.found.has(name) || ('incident' in name && incidents.has(name.incident ?? '')))
      yield written.line(name)
  yield written.end()
}

/** For anybody: incidents as they are shown, with their texts. Nothing gives a store again that lacks a name. */
export async function* redactedLines(
  shown: AsyncIterable<LinkedIncident>,
  textsOf: Setting['textsOf'],
  about: About
): AsyncGenerator<HeldText> {
  const written = writer()
  yield written.line(headerOf(about, true, null))
  for await (const incident of shown) {
    const texts = [...(await textsOf(incident))].map(([report, {text}]) => ({report, text}))
    yield written.line({kind: 'incident', incident, texts})
  }
  yield written.end()
}

function headerOf({filter, codebook}: About, redacted: boolean, contentHash: string | null): HeaderLine {
  return {
    kind: 'header',
    format: 'dateline-jsonl',
    version: linesVersion,
    made: {by: toolVersion(), codebook},
    redacted,
    filter: {...filter},
    contentHash
  }
}

type Line =
  | HeaderLine
  | HeldLine
  | {
      readonly kind: 'incident'
      readonly incident: LinkedIncident
      readonly texts: readonly {readonly report: string; readonly text: string}[]
    }

/** Counts and sums the lines that it makes, for the last one. */
function writer() {
  const sum = createHash('sha256')
  let lines = 0
  return {
    line(line: Line): HeldText {
      const text = `${JSON.stringify(line)}\n`
      sum.update(text)
      lines++
      return {kind: line.kind, text}
    },
    end(): HeldText {
      const end: EndLine = {kind: 'end', lines, sha256: sum.digest('hex')}
      return {kind: end.kind, text: `${JSON.stringify(end)}\n`}
    }
  }
}

/** Which names stand in the texts that it is shown: whoever is given some incidents is not given the names of others. */
function lookFor(names: readonly NameLine[]) {
  const finds = (sought: readonly NameLine[]) => {
    const spansIn = wordsWithheld(
      sought.map(({name}) => name),
      []
    )
    return (text: string) => spansIn(text).some(({shown}) => shown === '[name]')
  }
  const any = finds(names)
  const each = names.map(name => ({name, stands: finds([name])}))
  const found = new Set<NameLine>()
  return {
    found,
    in(text: string) {
      if (any(text)) for (const {name, stands} of each) if (!found.has(name) && stands(text)) found.add(name)
    }
  }
}
