/** Incidents of a store at one moment, written in a format; and, where they are wanted, the texts in which their quotes stand. */
import {createHash} from 'node:crypto'
import type {Counts, Format} from '../export/format.ts'
import type {LinkedIncident, RuleId} from '../model/assessment.ts'
import type {FindNames} from '../review/private-names.ts'
import type {IncidentFilter, Store} from '../store/store.ts'
import {losslessLines, redactedLines} from './lossless-lines.ts'
import type {Manifest} from './packed/manifest.ts'
import {openPartFile, type PartFile, type Written} from './packed/part-file.ts'
import {textLines} from './packed/text-lines.ts'
import {asItIs, safeForAnybody} from './shown-incidents.ts'
import {toolVersion} from './version.ts'

export interface Writing {
  readonly store: Store
  readonly format: Format
  readonly filter: IncidentFilter
  /** The format's own where it is left out. */
  readonly rule?: RuleId | undefined
  readonly redacted: boolean
  /** By the outlets of an incident: what may be the name of a private person. Asked for where it is redacted. */
  readonly findNames: () => (registered: readonly string[]) => FindNames
  readonly onIncident: (done: number, total: number) => void
  /** Version of the codebook. */
  readonly codebook: string
}

/** `texts`: null where none are wanted. */
export function writeIncidents(
  path: string,
  texts: string | null,
  {store, format, filter, rule = format.rule, redacted, findNames, onIncident, codebook}: Writing
): Promise<Omit<Manifest, 'file' | 'made'>> {
  return store.atOneMoment(filter, async ({auditHead, total, incidents}, then) => {
    const shown = redacted ? await safeForAnybody(then, findNames()) : asItIs(then)
    const quoted = {reports: 0, claims: 0}
    const files = [await openPartFile(path), ...(texts === null ? [] : [await openPartFile(texts)])]
    const [dataFile, textFile] = files as [PartFile, PartFile?]
    async function* asShown(): AsyncGenerator<LinkedIncident> {
      let done = 0
      for await (const held of incidents()) {
        const incident = await shown.incident(held)
        if (textFile)
          for (const line of textLines(incident, await shown.textsOf(incident))) {
            quoted.reports++
            quoted.claims += line.claims.length
            await textFile.write(`${JSON.stringify(line)}\n`)
          }
        yield incident
        onIncident(++done, total)
      }
    }
    const question = JSON.stringify([auditHead, format.id, format.version, filter, rule, redacted])
    const name = createHash('sha256').update(question).digest('hex')
    try {
      const written = asShown()
      let reports = 0
      const about = {filter, codebook, onReport: () => onIncident(++reports, Math.max(reports, total))}
      const held = redacted ? redactedLines(written, shown.textsOf, about) : losslessLines(then, about)
      const setting = {rule, by: toolVersion(), name, textsOf: shown.textsOf}
      const {counts, ...size} = await allOf(format.write(written, setting, held), dataFile)
      // A format that writes what is held has asked for no incident.
      if (textFile) for await (const _ of written);
      const {rows, incidents: count, leftOut} = counts
      const accounted = Object.values(leftOut).reduce((sum, own) => sum + own, count)
      if (accounted !== total) throw new Error(`${accounted} of ${total} incidents were written`)
      return {
        format: format.id,
        formatVersion: format.version,
        mediaType: format.mediaType,
        rows,
        incidents: count,
        leftOut,
        ...size,
        ...(textFile && {texts: {...quoted, ...(await textFile.end())}}),
        filter: {...filter},
        rule,
        redacted,
        ...(redacted && format.redactedIs ? {note: format.redactedIs} : {}),
        auditHead
      }
    } finally {
      for (const file of files) await file.leave()
    }
  })
}

async function allOf(
  pieces: ReturnType<Format['write']>,
  file: PartFile
): Promise<Written & {readonly counts: Counts}> {
  while (true) {
    const {done, value} = await pieces.next()
    if (done) return {...(await file.end()), counts: value}
    await file.write(value)
  }
}
