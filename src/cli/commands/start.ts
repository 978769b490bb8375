/** `npm start`: the sample dossier into the store, its main incident in words, and the page. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {servePage} from '../page.ts'
import {portFlag, registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly port: number
  readonly gazetteer?: string
}

export const start = buildCommand({
  docs: {
    brief: 'Read the sample dossier, show its incident and serve the page',
    fullDescription: 'All names and figures of the sample are invented.\nExample: npm start'
  },
  parameters: {flags: {store: storeFlag, port: portFlag, gazetteer: gazetteerFlag}},
  async func(this: Context, {store: target, port, gazetteer}: Flags) {
    const packs = packsIn(this, gazetteer)
    await withStore(this, target, async store => {
      const [{readSample}, {printIncident}] = await Promise.all([
        import('../../workflows/sample.ts'),
        import('../print/incident.ts')
      ])
      say(this, 'Reading the sample dossier (invented: see samples/station-square/README.md) ...')
      const {done, skipped, failed} = await readSample(store, {packs})
      say(this, `${done + skipped} reports in the store${failed ? `, ${failed} failed` : ''}.\n`)
      const incidents = await store.incidents()
      const main = incidents.toSorted((a, b) => b.reports.length - a.reports.length)[0]
      if (main) this.process.stdout.write(printIncident(main))
      const own = {packs, registry: pathIn(this, registryFlag.default)}
      await servePage(this, store, port, {target: pathIn(this, target), own})
    })
  }
})
