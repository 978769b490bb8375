/** `dateline gazetteer info`: which places are loaded, from where, on what terms. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'

export const gazetteerInfo = buildCommand({
  docs: {
    brief: 'Say which places are loaded, with their licences',
    fullDescription: 'Example: dateline gazetteer info --json'
  },
  parameters: {
    flags: {
      gazetteer: gazetteerFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one object'}
    }
  },
  async func(this: Context, {gazetteer, json}: {readonly gazetteer?: string; readonly json: boolean}) {
    const [{gazetteerInfo}, {printInfo}] = await Promise.all([
      import('../../workflows/gazetteer-info.ts'),
      import('../print/gazetteer.ts')
    ])
    const info = gazetteerInfo(packsIn(this, gazetteer))
    this.process.stdout.write(json ? `${JSON.stringify(info)}\n` : printInfo(info))
  }
})
