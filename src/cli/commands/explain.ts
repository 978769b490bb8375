/** `dateline explain A B`: why two incidents or reports are one incident, or not. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly registry: string
  readonly json: boolean
}

export const explain = buildCommand({
  docs: {
    brief: 'Say why two incidents or reports are one incident, or not',
    fullDescription:
      'A and B are ids of incidents or of reports, or addresses of reports.\nExample: dateline explain a27b2cf8839d https://example.org/daily/oruro-clashes'
  },
  parameters: {
    flags: {
      store: storeFlag,
      registry: registryFlag,
      json: {kind: 'boolean', default: false, brief: 'Print it as one line of JSON'}
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {brief: 'Id of an incident or report, or an address', placeholder: 'A', parse: String},
        {brief: 'The other one', placeholder: 'B', parse: String}
      ]
    }
  },
  async func(this: Context, {store: target, registry, json}: Flags, a: string, b: string) {
    const [{explainLink}, {installedLinker}, {printExplanation}] = await Promise.all([
      import('../../workflows/explain-link.ts'),
      import('../../workflows/rulings.ts'),
      import('../print/explanation.ts')
    ])
    const {linking} = installedLinker(pathIn(this, registry))
    try {
      const found = await withStore(this, target, store => explainLink(store, linking, a, b))
      this.process.stdout.write(json ? `${JSON.stringify(found)}\n` : printExplanation(found))
    } catch (error) {
      say(this, (error as Error).message)
      this.process.exitCode = 1
    }
  }
})
