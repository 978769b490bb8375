/**
 * Suite `dossier`: one event told by many reports, with the claims each of them makes. DIR/dossier/*.txt (first line the address, then
 * outlet, day, an empty line, the text; a last line in brackets is a label) and DIR/dossier/expected.json.
 *
 * Claims of people killed, hurt, held, taken, missing, freed: F1, and how many are also credited to the right source, of the right
 * people, affirmed or denied as they should be (dossier-claims.ts). The reports are then ingested into a store of their own: which of
 * them are one incident (B-cubed), and what holds for it (dossier-links.ts). `language`: claims of reports in that language alone.
 * `upper`: claims with every text in capitals. Predictions: a line for each claim that is missed, too many or credited to another.
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import type {CodedReport} from '../src/model/contract.ts'
import {type Coder, createCoder} from '../src/workflows/code.ts'
import {ingest} from '../src/workflows/ingest.ts'
import {readReports} from '../src/workflows/inputs.ts'
import {createLinker} from '../src/workflows/link.ts'
import {openStore} from '../src/workflows/open-store.ts'
import {type GoldClaim, sameAddress, scoreClaims} from './dossier-claims.ts'
import {type GoldLinks, linkFigures} from './dossier-links.ts'
import type {Suite} from './suite.ts'

interface Gold extends GoldLinks {
  readonly reports: readonly {
    readonly file: string
    readonly url?: string
    readonly language?: string
    readonly claims?: readonly GoldClaim[]
  }[]
}

interface Text {
  readonly file: string
  readonly url: string
  readonly outlet: string
  readonly publishedOn: string | null
  readonly text: string
}

export const dossier: Suite = {
  async run({knowledge, data, language, log}) {
    const gold = JSON.parse(readFileSync(`${data}/dossier/expected.json`, 'utf8')) as Gold
    const texts = textsOf(`${data}/dossier`)
    const coder = createCoder(knowledge)
    const coded = await codedOf(texts, coder)
    log(`read ${coded.length}`)
    const shouted = await codedOf(
      texts.map(text => ({...text, text: text.text.toUpperCase()})),
      coder
    )
    const wanted = gold.reports.filter(
      ({claims, language: own = 'en'}) => claims && (language === null || own === language)
    )
    const compare = (reports: readonly CodedReport[]) =>
      scoreClaims(
        wanted.map(({file, url, claims}) => ({
          name: file,
          gold: claims!,
          coded: reports.find(({report}) => sameAddress(report.url, url ?? addressOf(texts, file))) ?? null
        }))
      )
    const own = compare(coded)
    const upper = compare(shouted)
    const links = await linked(texts, coder, createLinker(knowledge.codebook), shown =>
      linkFigures(gold, shown, file => addressOf(texts, file))
    )
    return {
      figures: {claims: own.figures, upper: upper.figures, ...links},
      predictions: [...own.misses, ...upper.misses.map(line => `UPPER ${line}`)]
    }
  }
}

function textsOf(folder: string): Text[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.txt'))
  return files.sort().map(file => {
    const [url, outlet, day, , ...rest] = readFileSync(join(folder, file), 'utf8').split('\n')
    const text = rest.join('\n').trim()
    return {
      file,
      url: url!.trim(),
      outlet: outlet!.trim(),
      publishedOn: day!.trim() || null,
      text: text.replace(/\n+\[[^\]]*\]\s*$/, '').trim()
    }
  })
}

const addressOf = (texts: readonly Text[], file: string) =>
  texts.find(text => text.file === file || text.file === `${file}.txt`)?.url

const inputsOf = (path: string) => readReports([path], Readable.from([]))

function lines(texts: readonly Text[]): string {
  return texts.map(({file: _file, ...text}) => `${JSON.stringify({...text, title: null})}\n`).join('')
}

/** A folder for one piece of work, gone afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-dossier-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function codedOf(texts: readonly Text[], coder: Coder): Promise<CodedReport[]> {
  return inFolder(async folder => {
    const path = join(folder, 'reports.jsonl')
    writeFileSync(path, lines(texts))
    const coded: CodedReport[] = []
    for await (const input of inputsOf(path))
      if (input.kind === 'report') coded.push(coder.code(input.report))
    return coded
  })
}

/** Ingests all into a store of its own, and gives what `work` makes of its incidents. */
function linked<T>(
  texts: readonly Text[],
  coder: Coder,
  link: ReturnType<typeof createLinker>,
  work: (shown: Parameters<typeof linkFigures>[1]) => T
): Promise<T> {
  return inFolder(async folder => {
    const path = join(folder, 'reports.jsonl')
    writeFileSync(path, lines(texts))
    const store = await openStore(join(folder, 'store'))
    try {
      await ingest(inputsOf(path), {store, coder, link})
      return work(await store.incidents({}))
    } finally {
      await store.close()
    }
  })
}
