#!/usr/bin/env node
/** The command line: `dateline COMMAND`. Each command is loaded only when it is called. */
import module from 'node:module'
import process from 'node:process'
import {run} from '@stricli/core'
import {oldNode} from '../workflows/version.ts'
import type {Context} from './context.ts'

const old = oldNode()
if (old) {
  process.stderr.write(`Dateline cannot start: ${old}. See https://nodejs.org\n`)
  process.exit(1)
}
module.enableCompileCache()
// `dateline code ... | head` closes our output early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const {application} = await import('./application.ts')
const debug = process.argv.includes('--debug')
const context: Context = {
  process: process as Context['process'],
  stdin: process.stdin,
  folder: process.env.INIT_CWD ?? process.cwd()
}
await run(
  application(debug),
  process.argv.slice(2).filter(argument => argument !== '--debug'),
  context
)
// Stricli reports usage errors with negative codes; ours are 0 done, 1 bad input or failed items, 2 usage.
if (typeof process.exitCode === 'number' && process.exitCode < 0)
  process.exitCode = process.exitCode === -1 || process.exitCode === -2 || process.exitCode === -3 ? 1 : 2
