/** The routes over a fresh store that holds the sample dossier. */
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {createApi, type Serving} from '../../src/api/api.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {type Clerk, openStore, type Store} from '../../src/store/store.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {createExporter} from '../../src/workflows/export.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {readReports} from '../../src/workflows/inputs.ts'
import type {Intake} from '../../src/workflows/intake/intake.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {createPublicViewer} from '../../src/workflows/public-view.ts'
import {deskOf} from './desk-of.ts'

const knowledge = loadKnowledge()
const linker = createLinker(knowledge.codebook)
const exporter = createExporter(knowledge.codebook)
const viewer = createPublicViewer(knowledge)

export interface TestDesk {
  readonly store: Store
  readonly intake: Intake
  readonly api: ReturnType<typeof createApi>
}

interface Setting extends Pick<Serving, 'exposure' | 'limits'> {
  readonly clerk?: Partial<Clerk>
}

/** `paths`: other reports than those of the sample. */
export async function sampleDesk(
  target?: string,
  {
    paths = ['samples/station-square/reports.jsonl'],
    ...setting
  }: Setting & {readonly paths?: readonly string[]} = {}
): Promise<TestDesk> {
  const desk = await emptyDesk(target, setting)
  await ingest(readReports([...paths], Readable.from([])), {
    store: desk.store,
    coder: createCoder(knowledge),
    link: linker
  })
  return desk
}

/** The same with nothing in it. */
export async function emptyDesk(target?: string, {clerk = {}, ...door}: Setting = {}): Promise<TestDesk> {
  const store = await openStore(target ?? mkdtempSync(join(tmpdir(), 'dateline-desk-')), clerk)
  const desk = deskOf(store, () => linker, {
    coder: createCoder(knowledge),
    viewer: () => viewer,
    exporter: () => exporter
  })
  return {store, intake: desk.intake, api: createApi(desk, {pages: 'web/dist', version: '0', ...door})}
}
