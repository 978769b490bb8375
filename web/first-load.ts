/** Prints how much script the first screen loads, as it comes over the wire: `node web/first-load.ts`. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

type Locale = 'en' | 'ar'

const dist = new URL('dist/', import.meta.url)
/** The screens that one comes to, with the messages that they say (src/app/saying.ts). */
const screens = {
  inbox: ['src/screens/inbox/inbox-screen.tsx', 'messages/inbox.ts'],
  incidents: ['src/screens/incidents/incidents-screen.tsx', 'messages/plots.ts']
}
const page = ['index.html', 'messages/shared.ts']

/** Each file with its bytes under gzip, the largest first. */
export function firstLoad(
  screen: keyof typeof screens,
  locale: Locale
): {
  readonly files: readonly (readonly [string, number])[]
  readonly bytes: number
} {
  const text = readFileSync(new URL('.vite/manifest.json', dist), 'utf8')
  const manifest = JSON.parse(text) as Record<string, Chunk>
  const chunks = new Set<Chunk>()
  const add = (key: string) => {
    const chunk = manifest[key]
    if (!chunk)
      throw new Error(`web/dist holds no ${key}; build the page anew, or name it here as it is called now`)
    if (chunks.has(chunk)) return
    chunks.add(chunk)
    chunk.imports?.forEach(add)
  }
  for (const key of [...page, ...screens[screen]]) add(key.replace(/^messages/, `src/messages/${locale}`))
  if (locale === 'ar') add('src/messages/ar/sentences.ts')
  const files = [...chunks]
    .map(({file}) => [file, gzipSync(readFileSync(new URL(file, dist))).length] as const)
    .toSorted(([, a], [, b]) => b - a)
  return {files, bytes: files.reduce((sum, [, bytes]) => sum + bytes, 0)}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const screen of ['inbox', 'incidents'] as const)
    for (const locale of ['en', 'ar'] as const) {
      const {files, bytes} = firstLoad(screen, locale)
      if (locale === 'en')
        for (const [file, own] of files) console.log(`${(own / 1000).toFixed(1).padStart(7)} kB  ${file}`)
      console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  in all: ${screen}, ${locale}`)
    }
}
