/** Incidents of a store at one moment, written in a format; and, where they are wanted, the texts in which their quotes stand. */
import {createHash} from 'node:crypto'
import {rmSync} from 'node:fs'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import type {Counts, Format, PlaceNames} from '../export/format.ts'
import type {Locale} from '../messages/words.ts'
import type {LinkedIncident, RuleId} from '../model/assessment.ts'
import type {FindNames} from '../review/private-names.ts'
import type {IncidentFilter, Store} from '../store/store.ts'
import {losslessLines, redactedLines} from './lossless-lines.ts'
import type {Manifest} from './packed/manifest.ts'
import {openPartFile, type PartFile, type Written} from './packed/part-file.ts'
import {textLines} from './packed/text-lines.ts'
import {settingForReaders} from './setting-for-readers.ts'
import {asItIs, safeForAnybody} from './shown-incidents.ts'
import {toolVersion} from './version.ts'

/** More incidents match than a file of this format may hold. */
export class TooMany extends Error {}

export interface Writing {
  readonly store: Store
  readonly format: Format
  readonly filter: IncidentFilter
  /** The format's own where it is left out. */
  readonly rule?: RuleId | undefined
  readonly redacted: boolean
  /** Of what is written for people. */
  readonly language: Locale
  readonly isGraphic: (words: string) => boolean
  /** Version of the codebook. */
  readonly codebook: string
  readonly gazetteer: () => Gazetteer
  readonly placeNames: (language: Locale) => PlaceNames
  /** By the outlets of an incident: what may be the name of a private person. Asked for where it is redacted. */
  readonly findNames: () => (registered: readonly string[]) => FindNames
  readonly onIncident: (done: number, total: number) => void
}

/** `texts`: null where none are wanted. */
export function writeIncidents(
  path: string,
  texts: string | null,
  writing: Writing
): Promise<Omit<Manifest, 'file' | 'made'>> {
  const {store, format, filter, rule = format.rule, redacted, findNames, onIncident, codebook} = writing
  return store.atOneMoment(filter, async (snapshot, then) => {
    const {auditHead, total, incidents} = snapshot
    if (format.most !== undefined && total > format.most)
      throw new TooMany(
        `${total} incidents match, and a ${format.id} holds at most ${format.most}; narrow the filter`
      )
    const shown = redacted ? await safeForAnybody(then, findNames()) : asItIs(then)
    const quoted = {reports: 0, claims: 0}
    // Where the store was changed meanwhile it is done once more.
    for (const begun of [path, ...(texts === null ? [] : [texts])]) rmSync(begun, {force: true})
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
    const language = format.isWritten ? writing.language : undefined
    const question = JSON.stringify([auditHead, format.id, format.version, filter, rule, redacted, language])
    const name = createHash('sha256').update(question).digest('hex')
    try {
      const written = asShown()
      let reports = 0
      const about = {filter, codebook, onReport: () => onIncident(++reports, Math.max(reports, total))}
      const held = redacted ? redactedLines(written, shown.textsOf, about) : losslessLines(then, about)
      const setting = {
        ...{rule, redacted, name, by: toolVersion(), textsOf: shown.textsOf},
        ...settingForReaders(writing, snapshot, {store: then, shown})
      }
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
        ...(language && {language}),
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
