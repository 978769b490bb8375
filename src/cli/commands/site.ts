/** `dateline site OUT`: the public site as files. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn} from '../context.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly registry: string
  readonly name: string
  readonly ask?: string
  readonly base?: string
  readonly json: boolean
}

export const site = buildCommand({
  docs: {
    brief: 'Write the public site into files, for any web host',
    fullDescription:
      'The pages that "dateline serve" gives everybody under /public: what is published and past its delay, tombstones of what was withdrawn, the method, a feed, each page as data. Run it again to bring the files up to date.\nExample: dateline site out --name "Andes incidents" --ask mailto:desk@example.org --base https://example.org/incidents/'
  },
  parameters: {
    flags: {
      store: storeFlag,
      registry: registryFlag,
      name: {kind: 'parsed', parse: String, default: 'Incidents', brief: 'What the site is called'},
      ask: {
        kind: 'parsed',
        parse: askAddress,
        optional: true,
        brief: 'Where corrections are asked for: a mail address or a URL',
        placeholder: 'ADDRESS'
      },
      base: {
        kind: 'parsed',
        parse: baseAddress,
        optional: true,
        brief: 'Where the site will lie, for the links of its feed',
        placeholder: 'URL'
      },
      json: {kind: 'boolean', default: false, brief: 'Print the summary as JSON'}
    },
    positional: {
      kind: 'tuple',
      parameters: [{brief: 'Folder to write to', placeholder: 'OUT', parse: String}]
    }
  },
  async func(this: Context, {store: target, registry, name, ask, base, json}: Flags, out: string) {
    const [{writeSite}, {loadOwnCodebook}] = await Promise.all([
      import('../../workflows/write-site.ts'),
      import('../../workflows/knowledge.ts')
    ])
    const written = await withStore(this, target, store =>
      writeSite(store, loadOwnCodebook(pathIn(this, registry)), pathIn(this, out), {
        name,
        ask: ask ?? null,
        base: base ?? null
      })
    )
    const {incidents, withdrawn, files} = written
    this.process.stdout.write(
      json
        ? `${JSON.stringify({folder: out, ...written})}\n`
        : `${incidents} incidents and ${withdrawn} withdrawn ones are in ${out}, in ${files} files.\n`
    )
  }
})

function askAddress(text: string): string {
  if (/^(?:https?:\/\/|mailto:)\S+$/i.test(text)) return text
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(text)) return `mailto:${text}`
  throw new Error(
    `"${text}" is no mail address and no URL; write desk@example.org or https://example.org/ask`
  )
}

function baseAddress(text: string): string {
  if (!/^https?:\/\/\S+$/i.test(text))
    throw new Error(`"${text}" is no URL; write https://example.org/incidents/`)
  return text.endsWith('/') ? text : `${text}/`
}
