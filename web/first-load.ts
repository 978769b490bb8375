/** Prints how much script the first screen loads, as it comes over the wire: `node web/first-load.ts`. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const dist = new URL('dist/', import.meta.url)
/** The page itself, and the screen that one comes to. */
const first = ['index.html', 'src/screens/incidents/incidents-screen.tsx']

/** Each file with its bytes under gzip, the largest first. */
export function firstLoad(): {
  readonly files: readonly (readonly [string, number])[]
  readonly bytes: number
} {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<
    string,
    Chunk
  >
  const chunks = new Set<Chunk>()
  const add = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || chunks.has(chunk)) return
    chunks.add(chunk)
    chunk.imports?.forEach(add)
  }
  first.forEach(add)
  const files = [...chunks]
    .map(({file}) => [file, gzipSync(readFileSync(new URL(file, dist))).length] as const)
    .toSorted(([, a], [, b]) => b - a)
  return {files, bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0)}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {files, bytes} = firstLoad()
  for (const [file, own] of files) console.log(`${(own / 1000).toFixed(1).padStart(7)} kB  ${file}`)
  console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  in all`)
}
