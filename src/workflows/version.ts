/** Name and version of this installation, as kept with what it receives and codes; and the Node it needs. */
import {readFileSync} from 'node:fs'

interface Manifest {
  readonly version: string
  readonly engines: {readonly node: string}
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
}

export function version(): string {
  return manifest().version
}

/** "dateline 0.1.0". */
export function toolVersion(): string {
  return `dateline ${version()}`
}

/** Null where it runs on a Node that is new enough: "it needs Node 22.19 or newer, and this is 20.1.0". */
export function oldNode(own: string = process.versions.node): string | null {
  const least = manifest().engines.node.replace('>=', '')
  return own.localeCompare(least, 'en', {numeric: true}) >= 0
    ? null
    : `it needs Node ${least} or newer, and this is ${own}`
}
