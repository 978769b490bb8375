/** `dateline doctor`: what is wrong, and what to do. */
import {buildCommand} from '@stricli/core'
import type {Finding} from '../../workflows/doctor.ts'
import {type Context, pathIn} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {registryFlag, storeFlag} from '../store.ts'

interface Flags {
  readonly store: string
  readonly gazetteer?: string
  readonly registry: string
  readonly json: boolean
}

export const doctor = buildCommand({
  docs: {
    brief: 'Say what is wrong with the machine or the store, and what to do',
    fullDescription:
      'Changes nothing, and works when the store does not open. Exit code 1 where there is a fault.\nExample: dateline doctor --store ./my-data'
  },
  parameters: {
    flags: {
      store: storeFlag,
      gazetteer: gazetteerFlag,
      registry: registryFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one finding a line as JSON'}
    }
  },
  async func(this: Context, {store: target, gazetteer, registry, json}: Flags) {
    const {examine} = await import('../../workflows/doctor.ts')
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    for await (const finding of examine(pathIn(this, target), own)) {
      if (finding.state === 'fault') this.process.exitCode = 1
      this.process.stdout.write(`${json ? JSON.stringify(finding) : lineOf(finding)}\n`)
    }
  }
})

function lineOf({name, state, says, remedy}: Finding): string {
  return `${state.padEnd(8)} ${name.padEnd(10)} ${says}${remedy ? `\n${' '.repeat(20)}${remedy}` : ''}`
}
