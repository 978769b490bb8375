/** `dateline corrections`: what people without an account asked to be corrected. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly all: boolean
  readonly json: boolean
}

export const corrections = buildCommand({
  docs: {
    brief: 'List the corrections that readers of the public site asked for',
    fullDescription: 'They are answered in the app.\nExample: dateline corrections --all'
  },
  parameters: {
    flags: {
      store: storeFlag,
      all: {kind: 'boolean', default: false, brief: 'Answered ones too'},
      json: {kind: 'boolean', default: false, brief: 'Print one a line as JSON'}
    }
  },
  async func(this: Context, {store: target, all, json}: Flags) {
    const {printRequest} = await import('../print/publications.ts')
    const asked = all ? {} : {answered: false}
    await withStore(this, target, async store => {
      let after: readonly (string | null)[] | null = null
      let total = 0
      do {
        const page = await store.publications.requests(asked, {limit: 500, after})
        for (const row of page.rows)
          this.process.stdout.write(json ? `${JSON.stringify(row)}\n` : printRequest(row))
        after = page.next
        total = page.total
      } while (after)
      if (!json && total === 0) this.process.stdout.write('Nobody has asked for a correction.\n')
    })
  }
})
