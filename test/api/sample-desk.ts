/** The routes over a fresh store that holds the sample dossier. */
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {createApi, type Serving} from '../../src/api/api.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {type Clerk, openStore, type Store} from '../../src/store/store.ts'
import {createCoder} from '../../src/workflows/code.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {readReports} from '../../src/workflows/inputs.ts'
import {createLinker} from '../../src/workflows/link.ts'

const knowledge = loadKnowledge()
const linker = createLinker(knowledge.codebook)

export async function sampleDesk(
  target?: string,
  {clerk = {}, ...door}: {clerk?: Partial<Clerk>} & Pick<Serving, 'exposure' | 'limits'> = {}
): Promise<{store: Store; api: ReturnType<typeof createApi>}> {
  const store = await openStore(target ?? mkdtempSync(join(tmpdir(), 'dateline-desk-')), clerk)
  await ingest(readReports(['samples/station-square/reports.jsonl'], Readable.from([])), {
    store,
    coder: createCoder(knowledge),
    link: linker
  })
  return {store, api: createApi({store, linker: () => linker}, {pages: 'web/dist', version: '0', ...door})}
}
