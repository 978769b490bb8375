/** `dateline jobs`: what workers have done, do and are to do. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {printShard, printSums} from '../print/jobs.ts'
import {serverFlag, withServer} from '../store.ts'

interface Flags {
  readonly store: string
  readonly all: boolean
  readonly json: boolean
}

export const jobs = buildCommand({
  docs: {
    brief: 'List what workers have done, do and are to do',
    fullDescription:
      'Shows the sums of all jobs and items, and those that run or are dead; with ID, those jobs and their failed items. The exit code is 1 while one is dead.\nExample: dateline jobs --store postgres://dateline@db.example.org/dateline'
  },
  parameters: {
    flags: {
      store: serverFlag,
      all: {kind: 'boolean', default: false, brief: 'List those that wait or are done too'},
      json: {kind: 'boolean', default: false, brief: 'Print all of it as one line of JSON'}
    },
    positional: {
      kind: 'array',
      parameter: {brief: 'Beginning of the id of a job', placeholder: 'ID', parse: String}
    }
  },
  async func(this: Context, {store: target, all, json}: Flags, ...ids: string[]) {
    const {jobsOf} = await import('../../workflows/jobs.ts')
    const found = await withServer(this, target, store => jobsOf(target, store, {ids, all}))
    const {sums, shards, failures, unlinked} = found
    if (ids.length && shards.length === 0) throw new Error(`No job's id begins with ${ids.join(' or ')}`)
    this.process.stdout.write(
      json
        ? `${JSON.stringify({...sums, unlinked, jobs: shards.map(({parts: _parts, ...shard}) => shard), failures})}\n`
        : `${ids.length ? '' : printSums(sums, unlinked)}${shards.map(shard => printShard(shard, new Date())).join('')}${failures.map(({number, origin, reason}) => `  item ${number}: ${origin} ${reason}\n`).join('')}`
    )
    if (sums.shards.dead > 0) this.process.exitCode = 1
  }
})
