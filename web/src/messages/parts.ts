/** The messages in parts, each loaded with the screen that says it, in the language in use alone. */
import type {Messages} from '../../../src/messages/catalogue.ts'
import type {Locale} from '../../../src/messages/words.ts'

type Files = typeof en
export type Part = keyof Files

const en = {
  bringIn: async () => (await import('./en/bring-in.ts')).bringIn,
  claims: async () => (await import('./en/claims.ts')).claims,
  compare: async () => (await import('./en/compare.ts')).compare,
  explore: async () => (await import('./en/explore.ts')).explore,
  exporting: async () => (await import('./en/export.ts')).exporting,
  inbox: async () => (await import('./en/inbox.ts')).inbox,
  operations: async () => (await import('./en/operations.ts')).operations,
  people: async () => (await import('./en/people.ts')).people,
  plots: async () => (await import('./en/plots.ts')).plots,
  publish: async () => (await import('./en/publish.ts')).publish,
  reader: async () => (await import('./en/reader.ts')).reader,
  shared: async () => (await import('./en/shared.ts')).shared,
  sources: async () => (await import('./en/sources.ts')).sources
} satisfies Record<string, () => Promise<Messages>>

const ar: Readonly<Record<Part, () => Promise<Messages>>> = {
  bringIn: async () => (await import('./ar/bring-in.ts')).bringIn,
  claims: async () => (await import('./ar/claims.ts')).claims,
  compare: async () => (await import('./ar/compare.ts')).compare,
  explore: async () => (await import('./ar/explore.ts')).explore,
  exporting: async () => (await import('./ar/export.ts')).exporting,
  inbox: async () => (await import('./ar/inbox.ts')).inbox,
  operations: async () => (await import('./ar/operations.ts')).operations,
  people: async () => (await import('./ar/people.ts')).people,
  plots: async () => (await import('./ar/plots.ts')).plots,
  publish: async () => (await import('./ar/publish.ts')).publish,
  reader: async () => (await import('./ar/reader.ts')).reader,
  shared: async () => (await import('./ar/shared.ts')).shared,
  sources: async () => (await import('./ar/sources.ts')).sources
}

export const files = {en, ar} satisfies Record<Locale, object>
