/** Statistical language identification by eld (Apache-2.0), loaded only when a text needs it: that takes 150 ms. */
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'

/** Names the language of a text (ISO 639-1), or null. */
export type LanguageProfiles = (text: string) => string | null

export function languageProfiles(): LanguageProfiles {
  let eld: Eld | null = null
  return text => {
    eld ??= loadEld()
    return eld.detect(text).language || null
  }
}

interface Eld {
  detect(text: string): {language: string}
}

function loadEld(): Eld {
  // By path, for the package lets only `import` use its name, and importing would be asynchronous.
  const path = fileURLToPath(import.meta.resolve('eld/small'))
  return (createRequire(import.meta.url)(path) as {eld: Eld}).eld
}
