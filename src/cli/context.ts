/** What a command may touch: given to it, so that a test can give its own. */
import {isAbsolute, resolve} from 'node:path'
import type {CommandContext} from '@stricli/core'

export interface Context extends CommandContext {
  readonly process: {
    readonly stdout: {write(text: string): void; readonly isTTY?: boolean}
    readonly stderr: {write(text: string): void; readonly isTTY?: boolean}
    exitCode?: number | string | null
  }
  readonly stdin: AsyncIterable<Uint8Array>
  readonly folder: string
}

/** npm runs scripts in the package's folder; paths mean the folder the person stands in. */
export function pathIn({folder}: Context, path: string): string {
  return path === '-' || /^(?:postgres(?:ql)?|https?):/i.test(path) || isAbsolute(path)
    ? path
    : resolve(folder, path)
}

export function say({process}: Context, text: string): void {
  process.stderr.write(`${text}\n`)
}
