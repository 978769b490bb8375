/** Name and version of this installation, as kept with what it receives and codes. */
import {readFileSync} from 'node:fs'

export function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return manifest.version
}

/** "dateline 0.1.0". */
export function toolVersion(): string {
  return `dateline ${version()}`
}
