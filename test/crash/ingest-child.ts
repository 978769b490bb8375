/**
 * Ingests made-up reports: ingest-child.ts STORE MS NUMBER... Writes a line for each item that is kept, at last what was coded.
 *
 * MS: how long the coder takes for a batch.
 */
import {writeSync} from 'node:fs'
import {setTimeout as later} from 'node:timers/promises'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {openStore} from '../../src/store/store.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {inputsOf, prepared, reports} from './operations.ts'

const [target, ms, ...numbers] = process.argv.slice(2) as [string, string, ...string[]]
const store = await openStore(target, {}, {onWait: words => writeSync(2, `${words}\n`)})
let coded = 0
const summary = await ingest(inputsOf(numbers.map(number => reports[Number(number)]!)), {
  store,
  link: createLinker(loadOwnCodebook()),
  coder: {
    async codeBatch(asked) {
      await later(Number(ms))
      coded += asked.length
      return prepared.codeBatch(asked)
    }
  },
  onItem: ({state, reason}) => writeSync(1, `${state} ${reason ?? ''}\n`)
})
writeSync(1, `${JSON.stringify({...summary, coded})}\n`)
await store.close()
