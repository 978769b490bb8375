/** `dateline code INPUT...`: reads reports and prints what they claim; keeps nothing. */
import {buildCommand} from '@stricli/core'
import type {Locale} from '../../messages/words.ts'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {langFlag, wordingOf} from '../lang.ts'
import {followFlag, type NetworkFlags, networkFlags, networkOf} from '../network.ts'
import {regionFlag} from '../region.ts'
import {registryFlag} from '../store.ts'

interface Flags extends NetworkFlags {
  readonly follow: boolean
  readonly gazetteer?: string
  readonly json: boolean
  readonly explain: boolean
  readonly lang: Locale
  readonly tellingOnly: boolean
  readonly region?: readonly string[]
  readonly registry: string
}

export const code = buildCommand({
  docs: {
    brief: 'Read reports and print what they claim, on whose word',
    fullDescription:
      'INPUT is a text, a page, a feed, an archive (WARC, ARC) or JSON Lines of {url, outlet, publishedOn, title, regions, text}: a file, a folder of them, "-" for standard input, or a URL. A feed by URL leads to the pages of its entries.\nExamples: dateline code report.txt --explain\n          dateline code report.txt --lang ar\n          dateline code https://paper.example/march'
  },
  parameters: {
    flags: {
      gazetteer: gazetteerFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one CodedReport a line (see "dateline schema")'},
      explain: {
        kind: 'boolean',
        default: false,
        brief: 'Show for each claim the rules and words behind its values'
      },
      lang: langFlag,
      tellingOnly: {
        kind: 'boolean',
        default: false,
        brief:
          'Read only sentences that may tell a happening and those near them: faster, for archives of mixed news'
      },
      region: regionFlag,
      registry: registryFlag,
      follow: followFlag,
      ...networkFlags
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {
        brief: 'Text, page, feed, JSON Lines, folder of them, URL or "-"',
        placeholder: 'INPUT',
        parse: String
      }
    }
  },
  async func(
    this: Context,
    {gazetteer, json, explain, lang, tellingOnly, region, registry, follow, ...network}: Flags,
    ...inputs: string[]
  ) {
    const [{batchSize, createCoder}, {loadKnowledge}, {batchesOf, readReports}, {printReport}] =
      await Promise.all([
        import('../../workflows/code.ts'),
        import('../../workflows/knowledge.ts'),
        import('../../workflows/inputs.ts'),
        import('../print/report.ts')
      ])
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    const coder = createCoder(loadKnowledge(own), {onlyTelling: tellingOnly})
    const paths = inputs.map(path => pathIn(this, path))
    const reading = {regions: region, follow, network: networkOf(network)}
    const wording = await wordingOf(lang)
    let count = 0
    for await (const batch of batchesOf(readReports(paths, this.stdin, reading), batchSize)) {
      const reports = batch.flatMap(input => (input.kind === 'report' ? [input.report] : []))
      const explained = coder.explainBatch(reports).values()
      for (const input of batch) {
        if (input.kind !== 'report') {
          say(this, `${input.origin} ${input.reason}`)
          if (input.kind === 'failed') this.process.exitCode = 1
          continue
        }
        const {coded, reasons, setAside} = explained.next().value!
        if (json)
          this.process.stdout.write(`${JSON.stringify(explain ? {...coded, reasons, setAside} : coded)}\n`)
        else
          this.process.stdout.write(
            `${count > 0 ? '\n' : ''}${printReport(coded, explain ? {reasons, setAside} : undefined, wording)}`
          )
        count++
      }
    }
  }
})
