/**
 * Codes reports: from a text to the public contract, with the versions that made it.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {loadKnowledge} from '../codebook/load.ts'
import {createRowCoder, type RowCoder} from '../coding/dataset/row-coder.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Reason, SetAside} from '../model/layers.ts'
import type {Report} from '../model/report.ts'
import {type Quote, quote} from '../model/span.ts'
import {type AnnotatedReport, batchSize, createBatchPipeline, type Options} from '../pipeline.ts'
import {version} from './version.ts'

export {batchSize}

export interface Coder {
  code(report: Report): CodedReport
  /** The same for several at once, which is quicker: some `batchSize` of them. */
  codeBatch(reports: readonly Report[]): CodedReport[]
  /** The same, with the rules and words behind each value, by id of the claim or incident. */
  explainBatch(reports: readonly Report[]): Explained[]
}

export interface Explained {
  readonly coded: CodedReport
  readonly reasons: Readonly<Record<string, readonly Reason[]>>
  /** What only sounds like a happening. */
  readonly setAside: readonly ExplainedAside[]
}

export interface ExplainedAside extends Omit<SetAside, 'event'> {
  readonly type: string
  readonly trigger: Quote
}

/** The coder may be used for any number of reports. */
export function createCoder(knowledge: Knowledge = loadKnowledge(), options: Options = {}): Coder {
  const annotate = createBatchPipeline(knowledge, options)
  const versions = versionsOf(knowledge)
  let rows: RowCoder | null = null
  const read = (reports: readonly Report[]) => annotate(reports).map(report => codedReport(report, versions))
  const rowCoder = () => (rows ??= createRowCoder(knowledge.codebook))
  const codeBatch = (reports: readonly Report[]) => {
    if (reports.every(({dataset}) => dataset === undefined)) return read(reports)
    const coded = read(reports.filter(({dataset}) => dataset === undefined))
    return reports.map(report =>
      report.dataset === undefined
        ? coded.shift()!
        : {...rowCoder().code(report), versions: rowVersions(versions.codebook)}
    )
  }
  return {
    code: report => codeBatch([report])[0]!,
    codeBatch,
    explainBatch: reports =>
      annotate(reports).map(annotated => {
        const ofClaims = Object.fromEntries(annotated.claims.map(({claim, reasons: own}) => [claim.id, own]))
        const reasons = {...ofClaims, ...annotated.incidentReasons}
        return {coded: codedReport(annotated, versions), reasons, setAside: setAside(annotated)}
      })
  }
}

/** As coded reports name them. */
export function versionsOf({codebook, models, gazetteer}: Knowledge): CodedReport['versions'] {
  return {
    dateline: version(),
    codebook: codebook.version,
    models: models.version,
    gazetteer: gazetteer.version
  }
}

/** Of rows of datasets: no model and no gazetteer is asked. `codebook`: its version. */
export function rowVersions(codebook: string): CodedReport['versions'] {
  return {dateline: version(), codebook, models: 'none', gazetteer: 'none'}
}

function setAside({text, events, contexts}: AnnotatedReport): ExplainedAside[] {
  return contexts.map(({event, ...aside}) => {
    const {type, trigger} = events[event]!
    return {type, trigger: quote(text, trigger), ...aside}
  })
}

export function codedReport(report: AnnotatedReport, versions: CodedReport['versions']): CodedReport {
  const {header, text} = report
  const claims = report.claims.map(({claim}) => claim)
  const events = new Set([
    ...report.incidents.map(({place}) => place),
    ...claims.map(({event}) => event?.place)
  ])
  return {
    report: {
      id: report.id,
      sha256: report.sha256,
      url: report.url,
      outlet: header.outlet ? {id: slug(header.outlet), name: header.outlet} : null,
      title: report.title ?? (header.title && text.slice(header.title.from, header.title.to)),
      publishedOn: header.publishedOn,
      dateline: header.dateline && {
        place: header.dateline.place,
        outlet: header.dateline.outlet,
        on: header.dateline.on
      },
      agency: header.agency?.name ?? null,
      language: header.language,
      text
    },
    passages: [...report.passages],
    actors: report.actors.map(({id, name, kind, aliases, known, verified, affiliations, mentions}) => ({
      id,
      name,
      kind,
      aliases: [...aliases],
      known,
      ...(verified === null ? {} : {verified}),
      affiliations: affiliations.map(({relation, to, quote: words}) => ({relation, to, quote: words})),
      mentions: [...mentions]
    })),
    places: report.places.map(({mentions, within: _within, ...place}) => ({
      ...place,
      role: events.has(place.id)
        ? 'event'
        : mentions.every(({use}) => use === 'dateline')
          ? 'dateline'
          : 'mentioned',
      mentions: mentions.map(mention => quote(text, mention))
    })),
    claims,
    incidents: [...report.incidents],
    problems: [...report.problems],
    versions
  }
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
