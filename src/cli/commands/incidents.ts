/** `dateline incidents`: lists what the store holds. */
import {buildCommand} from '@stricli/core'
import type {Locale} from '../../messages/words.ts'
import {asOfFlag} from '../as-of.ts'
import type {Context} from '../context.ts'
import {type FilterFlags, filterFlags} from '../filter.ts'
import {langFlag, wordingOf} from '../lang.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags extends FilterFlags {
  readonly store: string
  readonly json: boolean
  readonly lang: Locale
  readonly asOf?: string
}

export const incidents = buildCommand({
  docs: {
    brief: 'List the incidents in the store',
    fullDescription:
      'Examples: dateline incidents --since 2024-03-01 --place Oruro\n          dateline incidents --lang ar'
  },
  parameters: {
    flags: {
      store: storeFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one LinkedIncident a line'},
      lang: langFlag,
      ...filterFlags,
      asOf: asOfFlag
    }
  },
  async func(this: Context, {store: target, json, lang, asOf, ...filter}: Flags) {
    const found = await withStore(this, target, async store =>
      asOf ? (await store.incidentsAsOf(asOf, filter)).map(({incident}) => incident) : store.incidents(filter)
    )
    const {printListed, printNone} = await import('../print/listed.ts')
    const wording = await wordingOf(lang)
    for (const incident of found)
      this.process.stdout.write(json ? `${JSON.stringify(incident)}\n` : printListed(incident, wording))
    if (found.length === 0 && !json) this.process.stdout.write(printNone(wording))
  }
})
